import { dataFolder } from './data-folder';
import { lockForWriting } from './writer-lock';

/** A child process that locks a folder, keeps no reference to the lock, and says so after the garbage was collected. Run it with `--expose-gc`. */
lockForWriting(dataFolder(process.argv[2] ?? ''));

const collect = async (): Promise<void> => {
  for (let round = 0; round < 10; round++) {
    (globalThis as { gc?: () => void }).gc?.();
    // Finalizers run between the turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
  process.stdout.write(`collected ${typeof (globalThis as { gc?: () => void }).gc}\n`);
  setInterval(() => undefined, 60_000);
};

void collect();
