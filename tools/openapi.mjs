/** `npm run docs:openapi`: writes the built server's own description to openapi.json. A test fails if the committed file differs from it. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');
buildWhenNeeded({ announce: true });

const print = path.join(root, 'dist', 'apps', 'api', 'src', 'openapi', 'print.js');
const { status, stdout } = spawnSync(process.execPath, [print], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status !== 0) process.exit(status ?? 1);
const document = path.join(root, 'openapi.json');
writeFileSync(document, await format(stdout, { filepath: document, printWidth: 110 }));
