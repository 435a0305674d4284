import { basename } from 'node:path';
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Verification } from '../integrity/problems';
import { verifyLog, type VerifyOptions } from '../integrity/verify';
import { guarded } from '../database-fault';
import { isWhole } from './database';
import { setKeysGeneration } from './key-store.sqlite';
import { makeBackup, type AboutBackup, type MadeBackup } from './backup';
import type { SqliteEventLog } from './event-log.sqlite';
import type { ClockGuard } from '../clock-guard';
import {
  HistoryDamaged,
  StreamErased,
  type Clock,
  type StreamName,
  type Appended,
  type ExpectedRevision,
  type NewEvent,
} from '../port';
import { destroyRedacted } from '../sealing/redaction';
import { SealedEventStore, type KnownRevision } from '../sealed-event-store';
import type { KeyVault } from '../sealing/key-vault';
import type { RootKeys } from '../sealing/root-keys';
import type { DataFolder } from './data-folder';
import type { Loss, Witnessed } from './loss';
import { rotateKeys, type KeyRotation } from './rotation';
import type { Keys } from './store-identity';

/**
 * Reads the earlier signing keys of a store from the statements about their changes. The store keeps these statements and does not know their format.
 * @param present the public key that signs now
 */
export type EarlierSigners = (
  statements: readonly string[],
  about: { readonly present: KeyObject; readonly storeId: string },
) => readonly { readonly publicKey: KeyObject }[];

export interface SqliteStoreParts {
  readonly log: SqliteEventLog;
  readonly vault: KeyVault;
  readonly clock: Clock;
  readonly storeId: string;
  readonly isDemo: boolean;
  readonly lastRecordedAt?: string;
  readonly clockGuard?: ClockGuard;
  readonly keys: Keys;
  readonly roots: RootKeys;
  readonly keyFiles: { readonly master: string; readonly signing: string };
  readonly keyRows: DatabaseSync;
  /** The statements about changes of the signing key. */
  readonly keyChanges: () => readonly string[];
  readonly earlierSigners?: EarlierSigners;
  readonly hints: readonly string[];
  readonly files: DataFolder;
  /** How often keys of the store were destroyed. */
  readonly keysGeneration: () => number;
  readonly loss: (witnesses: readonly Witnessed[]) => Loss | undefined;
  readonly acceptEnd: () => void;
  readonly knownRevision?: KnownRevision;
  /** Awaited before a stream is deleted: what has to be known of its events is taken from them here. */
  readonly beforeErasing?: () => Promise<void>;
  readonly closeAll: () => Promise<void>;
}

/** The store of an embedded installation: SQLite files in one data folder. */
export class SqliteEventStore extends SealedEventStore {
  /** Warnings to show the operator when the store is opened for writing. */
  readonly hints: readonly string[];
  readonly storeId: string;
  /** The folder said at its creation that it holds demo data: its clock may be set. */
  readonly isDemo: boolean;
  /** When the newest event was recorded, when the store was opened. */
  readonly lastRecordedAt?: string;

  constructor(private readonly parts: SqliteStoreParts) {
    super(parts.log, parts.vault, parts.clock, parts.knownRevision);
    this.hints = parts.hints;
    this.storeId = parts.storeId;
    this.isDemo = parts.isDemo;
    this.lastRecordedAt = parts.lastRecordedAt;
  }

  /** Finishes the erasures and redactions that were interrupted. A damaged stream is left as it is: reading it says so. */
  async finishDestructions(): Promise<void> {
    for (const stream of await this.erasures.all().catch(unlessDamaged([]))) {
      const record = await this.erasures.of(stream);
      const last = await this.log.last(stream).catch((error: unknown) => {
        if (!(error instanceof StreamErased)) throw error;
      });
      // The process ended between the record and the deletion; a file in which something was recorded since is not deleted.
      if (last !== undefined && last.hash === record?.lastHash)
        await this.log.deleteStream(stream, last.revision);
      if (last === undefined || last.hash === record?.lastHash) await this.vault.destroyStream(stream);
    }
    for (const stream of await this.vault.store.streamsWithRedactionKey())
      await destroyRedacted(this.log, this.vault, stream).catch(unlessDamaged(undefined));
    await this.vault.store.wipe();
  }

  /**
   * Derives a key of the installation for another purpose than sealing (32 bytes). The same purpose always gives the same key, also after the master key
   * was changed; the master key cannot be computed from it.
   */
  deriveKey(purpose: string): KeyObject {
    return this.parts.roots.derive(purpose);
  }

