import { createHmac, createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { DataFolderUnusable, KeyDamaged } from '../port';
import {
  isStreamKey,
  redactionUse,
  valueUse,
  type KeyReplacement,
  type KeyStore,
  type WrappedKey,
} from './key-store';
import { RootKeys } from './root-keys';
import { open, seal } from './seal';

export interface OpenedKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The most opened keys in the cache; each takes about a kilobyte. */
const openedKeysMax = 16_384;
const hashBytes = 16;

/** Makes, opens and caches the random keys: one per stream, and a new one with every redaction. They are stored wrapped with the master key. */
export class KeyVault {
  private readonly ofStream = new LRUCache<string, OpenedKey>({ max: openedKeysMax });
  private readonly opened = new LRUCache<string, KeyObject>({ max: openedKeysMax });
  private readonly hashKeys = new Map<string, KeyObject>();
  private readonly damaged = new Set<string>();
  private waiting: { readonly made: WrappedKey; readonly settle: (error?: unknown) => void }[] = [];

  /**
   * @param roots default: those of a store whose master key was never changed
   * @param onKeyDamaged called once for each key that cannot be unwrapped
   * @param masterFits asked when a key cannot be unwrapped: false if the master key was changed since this process read it
   */
  constructor(
    readonly store: KeyStore,
    private readonly masterKey: KeyObject,
    private readonly roots: RootKeys = RootKeys.of(masterKey, ''),
    private readonly masterFits: () => boolean = () => true,
    private readonly onKeyDamaged: () => void = () => undefined,
  ) {}

  /**
   * The key that seals the stream's next event. `headKeyId` is the key of the stream's last event: after a redaction events are sealed with a newer key,
   * and only who has seen the redaction can append. Makes a key for a new stream.
   */
  async streamKey(stream: string, headKeyId: string | undefined): Promise<OpenedKey> {
    const known = this.ofStream.get(stream);
    if (known !== undefined && (headKeyId === undefined || known.id === headKeyId)) return known;
    const head = headKeyId === undefined ? undefined : await this.store.byId(headKeyId);
    const key =
      head !== undefined && isStreamKey(head)
        ? { id: head.id, key: this.unwrap(head) }
        : await this.findOrMake(stream, '');
    this.ofStream.set(stream, key);
    return key;
  }

  /** The stream's key from a redaction on; makes it unless it has been made. */
  async keyFromRedaction(stream: string, eventId: string): Promise<OpenedKey> {
    return this.findOrMake(stream, redactionUse(eventId));
  }

  /** The stream's present key; undefined if there is none. `headKeyId` is asked for only while a redaction is being carried out. */
  async presentKey(
    stream: string,
    headKeyId: () => Promise<string | undefined>,
  ): Promise<KeyObject | undefined> {
    const keys = (await this.store.ofStream(stream)).filter(isStreamKey);
    const headKey = keys.length > 1 ? await headKeyId() : undefined;
    const key = keys.find(({ id }) => id === headKey) ?? keys.find(({ use }) => use === '') ?? keys[0];
    return key === undefined || key.wrapped === null ? undefined : this.unwrap(key);
  }

  /** A hash that can be computed only with a key of the installation. The key of every purpose stays in memory: purposes are few and fixed in the code. */
  keyedHash(purpose: string, text: string): string {
    let key = this.hashKeys.get(purpose);
    if (key === undefined) this.hashKeys.set(purpose, (key = this.roots.hashKey(purpose)));
    return createHmac('sha256', key).update(text).digest().subarray(0, hashBytes).toString('base64url');
  }

  keyAtHand(keyId: string): KeyObject | undefined {
    return this.opened.get(keyId);
  }

  /** The key with this id; undefined if it is missing or was destroyed. @throws KeyDamaged */
  async key(keyId: string): Promise<KeyObject | undefined> {
    const row = await this.store.byId(keyId);
    return row === undefined || row.wrapped === null ? undefined : this.unwrap(row);
  }

  /** The random value that the stream keeps sealed, in hex; makes it, durably, unless it has been made. It is wrapped and changed over as the keys are. */
  async sealedValue(stream: string): Promise<string> {
    const row = (await this.store.find(stream, valueUse)) ?? (await this.make(stream, valueUse));
    return this.unwrapped(row).toString('hex');
  }

  /** The value that the stream keeps sealed; undefined if there is none. @throws KeyDamaged */
  async shownValue(stream: string): Promise<string | undefined> {
    const row = await this.store.find(stream, valueUse);
    return row === undefined || row.wrapped === null ? undefined : this.unwrapped(row).toString('hex');
  }

  async forgetValue(stream: string): Promise<void> {
    const row = await this.store.find(stream, valueUse);
    if (row !== undefined) await this.store.deleteUnused([row.id]);
  }

  async destroyStream(stream: string): Promise<void> {
    this.ofStream.delete(stream);
    for (const { id } of await this.store.ofStream(stream)) this.opened.delete(id);
    await this.store.deleteStream(stream);
  }

  /** As the store's `replaceKeys`; the keys that go leave the cache too. */
  async replaceKeys(stream: string, change: KeyReplacement): Promise<void> {
    for (const id of change.gone) this.opened.delete(id);
    await this.store.replaceKeys(stream, change);
  }

  /** Clears the cache: a key that is needed again is read and unwrapped again. */
  forget(): void {
    this.ofStream.clear();
    this.opened.clear();
  }

  private async findOrMake(stream: string, use: string): Promise<OpenedKey> {
    const row = (await this.store.find(stream, use)) ?? (await this.make(stream, use));
    return { id: row.id, key: this.unwrap(row) };
  }

  /** Stores all keys that are made in the same turn together. If two calls make a key for the same stream, both get the one that was stored first. */
  private async make(stream: string, use: string): Promise<WrappedKey> {
    const id = randomUUID();
    const made = {
      id,
      stream,
      use,
      wrapped: seal(this.masterKey, boundTo(id, stream, use), randomBytes(32)),
    };
    await new Promise<void>((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => void this.flush());
      this.waiting.push({
        made,
        settle: (error) => (error === undefined ? resolve() : reject(error)),
      });
    });
    return (await this.store.find(stream, use)) as WrappedKey;
  }

  private async flush(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    const error = await this.store.add(group.map(({ made }) => made)).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    for (const { settle } of group) settle(error);
  }

  private unwrap(row: WrappedKey): KeyObject {
    const known = this.opened.get(row.id);
    if (known !== undefined) return known;
    const bytes = this.unwrapped(row);
    const key = createSecretKey(bytes);
    bytes.fill(0);
    this.opened.set(row.id, key);
    return key;
  }

  private damagedKey({ id, stream }: WrappedKey, cause: unknown): KeyDamaged {
    if (!this.damaged.has(id)) {
      this.damaged.add(id);
      this.onKeyDamaged();
    }
    return new KeyDamaged(stream, undefined, { cause });
  }

  /** @throws KeyDamaged, also for the empty key of an older store, with which nothing can be sealed */
  private unwrapped(row: WrappedKey): Buffer {
    try {
      return open(this.masterKey, boundTo(row.id, row.stream, row.use), row.wrapped as Uint8Array);
    } catch (error) {
      if (this.masterFits()) throw this.damagedKey(row, error);
      const text = 'the master key was changed while this program was running; end it and start it again';
      throw new DataFolderUnusable('wrongKey', text, { cause: error });
    }
  }
}

/** Binds a wrapped key to its place: if two keys are exchanged in the file, they do not open. */
export const boundTo = (id: string, stream: string, use: string): Buffer =>
  Buffer.from(JSON.stringify([id, stream, use]));
