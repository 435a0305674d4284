import 'reflect-metadata';
import { startServer } from './server';
import { serverSettingsFrom } from './settings';
import { exitCodeOf } from './start-refused';

// Every file that the server creates is for its owner alone.
process.umask(0o077);

const main = async (): Promise<void> => {
  const settings = serverSettingsFrom(process.env);
  const server = await startServer(settings);
  let ending: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      ending ??= server.close();
    });
  // Whoever has read that the server runs may end it at once.
  for (const line of server.banner) console.error(line);
};

main().catch((error: unknown) => {
  const exitCode = exitCodeOf(error);
  if (exitCode === undefined) throw error;
  console.error((error as Error).message);
  process.exitCode = exitCode;
});