  /** As `deriveKey`, for keys on which nothing depends for long: they change with the master key. */
  deriveRenewedKey(purpose: string): KeyObject {
    return this.parts.roots.deriveRenewed(purpose);
  }

  /** The statements about changes of the signing key, in order; each is signed by the key before and the key after. */
  keyChanges(): readonly string[] {
    return this.parts.keyChanges();
  }

  /**
   * Changes the master key, the signing key, or both. The store must be closed and opened again afterwards.
   * @throws DestructionHeldUp: the keys are changed, but a reader still holds bytes that the old master key opens
   */
  async rotateKeys(rotation: KeyRotation): Promise<void> {
    await rotateKeys(this.parts, rotation);
    await this.wiping.run();
  }

  /** The private key that signs for this store. */
  get signingKey(): KeyObject {
    return this.parts.keys.signing;
  }

  /** The key that checks what this store signed. */
  get publicKey(): KeyObject {
    return createPublicKey(this.signingKey);
  }

  /** The public key that signs for this store, and those that did before. */
  signers(): readonly KeyObject[] {
    const { storeId, earlierSigners } = this.parts;
    const present = this.publicKey;
    const earlier = earlierSigners?.(this.keyChanges(), { present, storeId }) ?? [];
    return [present, ...earlier.map(({ publicKey }) => publicKey)];
  }

  /** How often keys were destroyed: a copy of the keys with a lower number holds some that should be gone. */
  keysGeneration(): number {
    return this.parts.keysGeneration();
  }

  /** Accepts keys that are older than a checkpoint names, under the number that it names. Only the process that alone uses the folder may call this. */
  acceptKeys(generation: number): void {
    guarded(this.parts.files.keys, () => setKeysGeneration(this.parts.keyRows, generation));
  }

  /** What is missing by the store's own mark and by what other files know of it. They must have been read before this is called. */
  loss(witnesses: readonly Witnessed[] = []): Loss | undefined {
    return this.parts.loss(witnesses);
  }

  /** Moves the mark to the end that the store has now, also if it knew a later one. Only the process that alone uses the folder may call this. */
  acceptEnd(): void {
    this.parts.acceptEnd();
  }

  /** The clock has leapt forward, so nothing is recorded until somebody confirms it. */
  clockHasLeapt(): boolean {
    return this.parts.clockGuard?.hasLeapt(this.clock.now()) ?? false;
  }

  /** @throws ClockLeapt, and as the port says */
  override async append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
  ): Promise<Appended> {
    this.parts.clockGuard?.check(this.clock.now());
    return super.append(stream, expected, events);
  }

  override async deleteStream(stream: StreamName, expectedRevision: number): Promise<void> {
    await this.parts.beforeErasing?.();
    await super.deleteStream(stream, expectedRevision);
  }

  /** Checks the whole store and reports what is wrong and where. It changes nothing. */
  async verify(options?: VerifyOptions): Promise<Verification> {
    const { log, vault, storeId, files } = this.parts;
    const damaged = [files.events, files.keys]
      .filter((file) => !isWhole(file))
      .map((file) => ({
        stream: null,
        revision: null,
        kind: 'damagedDatabase' as const,
        file: basename(file),
      }));
    const own = { storeId, publicKeys: this.signers() };
    try {
      const found = await verifyLog(log, vault, own, options);
      return { ...found, ok: found.ok && damaged.length === 0, problems: [...damaged, ...found.problems] };
    } catch (error) {
      // A database that is damaged may fail in the middle of a read; that it is damaged has been found then.
      if (damaged.length === 0) throw error;
      return { ok: false, streams: 0, events: 0, problems: damaged };
    }
  }

  /**
   * Copies events and wrapped keys into a new folder of a place of backups while the store stays in use.
   * @param beside puts further files into that folder and says their names
   * @throws FolderNotEmpty, DataFolderUnusable
   */
  backup(place: string, beside?: AboutBackup['beside']): Promise<MadeBackup> {
    const { files, clock, storeId, keys } = this.parts;
    return makeBackup(files, place, {
      madeAt: clock.now(),
      storeId,
      signingKey: keys.signing,
      ...(beside && { beside }),
    });
  }

  /** Writes the waiting appends, then closes the files and releases the lock. */
  close(): Promise<void> {
    this.wiping.end();
    return this.parts.closeAll();
  }
}

/** A stream that only looks erased, without a record of it, is damaged too. */
const unlessDamaged =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (error instanceof HistoryDamaged || error instanceof StreamErased) return otherwise;
    throw error;
  };
