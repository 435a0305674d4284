import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyObject } from 'node:crypto';
import { BoundedCache } from './bounded-cache';
import { OutcomeUnknown, type EventLog, type LogAppended, type LoggedEvent, type SealedEvent } from './log';
import {
  AppendTooLarge,
  ConcurrencyConflict,
  NotRedactable,
  appendBytesMax,
  type Appended,
  type Clock,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type StoredEvent,
  type StreamName,
  type StreamRead,
} from './port';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from './sealing/envelope';
import type { KeyVault, OpenedKey } from './sealing/key-vault';
import { open, placeOf, seal } from './sealing/seal';

/** Stream heads kept at hand; one is some 300 bytes. */
const headsMax = 16_384;
/** Waits before the same bytes are sent again: after these, the last error is the caller's. About half a minute in all. */
const resendAfterMs = [0, 50, 100, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** What the next event of a stream is chained to. */
interface Head {
  readonly revision: number;
  readonly hash: string;
  readonly recordedAt: string;
}

/** The port over any log: seals, chains and dates what goes in, opens what comes out. */
export class SealedEventStore implements EventStore {
  private readonly heads = new BoundedCache<StreamName, Head>(headsMax);

  constructor(
    protected readonly log: EventLog,
    protected readonly vault: KeyVault,
    protected readonly clock: Clock,
  ) {}

  append(
    stream: StreamName,
    expectedRevision: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    // The clock is asked here and now, in the caller's own context: a later turn may have another clock.
    return this.appendAt(this.clock.now(), stream, expectedRevision, events);
  }

  async readStream(
    stream: StreamName,
    range?: { readonly from?: number; readonly to?: number },
  ): Promise<readonly StoredEvent[]> {
    return this.openAll(await this.log.readStream(stream, range));
  }

  async *readAll(options?: {
    readonly after?: Position;
    readonly batchSize?: number;
  }): AsyncIterable<readonly StoredEvent[]> {
    for await (const batch of this.log.readAll(options)) yield await this.openAll(batch);
  }

  async *follow(options: {
    readonly after?: Position;
    readonly batchSize?: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<readonly StoredEvent[]> {
    for await (const batch of this.log.follow(options)) yield await this.openAll(batch);
  }

  async *streams(): AsyncIterable<{ readonly stream: StreamName; readonly lastRevision: number }> {
    for await (const { stream, lastRevision, erased } of this.log.streams()) {
      if (!erased) yield { stream, lastRevision };
    }
  }

  async *readStreamByStream(options?: { readonly upTo?: Position }): AsyncIterable<StreamRead> {
    for await (const { stream, events } of this.log.readStreamByStream(options)) {
      yield { stream, events: await this.openAll(events) };
    }
  }

  lastPosition(): Promise<Position | undefined> {
    return this.log.lastPosition();
  }

  async destroyEntryKey(stream: StreamName, eventId: string): Promise<void> {
    if (!(await this.vault.destroyEntryKey(stream, eventId))) throw new NotRedactable(eventId);
  }

  async deleteStream(stream: StreamName, expectedRevision: number): Promise<void> {
    this.heads.delete(stream);
    // The stream first: should the process die in between, the keys of erased streams are destroyed when the store is opened again.
    await this.log.deleteStream(stream, expectedRevision);
    await this.vault.destroyStream(stream);
  }

  private async appendAt(
    now: string,
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    if (events.length === 0) throw new RangeError('an append holds at least one event');
    const atHand = this.heads.get(stream);
    const head = atHand?.revision === expected ? atHand : await this.readHead(stream);
    const actual = head?.revision ?? 'none';
    if (actual !== expected) {
      const repeated = await this.repeated(stream, expected, events);
      if (repeated === undefined) throw new ConcurrencyConflict(stream, expected, actual);
      return this.answer(await this.openAll(repeated));
    }
    const sealed = await this.sealAll(now, stream, head, events);
    const outcome = await this.send(stream, expected, sealed);
    if ('repeated' in outcome) return this.answer(await this.openAll(outcome.repeated));
    const stored = sealed.map((event, i) => {
      const position = outcome.positions[i] as Position;
      return opened({ ...event, position }, event.plain);
    });
    const last = stored[stored.length - 1] as StoredEvent;
    this.heads.set(stream, { revision: last.revision, hash: last.hash, recordedAt: last.recordedAt });
    return this.answer(stored);
  }

  private answer(events: readonly StoredEvent[]): Appended {
    const last = events[events.length - 1] as StoredEvent;
    return { events, revision: last.revision, position: last.position };
  }

  private async readHead(stream: StreamName): Promise<Head | undefined> {
    const last = await this.log.last(stream);
    if (last === undefined) return undefined;
    return { revision: last.revision, hash: last.hash, recordedAt: envelopeOf(last).recordedAt };
  }

  /** What stands after the expected revision, where it is these very events. */
  private async repeated(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<readonly LoggedEvent[] | undefined> {
    const from = expected === 'none' ? 0 : expected + 1;
    const stored = await this.log.readStream(stream, { from, to: from + events.length - 1 });
    const same =
      stored.length === events.length && stored.every((event, i) => envelopeOf(event).id === events[i]?.id);
    return same ? stored : undefined;
  }

  private async sealAll(
    now: string,
    stream: StreamName,
    head: Head | undefined,
    events: readonly NewEvent[],
  ): Promise<(SealedEvent & { readonly plain: string })[]> {
    const streamKey = this.vault.streamKeyAtHand(stream) ?? (await this.vault.streamKey(stream));
    // A clock that was set back never makes a stream go backwards.
    const recordedAt = head !== undefined && head.recordedAt > now ? head.recordedAt : now;
    let revision = head?.revision ?? -1;
    let prevHash = head?.hash ?? chainStart(stream);
    let bytes = 0;
    const sealed = [];
    for (const event of events) {
      const key = event.ownKey ? await this.vault.entryKey(stream, event.id) : streamKey;
      const next = sealOne(event, { stream, revision: ++revision, recordedAt, prevHash }, key);
      prevHash = next.hash;
      bytes += next.sealed.length + next.envelope.length;
      sealed.push(next);
    }
    if (bytes > appendBytesMax) throw new AppendTooLarge(stream, bytes);
    return sealed;
  }

  /** The same bytes, ids and revision until it is known what became of them. */
  private async send(
    stream: StreamName,
    expected: ExpectedRevision,
    sealed: readonly SealedEvent[],
  ): Promise<LogAppended> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.log.append(stream, expected, sealed);
      } catch (error) {
        this.heads.delete(stream);
        const waitMs = resendAfterMs[attempt];
        if (!(error instanceof OutcomeUnknown) || waitMs === undefined) throw error;
        await sleep(waitMs);
      }
    }
  }

  private async openAll(logged: readonly LoggedEvent[]): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (const event of logged) {
      const envelope = envelopeOf(event);
      const key = this.vault.keyAtHand(envelope.keyId) ?? (await this.vault.key(envelope.keyId));
      events.push(openOne(event, envelope, key));
    }
    return events;
  }
}

