import { comparePositions, type Position, type StoreOrder } from '@rt/event-store';
import type { Applied } from '@rt/read-models';
import { missedFiles } from './missed-files';
import type { Touched } from './projection.messages';

/**
 * Announces the files with new events, without a gap. A batch that this thread applied lists its files. What another process applied to the same rows
 * (a second server, the command line) is read from the store.
 */
export class TouchedFiles {
  /** @param announcedTo the last announced position; undefined: none */
  constructor(
    private readonly store: Pick<StoreOrder, 'readOrder'>,
    private readonly tell: (touched: Touched) => void,
    private announcedTo: Position | undefined,
  ) {}

  hasTold(position: Position): boolean {
    return this.announcedTo !== undefined && comparePositions(position, this.announcedTo) <= 0;
  }

  /** Announces a batch that this thread applied. If an earlier event has not been announced, the batch is left to `fillGap`. */
  applied({ after, position, fileIds }: Applied): void {
    if (after !== this.announcedTo) return;
    this.announcedTo = position;
    this.tell({ position, fileIds });
  }

  /** Announces everything that has not been announced, up to a position that the rows have reached. */
  async fillGap(position: Position): Promise<void> {
    if (this.hasTold(position)) return;
    const missed = await missedFiles(this.store, this.announcedTo, position);
    this.announcedTo = position;
    this.tell({ position, fileIds: missed === undefined ? 'tooMany' : [...missed.keys()] });
  }
}
