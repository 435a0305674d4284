/** Builds the web application into dist/web/ when its sources have changed since the last build, and makes the types of its client. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from './build.mjs';

const dist = path.join(root, 'dist', 'web');
const stamp = path.join(root, 'dist', '.web-built-from');
const description = path.join(root, 'openapi.json');
const clientTypes = path.join(root, 'apps', 'web', 'src', 'api', 'openapi.d.ts');
const folders = ['apps/web', 'libs/ui/src', 'libs/domain/src', 'libs/rules/src'];

const written = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

const fingerprint = () => {
  const sources = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map((name) => path.join(folder, name))
      .filter((name) => !name.endsWith('.spec.ts') && !name.endsWith('openapi.d.ts'))
      .filter((name) => statSync(path.join(root, name)).isFile()),
  );
  const hash = createHash('sha256');
  for (const name of ['package-lock.json', 'openapi.json', 'tools/web.mjs', ...sources].sort()) {
    const { size, mtimeMs } = statSync(path.join(root, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

/** Makes the types of the client from the committed description of the API, unless they are made from the same bytes. */
export const makeClientTypes = async () => {
  const source = readFileSync(description);
  const head = `/* Made from openapi.json by tools/web.mjs: ${createHash('sha256').update(source).digest('hex')} */\n`;
  if (written(clientTypes)?.startsWith(head)) return;
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTS(JSON.parse(source.toString('utf8'))));
  mkdirSync(path.dirname(clientTypes), { recursive: true });
  writeFileSync(clientTypes, head + types);
};

/** Writes a brotli and a gzip copy beside every file that shrinks, so that the server compresses nothing per request. */
const compress = () => {
  for (const name of readdirSync(dist, { recursive: true })) {
    if (!/\.(js|css|html|svg|json)$/.test(name)) continue;
    const file = path.join(dist, name);
    const bytes = readFileSync(file);
    const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, best));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
};

/** Builds when the sources have changed. Writes nothing to stdout. Ends the process with exit code 2 if the build fails. */
export const buildWebWhenNeeded = async ({ announce = false } = {}) => {
  const wanted = fingerprint();
  if (existsSync(path.join(dist, 'index.html')) && written(stamp) === wanted) return;
  if (announce) console.error('Building the pages …');
  await makeClientTypes();
  const { build } = await import('vite');
  try {
    await build({ configFile: path.join(root, 'apps/web/vite.config.mts'), logLevel: 'error' });
  } catch (error) {
    console.error(error);
    process.exit(2);
  }
  compress();
  writeFileSync(stamp, wanted);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await buildWebWhenNeeded({ announce: true });
