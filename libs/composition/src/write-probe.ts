import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolderUnusable } from '@rt/event-store';

/** A database that cannot be written in, and why. */
export interface Unwritable {
  /** The name of the file in the data folder. */
  readonly file: string;
  readonly reason: DataFolderUnusable['reason'];
}

const heldMs = 1_000;
const triesMax = 5;
const betweenTriesMs = 100;

/**
 * Tries to write in every database of a data folder. A transaction that is rolled back would reach no disk, so a page is written. Each answer holds for a
 * second, however often it is asked for.
 */
export class WriteProbe {
  /** Every database that was ever here: one that disappears is missed. */
  private readonly known = new Set<string>();
  private answer: Promise<readonly Unwritable[]> | undefined;
  private askedAt = 0;

  /**
   * @param why writes in a database; says why, if it cannot
   * @param isOthers true for a file that another process writes, and this one only reads
   */
  constructor(
    private readonly folder: string,
    private readonly why: (file: string) => DataFolderUnusable | undefined,
    private readonly isOthers: (file: string) => boolean,
  ) {}

  unwritable(): Promise<readonly Unwritable[]> {
    if (this.answer === undefined || performance.now() - this.askedAt > heldMs) {
      this.askedAt = performance.now();
      this.answer = this.tryAll();
    }
    return this.answer;
  }

  private async tryAll(): Promise<readonly Unwritable[]> {
    for (const name of readdirSync(this.folder)) if (name.endsWith('.sqlite')) this.known.add(name);
    const found: Unwritable[] = [];
    for (const file of [...this.known].filter((name) => !this.isOthers(name)).sort()) {
      // Each try waits for the disk: requests are answered between two of them.
      await sleep(0);
      const reason = await this.tryOne(file);
      if (reason !== undefined) found.push({ file, reason });
    }
    return found;
  }

  /** A lock that is let go again is no reason. */
  private async tryOne(file: string): Promise<Unwritable['reason'] | undefined> {
    for (let tries = 1; ; tries++) {
      const reason = this.why(path.join(this.folder, file))?.reason;
      if (reason !== 'locked' || tries === triesMax) return reason;
      await sleep(betweenTriesMs);
    }
  }
}
