/** `npm run serve`: builds when the sources have changed, then runs the server in this same process. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');
const { buildWebWhenNeeded } = await import('./web.mjs');
buildWhenNeeded({ announce: true });
await buildWebWhenNeeded({ announce: true });

const main = path.join(root, 'dist', 'apps', 'api', 'src', 'main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);
