import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './data-folder';

/** The end of the event log: its last event. In an empty log the position is 0 and the hash empty. */
export interface LogEnd {
  readonly position: number;
  readonly hash: string;
  /** When the last event was recorded; empty in an empty log. */
  readonly recordedAt: string;
}

/** A slot is one sector, so a power failure leaves it as it was or as it should be. */
const slotBytes = 512;

const macOf = (key: KeyObject, { position, hash, recordedAt }: LogEnd): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([position, hash, recordedAt]))
    .digest('hex');

/**
 * The mark that the file holds: the newest of its two slots. `damaged`: neither slot was written by this store. Undefined: there is no file.
 * Its MAC needs a key of the installation, so that no earlier end can be written into it by somebody who cuts off events.
 */
export const readMark = (file: string, key: KeyObject): LogEnd | 'damaged' | undefined => {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const marks = [0, slotBytes]
    .map((from) => markIn(bytes.toString('utf8', from, from + slotBytes), key))
    .filter((mark) => mark !== undefined);
  return marks.sort((a, b) => b.position - a.position)[0] ?? 'damaged';
};

const markIn = (text: string, key: KeyObject): LogEnd | undefined => {
  try {
    const { mac, ...mark } = JSON.parse(text) as LogEnd & { readonly mac: string };
    const [given, right] = [Buffer.from(mac, 'hex'), Buffer.from(macOf(key, mark), 'hex')];
    return given.length === right.length && timingSafeEqual(given, right) ? mark : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Keeps the end of the event log outside its database. It is written after the events are durable and is not flushed itself, so it is never ahead of
 * them: after the end of the process it is exact, after a power failure it may be some seconds old.
 */
export class DurableMark {
  private readonly handle: number;
  private slot = 0;

  /** Creates the file if it does not exist; then it is durable. @param end the end of the log now */
  constructor(
    file: string,
    private readonly key: KeyObject,
    end: LogEnd,
  ) {
    const isNew = !existsSync(file);
    this.handle = openSync(file, isNew ? 'wx' : 'r+', 0o600);
    // Both slots are written: an end that was given up must not stay in the other one.
    this.write(end);
    this.write(end);
    if (!isNew) return;
    fsyncSync(this.handle);
    syncFolder(dirname(file));
  }

  write(end: LogEnd): void {
    const text = JSON.stringify({ ...end, mac: macOf(this.key, end) }).padEnd(slotBytes - 1);
    writeSync(this.handle, `${text}\n`, this.slot * slotBytes);
    this.slot = 1 - this.slot;
  }

  close(): void {
    closeSync(this.handle);
  }
}
