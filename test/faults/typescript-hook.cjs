/**
 * Lets a child process of a test require this project's TypeScript as Jest does, settings and `@rt/*` included:
 * `node --require <this file> <file>.ts`. Where RT_TRANSPILED names a folder, what was made once is kept there, so that a child starts at once.
 */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { moduleNameMapper, transform } = require('../../jest.config.cjs');

const root = path.resolve(__dirname, '..', '..');
const [[, [, options]]] = Object.entries(transform);
const aliases = Object.entries(moduleNameMapper).map(([pattern, target]) => [
  new RegExp(pattern),
  target.replace('<rootDir>', root),
]);
const kept = process.env.RT_TRANSPILED;
if (kept) Module.enableCompileCache(kept);

/** The compiler itself takes longer to load than everything it has made. */
const transpile = (filename) => {
  const { transformSync } = require('@swc/core');
  return transformSync(readFileSync(filename, 'utf8'), { ...options, swcrc: false, filename }).code;
};

const transpiled = (filename) => {
  if (!kept) return transpile(filename);
  const { mtimeMs, size } = statSync(filename);
  const name = createHash('sha256').update(`${filename} ${mtimeMs} ${size}`).digest('hex');
  const file = path.join(kept, `${name}.js`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const code = transpile(filename);
  // A child may be killed here: what lies under the name is whole.
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
  return code;
};

require.extensions['.ts'] = (module, filename) => module._compile(transpiled(filename), filename);

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const alias = aliases.find(([pattern]) => pattern.test(request));
  return resolve.call(this, alias ? request.replace(alias[0], alias[1]) : request, ...rest);
};
