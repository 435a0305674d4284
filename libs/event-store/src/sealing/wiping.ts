import { setTimeout as sleep } from 'node:timers/promises';
import { DestructionHeldUp } from '../port';
import type { KeyStore } from './key-store';

/** The pauses before each try, about two seconds in total. */
const retryAfterMs = [0, 20, 50, 100, 300, 500, 1_000];
const laterEveryMs = 5_000;

/** Removes the last copies of destroyed keys, as soon as no reader holds an older state of the keys' database. */
export class Wiping {
  private later: Promise<void> | undefined;
  private ended = false;

  constructor(private readonly keys: Pick<KeyStore, 'wipe'>) {}

  /** @throws DestructionHeldUp; this process then goes on trying in the background */
  async run(): Promise<void> {
    for (const waitMs of retryAfterMs) {
      await sleep(waitMs);
      if (await this.keys.wipe()) return;
    }
    this.later ??= this.runLater();
    throw new DestructionHeldUp();
  }

  /** To be called before the keys' database is closed. */
  end(): void {
    this.ended = true;
  }

  private async runLater(): Promise<void> {
    do await sleep(laterEveryMs, undefined, { ref: false });
    while (!this.ended && !(await this.keys.wipe()));
    this.later = undefined;
  }
}
