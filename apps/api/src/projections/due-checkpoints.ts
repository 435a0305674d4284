import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { dayOf, type Instant } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { writeCheckpointFiles, type Evidence } from '@rt/evidence';
import { faultOf, type Fault } from '../observing/fault';

/** When and where the server makes checkpoints by itself. */
export interface CheckpointSettings {
  /** The folder for checkpoints as files. Undefined: they are kept in the data folder only. */
  readonly folder?: string;
  /** A checkpoint is due after this many events. */
  readonly every: number;
  /** How often the tree follows at most; left out: every two seconds. Each time costs one flush to the disk that the writer uses too. */
  readonly followEveryMs?: number;
}

/** The result of a checkpoint that was due. */
export type CheckpointOutcome =
  | { readonly is: 'checkpointMade'; readonly size: number }
  | { readonly is: 'checkpointFailed'; readonly fault: Fault };

/** The number of events that the tree adds in one call, which takes about half a second. */
const eventsAtOnceMax = 50_000;
const retryAfterMs = 10 * 60_000;
const followEveryMsDefault = 2_000;

/** Keeps the tree up to date, and makes a checkpoint on the first event, after every `every` events, and on a new day. */
export class DueCheckpoints {
  private nextAt = 0;

  constructor(
    private readonly evidence: () => Promise<Pick<Evidence, 'follow' | 'sinceLast' | 'checkpoint'>>,
    private readonly clock: Clock,
    private readonly settings: CheckpointSettings,
    private readonly tell: (outcome: CheckpointOutcome) => void,
  ) {}

  /** Never throws, so the rest of the projection thread continues. The next try is after ten minutes. */
  async look(): Promise<void> {
    if (performance.now() < this.nextAt) return;
    const { folder, followEveryMs = followEveryMsDefault } = this.settings;
    this.nextAt = performance.now() + followEveryMs;
    try {
      const evidence = await this.evidence();
      const isUpToDate = await evidence.follow(eventsAtOnceMax);
      if (!isUpToDate || !this.isDue(await evidence.sinceLast())) return;
      // Checked first, so that no checkpoint is signed that cannot be written to the folder.
      if (folder !== undefined) accessSync(folder, constants.W_OK);
      const made = await evidence.checkpoint();
      if (folder !== undefined) writeCheckpointFiles(path.join(folder, nameOf(made)), made);
      this.tell({ is: 'checkpointMade', size: made.size });
    } catch (error) {
      this.nextAt = performance.now() + retryAfterMs;
      this.tell({ is: 'checkpointFailed', fault: faultOf(error) });
    }
  }

  private isDue({ madeAt, leaves }: Awaited<ReturnType<Evidence['sinceLast']>>): boolean {
    if (madeAt === undefined) return leaves > 0;
    return leaves >= this.settings.every || dayOf(this.clock.now() as Instant) > dayOf(madeAt as Instant);
  }
}

/** The names sort by time: `2026-03-18T010000000Z-4711.checkpoint`. */
const nameOf = ({ madeAt, size }: { readonly madeAt: string; readonly size: number }): string =>
  `${madeAt.replace(/[:.]/g, '')}-${size}.checkpoint`;
