/**
 * `npm start`: builds when the sources have changed, has the command line load the demo into an empty data folder and print a first look,
 * then runs the server in this same process.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { requireNode24 } from './node-24.mjs';

requireNode24();
const { buildWhenNeeded, root } = await import('./build.mjs');
const { buildWebWhenNeeded } = await import('./web.mjs');

const usage = `npm start -- [--empty] [--data-dir <folder>] [--port <port>]
  --empty     no demo data: serves the data folder as it is; creates it if it does not exist
  --data-dir  the data folder (RT_DATA_DIR; otherwise ./data)
  --port      the port to listen on; 0: any free port (RT_PORT; otherwise 3000)`;

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
// A log line per request would hide what `npm start` prints for a newcomer.
process.env.RT_LOG_LEVEL ||= 'warn';

buildWhenNeeded({ announce: true });
await buildWebWhenNeeded({ announce: true });
const built = (...names) => path.join(root, 'dist', 'apps', ...names);
const fromServer = (name) => import(pathToFileURL(built('api', 'src', name)).href);

/** Reports a setting or a port that would stop the server before the demo is loaded, so that the user does not wait for the demo in vain. */
const checkSurroundings = async () => {
  const { serverSettingsFrom } = await fromServer('settings.js');
  const { requireFreePort } = await fromServer('port.js');
  const { exitCodeOf } = await fromServer('start-refused.js');
  try {
    await requireFreePort(serverSettingsFrom(process.env));
  } catch (error) {
    if (exitCodeOf(error) === undefined) throw error;
    console.error(error.message);
    process.exit(exitCodeOf(error));
  }
};

/**
 * Runs the command line as a child process and waits for its end, because only one process at a time may write to the data folder.
 * Passes signals on to the child process. If a signal ends the child process, this process ends with the same signal.
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
