import { createHash, createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { AccessLogHead, LoggedAccess } from './access-log';

/** The fields that the hash of an entry covers, in the order in which they are hashed. */
const FIELDS = [
  'number',
  'at',
  'userId',
  'role',
  'relation',
  'purpose',
  'action',
  'fileId',
  'scope',
  'prevHash',
] as const;

/** The hash before the first entry. */
export const FIRST_PREV_HASH = createHash('sha256').update('access-log').digest('hex');

/** An entry as an adapter stores it, with its authentication code. */
export interface SealedAccess extends LoggedAccess {
  /** Hex. */
  readonly mac: string;
}

/** The record of the last entry, with its authentication code. */
export interface SealedHead extends AccessLogHead {
  /** How many entries before it are gone, as repairs have noted. Default: none. */
  readonly missing?: number;
  readonly mac: string;
}

const macBytes = 16;

/** Hashes and authenticates entries of the access log in the same way for every adapter. @param key the installation's key for the access log */
export class AccessSeal {
  constructor(private readonly key: KeyObject) {}

  /** Adds the hash and the code of an entry. The hash is SHA-256 of a JSON array of the fields, in their order. */
  seal(entry: Omit<LoggedAccess, 'hash'>): SealedAccess {
    const hash = hashOf(entry);
    return { ...entry, hash, mac: this.macOf(hash) };
  }

  /** The code for an entry with this hash. */
  macOf(hash: string): string {
    return this.code(hash);
  }

  sealHead({ entries, hash }: AccessLogHead, missing = 0): SealedHead {
    const noted = missing === 0 ? '' : ` ${missing}`;
    return { entries, hash, missing, mac: this.code(`head ${entries} ${hash}${noted}`) };
  }

  /** The code of the mark outside the database. It is another than that of the head, so that no head of an older copy passes for a mark. */
  markMac({ entries, hash }: AccessLogHead): string {
    return this.code(`mark ${entries} ${hash}`);
  }

  markFits({ entries, hash, mac }: SealedHead): boolean {
    return isSame(mac, this.markMac({ entries, hash }));
  }

  /** True if the entry is as it was sealed. */
  fits(entry: SealedAccess): boolean {
    return hashOf(entry) === entry.hash && isSame(entry.mac, this.macOf(entry.hash));
  }

  headFits({ entries, hash, missing, mac }: SealedHead): boolean {
    return isSame(mac, this.sealHead({ entries, hash }, missing).mac);
  }

  private code(text: string): string {
    return createHmac('sha256', this.key).update(text).digest().subarray(0, macBytes).toString('hex');
  }
}

const hashOf = (entry: Omit<LoggedAccess, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify(FIELDS.map((field) => entry[field] ?? null)))
    .digest('hex');

/** @param given of another type where a record is damaged */
const isSame = (given: unknown, right: string): boolean => {
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
};
