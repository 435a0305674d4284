import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** An instant at which somebody said that the clock is right. */
export interface ClockConfirmation {
  readonly at: string;
  readonly by: string;
}

/**
 * The last confirmation of the clock, in a file of its own, because the command line writes it while the server holds the store. Its MAC needs a key
 * of the installation, so whoever can only write in the folder confirms nothing.
 */
export class ConfirmedClock {
  private readonly file: string;

  constructor(
    dataDir: string,
    private readonly key: KeyObject,
  ) {
    this.file = path.join(dataDir, 'clock-confirmed.json');
  }

  /** Undefined if nobody has confirmed the clock, or the file was changed. */
  read(): ClockConfirmation | undefined {
    try {
      const { at, by, mac } = JSON.parse(readFileSync(this.file, 'utf8')) as ClockConfirmation & {
        mac: string;
      };
      const given = Buffer.from(mac, 'hex');
      const right = this.macOf({ at, by });
      return given.length === right.length && timingSafeEqual(given, right) ? { at, by } : undefined;
    } catch {
      return undefined;
    }
  }

  write(confirmation: ClockConfirmation): void {
    const mac = this.macOf(confirmation).toString('hex');
    writeFileSync(`${this.file}.new`, JSON.stringify({ ...confirmation, mac }), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }

  private macOf({ at, by }: ClockConfirmation): Buffer {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([at, by]))
      .digest();
  }
}
