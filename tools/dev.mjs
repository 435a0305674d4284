/**
 * `npm run dev`: the pages from their sources, reloaded as they change, and a server that is built and started again when its sources change. The data
 * folder is the one of `npm start`; run that once first for the demo data.
 */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');
const { makeClientTypes } = await import('./web.mjs');
const { createServer } = await import('vite');

const apiPort = process.env.RT_PORT || '3000';
process.env.RT_API = `http://127.0.0.1:${apiPort}`;

const main = path.join(root, 'dist', 'apps', 'api', 'src', 'main.js');
let server;
const stop = () =>
  new Promise((resolve) => {
    if (server === undefined || server.exitCode !== null) return resolve();
    server.once('close', resolve);
    server.kill('SIGTERM');
  });
const start = () => {
  const env = { ...process.env, RT_PORT: apiPort, RT_LOG_LEVEL: process.env.RT_LOG_LEVEL || 'warn' };
  server = spawn(process.execPath, ['--max-semi-space-size=16', main], { cwd: root, env, stdio: 'inherit' });
};

/** Builds in a process of its own, because a build that fails ends its process, and the server that runs is to stay. */
const build = () =>
  new Promise((resolve) => {
    const script =
      "import('./tools/build.mjs').then(({ buildWhenNeeded }) => buildWhenNeeded({ announce: true }))";
    spawn(process.execPath, ['-e', script], { cwd: root, stdio: 'inherit' }).on('close', resolve);
  });

const SETTLED_MS = 300;
let waiting;
let building = Promise.resolve();
const changed = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    building = building.then(async () => {
      if ((await build()) !== 0) return;
      await stop();
      start();
    });
  }, SETTLED_MS);
};

buildWhenNeeded({ announce: true });
await makeClientTypes();
start();
for (const folder of ['apps/api', 'apps/cli', 'libs'])
  watch(path.join(root, folder), { recursive: true }, (_event, name) => {
    if (name?.endsWith('.ts') && !name.endsWith('.spec.ts')) changed();
  });

const pages = await createServer({ configFile: path.join(root, 'apps/web/vite.config.mts') });
await pages.listen();
pages.printUrls();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    await Promise.all([stop(), pages.close()]);
    process.exit(0);
  });
