import { readSlots, TwoSlots } from '@rt/event-store';
import type { AccessLogHead } from '../access-log';
import type { AccessSeal, SealedHead } from '../access-seal';

/**
 * Keeps the last entry of the access log outside its database, so that a copy of the database that is put back is found. It is written after the entry is
 * durable, so it is never ahead of the log. Several processes write it; the highest entry counts.
 */
export class AccessLogMark {
  private slots: TwoSlots | undefined;
  /** The last entry that this process knows of. */
  known: AccessLogHead | undefined;

  constructor(
    private readonly file: string,
    private readonly seal: AccessSeal,
  ) {}

  /** `lost`: it was not written by this installation. Undefined: there is no file. */
  read(): AccessLogHead | 'lost' | undefined {
    const texts = readSlots(this.file);
    if (texts === undefined) return undefined;
    const [latest] = texts
      .map((text) => this.markIn(text))
      .filter((mark) => mark !== undefined)
      .sort((a, b) => b.entries - a.entries);
    if (latest !== undefined && latest.entries > (this.known?.entries ?? -1)) this.known = latest;
    return latest ?? 'lost';
  }

  /** If it cannot be written, the entries are stored all the same; the next ones move it. */
  move(head: AccessLogHead): void {
    this.known = head;
    const { entries, hash } = head;
    const text = JSON.stringify({ entries, hash, mac: this.seal.markMac(head) });
    try {
      if (this.slots === undefined) this.slots = new TwoSlots(this.file, text);
      else this.slots.write(text);
    } catch {
      return;
    }
  }

  close(): void {
    this.slots?.close();
    this.slots = undefined;
  }

  private markIn(text: string): AccessLogHead | undefined {
    try {
      const { entries, hash, mac } = JSON.parse(text) as SealedHead;
      return this.seal.markFits({ entries, hash, mac }) ? { entries, hash } : undefined;
    } catch {
      return undefined;
    }
  }
}
