/** `npm run rt -- …` and `./rt`: builds when the sources have changed, then runs the command line in this same process. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');
buildWhenNeeded({ announce: process.argv[2] === 'first-look' });

const main = path.join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);
