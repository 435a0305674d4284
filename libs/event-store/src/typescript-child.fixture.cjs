/** Lets a test's child process load our TypeScript files without a build: `node --require <this file> <file>.ts`. */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

const options = {
  jsc: { target: 'es2024', parser: { syntax: 'typescript', decorators: true } },
  module: { type: 'commonjs' },
  swcrc: false,
};
require.extensions['.ts'] = (module, filename) =>
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
