/** fast-check, with a seed made from RT_SEED: `npm test` repeats the same histories every time. Without RT_SEED every run draws new ones. */
const { createHash } = require('node:crypto');
// Jest maps the package's name to this file, so the package is named by its path here.
const fc = require('../node_modules/fast-check');

const { RT_SEED: text } = process.env;
if (text !== undefined) {
  const seed = createHash('sha256').update(text).digest().readInt32BE();
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}

module.exports = fc;
