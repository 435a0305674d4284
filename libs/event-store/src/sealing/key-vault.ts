import { createHmac, createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { BoundedCache } from '../bounded-cache';
import type { KeyStore, WrappedKey } from './key-store';
import { open, seal } from './seal';
import { subkey } from './text-seal';

export interface OpenedKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The most opened keys in the cache; each takes about a kilobyte. */
const openedKeysMax = 16_384;
const hashBytes = 16;

/**
 * Makes, opens and caches the random keys: one per stream, and one per event with `ownKey`. They are stored wrapped with the installation's master
 * key.
 */
export class KeyVault {
  private readonly ofStream = new BoundedCache<string, OpenedKey>(openedKeysMax);
  private readonly opened = new BoundedCache<string, KeyObject>(openedKeysMax);
  private readonly hashKeys = new Map<string, KeyObject>();
  private waiting: { readonly made: WrappedKey; readonly settle: (error?: unknown) => void }[] = [];

  constructor(
    private readonly store: KeyStore,
    private readonly masterKey: KeyObject,
  ) {}

  /** The stream's key if it is in the cache. */
  streamKeyAtHand(stream: string): OpenedKey | undefined {
    return this.ofStream.get(stream);
  }

  /** The stream's key; makes one if there is none. */
  async streamKey(stream: string): Promise<OpenedKey> {
    const key = await this.findOrMake(stream, '');
    this.ofStream.set(stream, key);
    return key;
  }

  /** The stream's key, or undefined if there is none. */
  async existingStreamKey(stream: string): Promise<KeyObject | undefined> {
    const row = await this.store.find(stream, '');
    return row === undefined || row.wrapped === null ? undefined : this.unwrap(row);
  }

  /** A hash that can be computed only with the master key. The key of every purpose stays in memory: purposes are few and fixed in the code. */
  keyedHash(purpose: string, text: string): string {
    let key = this.hashKeys.get(purpose);
    if (key === undefined) this.hashKeys.set(purpose, (key = subkey(this.masterKey, `hash ${purpose}`)));
    return createHmac('sha256', key).update(text).digest().subarray(0, hashBytes).toString('base64url');
  }

  /** The key of one event; makes one if there is none. */
  entryKey(stream: string, event: string): Promise<OpenedKey> {
    return this.findOrMake(stream, event);
  }

  keyAtHand(keyId: string): KeyObject | undefined {
    return this.opened.get(keyId);
  }

  /** The key with this id; `'destroyed'` if it was destroyed, `undefined` if it is missing. */
  async key(keyId: string): Promise<KeyObject | 'destroyed' | undefined> {
    const row = await this.store.byId(keyId);
    if (row === undefined) return undefined;
    return row.wrapped === null ? 'destroyed' : this.unwrap(row);
  }

  /** True if the event had its own key, which is now destroyed. */
  async destroyEntryKey(stream: string, event: string): Promise<boolean> {
    // The empty id stands for the stream's key, which must not be destroyed here.
    const row = event === '' ? undefined : await this.store.find(stream, event);
    if (row === undefined) return false;
    await this.store.destroy(row.id);
    this.opened.delete(row.id);
    return true;
  }

  async destroyStream(stream: string): Promise<void> {
    this.ofStream.delete(stream);
    this.opened.clear();
    await this.store.deleteStream(stream);
  }

  /** Clears the cache: a key that is needed again is read and unwrapped again. */
  forget(): void {
    this.ofStream.clear();
    this.opened.clear();
  }

  private async findOrMake(stream: string, event: string): Promise<OpenedKey> {
    const row = (await this.store.find(stream, event)) ?? (await this.make(stream, event));
    if (row.wrapped === null)
      throw new Error(`key ${row.id} has been destroyed: nothing can be sealed with it`);
    return { id: row.id, key: this.unwrap(row) };
  }

  /** Stores all keys that are made in the same turn together. If two calls make a key for the same stream, both get the one that was stored first. */
  private async make(stream: string, event: string): Promise<WrappedKey> {
    const id = randomUUID();
    const made = {
      id,
      stream,
      event,
      wrapped: seal(this.masterKey, boundTo(id, stream, event), randomBytes(32)),
    };
    await new Promise<void>((resolve, reject) => {
      if (this.waiting.length === 0) setImmediate(() => void this.flush());
      this.waiting.push({
        made,
        settle: (error) => (error === undefined ? resolve() : reject(error)),
      });
    });
    return (await this.store.find(stream, event)) as WrappedKey;
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
    const bytes = open(this.masterKey, boundTo(row.id, row.stream, row.event), row.wrapped as Uint8Array);
    const key = createSecretKey(bytes);
    bytes.fill(0);
    this.opened.set(row.id, key);
    return key;
  }
}

/** Binds a wrapped key to its place: if two keys are exchanged in the file, they do not open. */
const boundTo = (id: string, stream: string, event: string): Buffer =>
  Buffer.from(JSON.stringify([id, stream, event]));