const envelopeOf = (event: LoggedEvent): ChainedEnvelope => JSON.parse(event.envelope) as ChainedEnvelope;

const sealOne = (
  event: NewEvent,
  place: Pick<ChainedEnvelope, 'stream' | 'revision' | 'recordedAt' | 'prevHash'>,
  key: OpenedKey,
): SealedEvent & { readonly plain: string } => {
  const plain = JSON.stringify(event.data) as string | undefined;
  if (plain === undefined) throw new TypeError(`event ${event.id} has no payload that JSON can hold`);
  const authenticated = placeOf({
    ...place,
    id: event.id,
    type: event.type,
    schemaVersion: event.schemaVersion,
  });
  const sealed = seal(key.key, authenticated, plain);
  const envelope = canonicalEnvelope({ ...event, ...place, keyId: key.id, dataHash: sha256(sealed) });
  return { id: event.id, type: event.type, envelope, hash: sha256(envelope), sealed, plain };
};

const openOne = (
  event: LoggedEvent,
  envelope: ChainedEnvelope,
  key: KeyObject | 'destroyed' | undefined,
): StoredEvent => {
  if (key === 'destroyed')
    return { ...envelope, position: event.position, hash: event.hash, data: null, redacted: true };
  if (key === undefined) throw new Error(`key ${envelope.keyId} of event ${envelope.id} is missing`);
  return opened(event, open(key, placeOf(envelope), event.sealed).toString('utf8'));
};

const opened = (event: Pick<LoggedEvent, 'envelope' | 'hash' | 'position'>, plain: string): StoredEvent => ({
  ...(JSON.parse(event.envelope) as ChainedEnvelope),
  position: event.position,
  hash: event.hash,
  data: JSON.parse(plain) as unknown,
});
