import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { readSlots, TwoSlots } from '../two-slots';

/** The end of the event log: its last event. In an empty log the position is 0 and the hash empty. */
export interface LogEnd {
  readonly position: number;
  readonly hash: string;
  /** When the last event was recorded; empty in an empty log. */
  readonly recordedAt: string;
}

const macOf = (key: KeyObject, { position, hash, recordedAt }: LogEnd): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([position, hash, recordedAt]))
    .digest('hex');

/**
 * The mark that the file holds: the newest of its two slots. `damaged`: neither slot was written by this store. Undefined: there is no file.
 * Its MAC needs a key of the installation, so that no earlier end can be written into it by somebody who cuts off events.
 */
export const readMark = (file: string, key: KeyObject): LogEnd | 'damaged' | undefined => {
  const slots = readSlots(file);
  if (slots === undefined) return undefined;
  const marks = slots.map((text) => markIn(text, key)).filter((mark) => mark !== undefined);
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
  private readonly slots: TwoSlots;

  /** Creates the file if it does not exist; then it is durable. @param end the end of the log now */
  constructor(
    file: string,
    private readonly key: KeyObject,
    end: LogEnd,
  ) {
    this.slots = new TwoSlots(file, this.textOf(end));
  }

  write(end: LogEnd): void {
    this.slots.write(this.textOf(end));
  }

  close(): void {
    this.slots.close();
  }

  private textOf(end: LogEnd): string {
    return JSON.stringify({ ...end, mac: macOf(this.key, end) });
  }
}
