/**
 * `npm start`: builds when needed, lets the command line load the demo into an empty data folder and take a first look, then is the server
 * itself, in this one process.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');

const usage = `npm start -- [--empty] [--data-dir <folder>] [--port <port>]
  --empty     no demo data: serves the data folder as it is, made where there is none
  --data-dir  the data folder (RT_DATA_DIR; otherwise ./data)
  --port      where it listens on this machine; 0: any that is free (RT_PORT; otherwise 3000)`;

const wrongUsage = 2;

const optionsGiven = () => {
  try {
    return parseArgs({
      options: {
        empty: { type: 'boolean' },
        'data-dir': { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(wrongUsage);
  }
};

const options = optionsGiven();
if (options.help) {
  console.log(usage);
  process.exit(0);
}
if (options['data-dir'] !== undefined) process.env.RT_DATA_DIR = options['data-dir'];
if (options.port !== undefined) process.env.RT_PORT = options.port;
// A newcomer's screen is not for a line of log per request.
process.env.RT_LOG_LEVEL ||= 'warn';

buildWhenNeeded({ announce: true });
const built = (...names) => path.join(root, 'dist', 'apps', ...names);
const fromServer = (name) => import(pathToFileURL(built('api', 'src', name)).href);

/** What would stop the server is told before the demo is loaded, and not after. */
const checkSurroundings = async () => {
  const { settingsFrom } = await fromServer('settings.js');
  const { requireFreePort } = await fromServer('port.js');
  const { exitCodeOf } = await fromServer('start-refused.js');
  try {
    await requireFreePort(settingsFrom(process.env));
  } catch (error) {
    if (exitCodeOf(error) === undefined) throw error;
    console.error(error.message);
    process.exit(exitCodeOf(error));
  }
};

/**
 * The data folder has one writing process at a time, so the command line is a process of its own, and has ended when the server begins.
 * A signal to this process is meant for it, and ends both.
 */
const firstLook = () =>
  new Promise((resolve) => {
    const main = built('cli', 'src', 'main.js');
    const child = spawn(process.execPath, [...process.execArgv, main, 'first-look'], { stdio: 'inherit' });
    const passOn = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, passOn);
    child.on('close', (code, signal) => {
      for (const each of signals) process.off(each, passOn);
      if (signal !== null) process.kill(process.pid, signal);
      resolve(code);
    });
  });

await checkSurroundings();
if (!options.empty) {
  const code = await firstLook();
  if (code !== 0) process.exit(code ?? 1);
}

const main = built('api', 'src', 'main.js');
process.argv[1] = main;
await import(pathToFileURL(main).href);
