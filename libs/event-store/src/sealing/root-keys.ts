import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

/** The roots of all derived keys, as they are stored: 32 bytes each. */
export interface Roots {
  /** The key from which the installation's keys are derived that must outlive the master key: data depend on them. */
  readonly lasting: Uint8Array;
  /** The key from which the keys of keyed hashes are derived. */
  readonly hashing: Uint8Array;
  /** The root of keys that need not outlive the master key; undefined until it is changed for the first time. */
  readonly renewed?: Uint8Array;
}

/**
 * Derives the keys of the installation. Until the master key is changed for the first time, they follow from it by HKDF (RFC 5869). HKDF's first step is
 * one-way: what it gives is stored, wrapped, when the master key is changed. So the derived keys stay the same, and a master key that was thrown away
 * cannot be found through them.
 */
export class RootKeys {
  constructor(readonly roots: Roots) {}

  /** The roots of a store whose master key was never changed. */
  static of(master: KeyObject, storeId: string): RootKeys {
    return new RootKeys({ lasting: extracted(master, storeId), hashing: extracted(master, '') });
  }

  /** The roots to be stored with the next master key. */
  renewed(): Roots {
    return { ...this.roots, renewed: randomBytes(32) };
  }

  /** HKDF-SHA-256 of the first master key: the same purpose always gives the same key. */
  derive(purpose: string): KeyObject {
    return expanded(this.roots.lasting, purpose);
  }

  /** A key that changes with the master key. */
  deriveRenewed(purpose: string): KeyObject {
    return expanded(this.roots.renewed ?? this.roots.lasting, purpose);
  }

  hashKey(purpose: string): KeyObject {
    return expanded(this.roots.hashing, `hash ${purpose}`);
  }
}

/** HKDF-Extract. */
const extracted = (key: KeyObject, salt: string): Uint8Array =>
  createHmac('sha256', salt).update(key.export()).digest();

/** HKDF-Expand, for one block. */
const expanded = (root: Uint8Array, info: string): KeyObject =>
  createSecretKey(createHmac('sha256', root).update(info).update(Buffer.of(1)).digest());
