import type { FileId, ReviewClosed, SampleDrawn } from '@rt/domain';
import type { EventStore, Position, StreamName } from '@rt/event-store';

const prefix = 'review-';

/**
 * Which files stand in the sample of an open review: what an inspector reaches. Read from the reviews' own streams, of which there
 * are few; every question first reads what was written since the last one.
 */
export class SampledFiles {
  private readonly filesOf = new Map<string, ReadonlySet<FileId>>();
  private upTo: Position | undefined;
  private begun = false;
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly store: EventStore) {}

  /** The ids of the open reviews that drew the file. */
  async reviewsOf(fileId: FileId): Promise<readonly string[]> {
    await this.catchUp();
    return [...this.filesOf].flatMap(([review, files]) => (files.has(fileId) ? [review] : []));
  }

  /** The ids of all reviews that were planned, open or not, in order. */
  async reviews(): Promise<readonly string[]> {
    await this.catchUp();
    return [...this.filesOf.keys()].sort();
  }

  /** Every file that an open review drew. */
  async all(): Promise<readonly FileId[]> {
    await this.catchUp();
    return [...new Set([...this.filesOf.values()].flatMap((files) => [...files]))];
  }

  /** One after the other, so that no question is answered from half a reading. */
  private catchUp(): Promise<void> {
    const next = this.reading.then(() => this.readOn());
    this.reading = next.catch(() => undefined);
    return next;
  }

  private async readOn(): Promise<void> {
    const last = await this.store.lastPosition();
    if (last === this.upTo) return;
    const changed = new Set<StreamName>();
    if (!this.begun) {
      for await (const { stream } of this.store.streams()) if (stream.startsWith(prefix)) changed.add(stream);
    } else {
      for await (const batch of this.store.readAll({ after: this.upTo }))
        for (const { stream } of batch) if (stream.startsWith(prefix)) changed.add(stream);
    }
    for (const stream of changed) this.filesOf.set(stream.slice(prefix.length), await this.sampleOf(stream));
    this.upTo = last;
    this.begun = true;
  }

  private async sampleOf(stream: StreamName): Promise<ReadonlySet<FileId>> {
    const files = new Set<FileId>();
    for (const { type, data } of await this.store.readStream(stream)) {
      if (type === ('ReviewClosed' satisfies ReviewClosed['type'])) return new Set();
      if (type !== ('SampleDrawn' satisfies SampleDrawn['type'])) continue;
      const { cases, reviewedWhole } = data as SampleDrawn['data'];
      for (const { fileId } of [...cases, ...reviewedWhole]) files.add(fileId);
    }
    return files;
  }
}
