import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { OutcomeUnknown, type EventLog, type LogAppended, type LoggedEvent, type SealedEvent } from './log';
import {
  ConcurrencyConflict,
  DataFolderUnusable,
  ErasureNotRecorded,
  HistoryDamaged,
  StreamErased,
  type Appended,
  type Clock,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type OrderedEvent,
  type Position,
  type SealedValues,
  type ProvableEvent,
  type SkipDamaged,
  type StoredEvent,
  type StoreOrder,
  type StreamName,
  type StreamRead,
  type StreamState,
  type TextSeal,
} from './port';
import { chainAll, checkSequence, envelopeOf, opened, payloadText, type Head } from './sealing/event-sealing';
import type { KeyVault } from './sealing/key-vault';
import { Erasures } from './sealing/erasures';
import { openPayload, redactedIds } from './sealing/opening';
import { openEvents, skipping } from './sealing/open-events';
import { destroyRedacted } from './sealing/redaction';
import { textSealWith } from './sealing/text-seal';
import { Wiping } from './sealing/wiping';

/** The most stream heads in the cache; each takes about 300 bytes. */
const headsMax = 16_384;
/** Events that are read at once where no payload is opened. */
const orderBatchSize = 4_096;
/** The pauses before each retry with the same bytes, about half a minute in total. After the last retry the caller gets the error. */
const resendAfterMs = [0, 50, 100, 250, 500, 1_000, 2_000, 4_000, 8_000, 15_000];

/** A lower bound of a stream's last revision, from outside the log; undefined if nothing is known of the stream. */
export type KnownRevision = (stream: StreamName) => Promise<number | undefined>;

/** Implements the port on top of any log: seals, chains and timestamps events when they are appended, and opens them when they are read. */
export class SealedEventStore implements EventStore, StoreOrder, SealedValues {
  private readonly heads = new LRUCache<StreamName, Head>({ max: headsMax });
  protected readonly erasures: Erasures;
  protected readonly wiping: Wiping;

