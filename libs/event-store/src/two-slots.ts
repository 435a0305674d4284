import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A slot is one sector, so a power failure leaves it as it was or as it should be. */
const slotBytes = 512;

/** What stands in the two slots of a file; undefined if there is no file. */
export const readSlots = (file: string): readonly string[] | undefined => {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return [0, slotBytes].map((from) => bytes.toString('utf8', from, from + slotBytes));
};

/**
 * A short text in two slots, which are written in turn: whatever happens during a write, the text before it is still there. A write is not flushed, so it
 * costs microseconds; after the end of the process the file is exact, after a power failure it may be some seconds old.
 */
export class TwoSlots {
  private readonly handle: number;
  private slot = 0;

  /** Creates the file if it does not exist; then it is durable. @param text for both slots: a text that was given up must not stay in the other one */
  constructor(file: string, text: string) {
    const isNew = !existsSync(file);
    this.handle = openSync(file, isNew ? 'wx' : 'r+', 0o600);
    this.write(text);
    this.write(text);
    if (!isNew) return;
    fsyncSync(this.handle);
    const folder = openSync(dirname(file), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }

  write(text: string): void {
    writeSync(this.handle, `${text.padEnd(slotBytes - 1)}\n`, this.slot * slotBytes);
    this.slot = 1 - this.slot;
  }

  close(): void {
    closeSync(this.handle);
  }
}
