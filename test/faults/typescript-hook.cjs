/**
 * Lets a child process of a test load this project's TypeScript, with the settings of Jest and the paths `@rt/*`:
 * `node --require <this file> <file>.ts`. If RT_TRANSPILED names a folder, transpiled code is cached there, so that later processes start fast.
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

/** Loads swc only when a file is not cached: loading swc takes longer than loading all the transpiled code. */
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
  // The process may be killed while it writes, so it writes to another name first: a file with the final name is always complete.
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