  constructor(
    protected readonly log: EventLog,
    protected readonly vault: KeyVault,
    protected readonly clock: Clock,
    private readonly knownRevision?: KnownRevision,
  ) {
    this.erasures = new Erasures(log, vault);
    this.wiping = new Wiping(vault.store);
  }

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
    const redaction = events.find(({ redacts }) => redacts !== undefined);
    const key = redaction
      ? await this.vault.keyFromRedaction(stream, redaction.id)
      : await this.vault.streamKey(stream, head?.keyId);
    const sealed = chainAll({ stream, now, head }, events, payloads, key);
    const outcome = await this.log
      .append(stream, expected, sealed)
      .catch((error: unknown) => this.sendAgain(error, stream, expected, sealed));
    if ('repeated' in outcome) return answer(await this.openAll(outcome.repeated));
    const stored = sealed.map(({ chained, hash }, i) =>
      opened(chained, { position: outcome.positions[i] as Position, hash }, payloads[i] as string),
    );
    const last = stored[stored.length - 1] as StoredEvent;
    this.heads.set(stream, headOf(last));
    return answer(stored);
  }

  async readStream(
    stream: StreamName,
    range: { readonly from?: number; readonly to?: number; readonly prevHash?: string } = {},
  ): Promise<readonly StoredEvent[]> {
    // Asked before the read: what is appended and followed meanwhile must not make the read look too short.
    const known = range.to === undefined ? await this.knownRevision?.(stream) : undefined;
    const logged = await this.log.readStream(stream, range).catch((error: unknown) => this.ifErased(error));
    const events = await this.openAll(logged);
    checkSequence(stream, events, range);
    const last = (range.from ?? 0) + events.length - 1;
    // The index of a database may have lost the last events of a stream without an error.
    if (known !== undefined && known > last) throw new HistoryDamaged(stream, last + 1);
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

  readOrder({
    after,
    batchSize = orderBatchSize,
  }: Parameters<StoreOrder['readOrder']>[0] = {}): AsyncIterable<readonly OrderedEvent[]> {
    return this.log.readAll({ after, batchSize });
  }

  streamStates(): AsyncIterable<StreamState> {
    return this.log.streams();
  }

  /** Payloads of the first seal are left out, because no envelope commits to their plaintext, and so are entries that a redaction names. */
  async readProvable(stream: StreamName): Promise<readonly ProvableEvent[]> {
    const logged = await this.log.readStream(stream);
    checkSequence(stream, await this.openAll(logged));
    const redacted = await redactedIds(this.vault, logged);
    const provable = logged.map(async (event): Promise<ProvableEvent> => {
      const { position, revision, envelope: text, hash } = event;
      const envelope = envelopeOf(event);
      const isShown = envelope.seal === 2 && !redacted.has(envelope.id);
      const plain = isShown ? await openPayload(this.vault, envelope, event) : undefined;
      return { position, stream, revision, envelope: text, hash, ...(plain && { plain }) };
    });
    return Promise.all(provable);
  }

  lastPosition(): Promise<Position | undefined> {
    return this.log.lastPosition();
  }

  async textSeal(stream: StreamName): Promise<TextSeal | undefined> {
    const key = await this.vault.presentKey(stream, async () => (await this.readHead(stream))?.keyId);
    return key && textSealWith(key, stream);
  }

  sealValue(stream: StreamName): Promise<string> {
    return this.vault.sealedValue(stream);
  }

  sealedValue(stream: StreamName): Promise<string | undefined> {
    return this.vault.shownValue(stream).catch((error: unknown) => {
      if (error instanceof DataFolderUnusable) throw error;
      return undefined;
    });
  }

  forgetValue(stream: StreamName): Promise<void> {
    return this.vault.forgetValue(stream);
  }

  keyedHash(purpose: string, text: string): string {
    return this.vault.keyedHash(purpose, text);
  }

  async destroyRedacted(stream: StreamName): Promise<void> {
    await destroyRedacted(this.log, this.vault, stream);
    await this.wiping.run();
  }

  async deleteStream(stream: StreamName, expectedRevision: number): Promise<void> {
    if ((await this.erasures.of(stream))?.lastRevision !== expectedRevision)
      throw new ErasureNotRecorded(stream);
    this.heads.delete(stream);
    // Delete the stream first: if the process dies before its keys are destroyed, the next start destroys the keys of all erased streams.
    await this.log.deleteStream(stream, expectedRevision);
    await this.vault.destroyStream(stream);
    await this.wiping.run();
  }

  /** Clears the cached keys, so that a key which another process or thread has destroyed opens nothing here afterwards. */
  forgetKeys(): void {
    this.vault.forget();
  }

  private async readHead(stream: StreamName): Promise<Head | undefined> {
    const last = await this.log.last(stream).catch((error: unknown) => this.ifErased(error));
    if (last === undefined) return undefined;
    return headOf({ ...envelopeOf(last), hash: last.hash });
  }

  /** A stream that is marked as erased is believed to be so only if its erasure is recorded. */
  private async ifErased(error: unknown): Promise<never> {
    if (error instanceof StreamErased && !(await this.erasures.of(error.stream)))
      throw new HistoryDamaged(error.stream, 0);
    throw error;
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

  private openAll(
    logged: readonly LoggedEvent[],
    onDamaged?: SkipDamaged['onDamaged'],
  ): Promise<readonly StoredEvent[]> {
    return openEvents(this.log, this.vault, logged, onDamaged);
  }
}

const headOf = ({ revision, hash, recordedAt, keyId }: Head): Head => ({ revision, hash, recordedAt, keyId });

const answer = (events: readonly StoredEvent[]): Appended => {
  const last = events[events.length - 1] as StoredEvent;
  return { events, revision: last.revision, position: last.position };
};
