import { setTimeout as sleep } from 'node:timers/promises';
import { BoundedCache } from './bounded-cache';
import { OutcomeUnknown, type EventLog, type LogAppended, type LoggedEvent, type SealedEvent } from './log';
import {
  ConcurrencyConflict,
  HistoryDamaged,
  NotRedactable,
  type Appended,
  type Clock,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type OrderedEvent,
  type Position,
  type ProvableEvent,
  type SkipDamaged,
  type StoredEvent,
  type StoreOrder,
  type StreamName,
  type StreamRead,
  type StreamState,
  type TextSeal,
} from './port';
import {
  chainAll,
  checkSequence,
  envelopeOf,
  opened,
  openOne,
  payloadText,
  unreadable,
  type Head,
} from './sealing/event-sealing';
import type { KeyVault, OpenedKey } from './sealing/key-vault';
import { openPlain } from './sealing/payload';
import { textSealWith } from './sealing/text-seal';

/** The most stream heads in the cache; each takes about 300 bytes. */
const headsMax = 16_384;
/** Events that are read at once where no payload is opened. */
const orderBatchSize = 4_096;
/** The pauses before each retry with the same bytes, about half a minute in total. After the last retry the caller gets the error. */
const resendAfterMs = [0, 50, 100, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** Implements the port on top of any log: seals, chains and timestamps events when they are appended, and opens them when they are read. */
export class SealedEventStore implements EventStore, StoreOrder {
  private readonly heads = new BoundedCache<StreamName, Head>(headsMax);

  constructor(
    protected readonly log: EventLog,
    protected readonly vault: KeyVault,
    protected readonly clock: Clock,
  ) {}

  async append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    // Read clock and payloads before the first await, in the caller's own context: later the clock may differ, and the caller may change the
    // payloads.
    const now = this.clock.now();
    const payloads = events.map(payloadText);
    if (events.length === 0) throw new RangeError('an append holds at least one event');

    const atHand = this.heads.get(stream);
    const head = atHand?.revision === expected ? atHand : await this.readHead(stream);
    const actual = head?.revision ?? 'none';
    if (actual !== expected) {
      const repeated = await this.repeated(stream, expected, events);
      if (repeated === undefined) throw new ConcurrencyConflict(stream, expected, actual);
      return answer(await this.openAll(repeated));
    }
    const streamKey = this.vault.streamKeyAtHand(stream) ?? (await this.vault.streamKey(stream));
    const ownKeys = events.some(({ ownKey }) => ownKey) ? await this.ownKeys(stream, events) : undefined;
    const keyOf = (event: NewEvent): OpenedKey => ownKeys?.get(event.id) ?? streamKey;
    const sealed = chainAll({ stream, now, head }, events, payloads, keyOf);
    const outcome = await this.log
      .append(stream, expected, sealed)
      .catch((error: unknown) => this.sendAgain(error, stream, expected, sealed));
    if ('repeated' in outcome) return answer(await this.openAll(outcome.repeated));
    const stored = sealed.map(({ chained, hash }, i) =>
      opened(chained, { position: outcome.positions[i] as Position, hash }, payloads[i] as string),
    );
    const last = stored[stored.length - 1] as StoredEvent;
    this.heads.set(stream, { revision: last.revision, hash: last.hash, recordedAt: last.recordedAt });
    return answer(stored);
  }

  async readStream(
    stream: StreamName,
    range: { readonly from?: number; readonly to?: number; readonly prevHash?: string } = {},
  ): Promise<readonly StoredEvent[]> {
    const events = await this.openAll(await this.log.readStream(stream, range));
    checkSequence(stream, events, range);
    return events;
  }

  async *readAll(
    options: { readonly after?: Position; readonly batchSize?: number } & SkipDamaged = {},
  ): AsyncIterable<readonly StoredEvent[]> {
    for await (const batch of this.log.readAll(options)) yield await this.openAll(batch, options.onDamaged);
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

  async *readStreamByStream(
    options: { readonly upTo?: Position } & SkipDamaged = {},
  ): AsyncIterable<StreamRead> {
    for await (const { stream, events } of this.log.readStreamByStream(options)) {
      const opened = await this.openWhole(stream, events).catch(skipping(options.onDamaged));
      if (opened !== undefined) yield { stream, events: opened };
    }
  }

  readOrder(options?: { readonly after?: Position }): AsyncIterable<readonly OrderedEvent[]> {
    return this.log.readAll({ ...options, batchSize: orderBatchSize });
  }

  streamStates(): AsyncIterable<StreamState> {
    return this.log.streams();
  }

  /** Payloads of the first seal are left out: no envelope commits to their plaintext. */
  async readProvable(stream: StreamName): Promise<readonly ProvableEvent[]> {
    const logged = await this.log.readStream(stream);
    checkSequence(stream, await this.openAll(logged));
    const provable = logged.map(async (event): Promise<ProvableEvent> => {
      const { position, revision, envelope: text } = event;
      const envelope = envelopeOf(event);
      const key = envelope.seal === 2 ? await this.vault.key(envelope.keyId) : undefined;
      if (key === undefined || key === 'destroyed') return { position, stream, revision, envelope: text };
      return { position, stream, revision, envelope: text, plain: openPlain(key, envelope, event) };
    });
    return Promise.all(provable);
  }

  lastPosition(): Promise<Position | undefined> {
    return this.log.lastPosition();
  }

  async textSeal(stream: StreamName): Promise<TextSeal | undefined> {
    const key = await this.vault.existingStreamKey(stream);
    return key && textSealWith(key, stream);
  }

  keyedHash(purpose: string, text: string): string {
    return this.vault.keyedHash(purpose, text);
  }

  async destroyEntryKey(stream: StreamName, eventId: string): Promise<void> {
    if (!(await this.vault.destroyEntryKey(stream, eventId))) throw new NotRedactable(eventId);
  }

  async deleteStream(stream: StreamName, expectedRevision: number): Promise<void> {
    this.heads.delete(stream);
    // Delete the stream first: if the process dies before its keys are destroyed, the next start destroys the keys of all erased streams.
    await this.log.deleteStream(stream, expectedRevision);
    await this.vault.destroyStream(stream);
  }

  /** Clears the cached keys, so that a key which another process or thread has destroyed opens nothing here afterwards. */
  forgetKeys(): void {
    this.vault.forget();
  }

  private async readHead(stream: StreamName): Promise<Head | undefined> {
    const last = await this.log.last(stream);
    if (last === undefined) return undefined;
    return { revision: last.revision, hash: last.hash, recordedAt: envelopeOf(last).recordedAt };
  }

  /** The events after the expected revision if they are these very events, otherwise undefined. */
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

  private async ownKeys(
    stream: StreamName,
    events: readonly NewEvent[],
  ): Promise<ReadonlyMap<string, OpenedKey>> {
    const keys = events
      .filter(({ ownKey }) => ownKey)
      .map(async ({ id }): Promise<[string, OpenedKey]> => [id, await this.vault.entryKey(stream, id)]);
    return new Map(await Promise.all(keys));
  }

  /** Sends the same bytes, ids and revision again until the outcome is known; the caller gets any other error. */
  private async sendAgain(
    error: unknown,
    stream: StreamName,
    expected: ExpectedRevision,
    sealed: readonly SealedEvent[],
  ): Promise<LogAppended> {
    this.heads.delete(stream);
    let last = error;
    for (const waitMs of resendAfterMs) {
      if (!(last instanceof OutcomeUnknown)) throw last;
      await sleep(waitMs);
      try {
        return await this.log.append(stream, expected, sealed);
      } catch (next) {
        last = next;
      }
    }
    throw last;
  }

  private async openWhole(
    stream: StreamName,
    logged: readonly LoggedEvent[],
  ): Promise<readonly StoredEvent[]> {
    const events = await this.openAll(logged);
    checkSequence(stream, events);
    return events;
  }

  /** @throws HistoryDamaged, or calls `onDamaged` and leaves the event out */
  private async openAll(
    logged: readonly LoggedEvent[],
    onDamaged?: SkipDamaged['onDamaged'],
  ): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (const event of logged) {
      try {
        const envelope = envelopeOf(event);
        const key = this.vault.keyAtHand(envelope.keyId) ?? (await this.vault.key(envelope.keyId));
        events.push(openOne(event, envelope, key));
      } catch (error) {
        skipping(onDamaged)(unreadable(event, error));
      }
    }
    return events;
  }
}

/** Passes damage to the caller's callback; throws it, and any other error, where there is none. */
const skipping =
  (onDamaged: SkipDamaged['onDamaged']) =>
  (error: unknown): undefined => {
    if (onDamaged === undefined || !(error instanceof HistoryDamaged)) throw error;
    onDamaged(error);
  };

const answer = (events: readonly StoredEvent[]): Appended => {
  const last = events[events.length - 1] as StoredEvent;
  return { events, revision: last.revision, position: last.position };
};
