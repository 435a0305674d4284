import 'reflect-metadata';
import { DataFolderUnusable } from '@rt/event-store';
import { startServer } from './server';
import { settingsFrom, WrongSetting } from './settings';

const EXIT = { wrongSetting: 2, dataFolder: 3 } as const;

const main = async (): Promise<void> => {
  const settings = settingsFrom(process.env);
  const server = await startServer(settings);
  for (const line of server.banner) console.error(line);
  let ending: Promise<void> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      ending ??= server.close();
    });
};

main().catch((error: unknown) => {
  if (error instanceof WrongSetting || error instanceof DataFolderUnusable) {
    console.error(error.message);
    process.exitCode = error instanceof WrongSetting ? EXIT.wrongSetting : EXIT.dataFolder;
    return;
  }
  throw error;
});
