import { verify, type KeyObject } from 'node:crypto';
import type { StreamName } from '../port';

/**
 * The signed heads (last revision and hash) of all streams at one moment, as earlier versions of this program made them and put them into their backups.
 * None are made any more; those that were kept outside the installation still show whether streams were cut off or rewritten.
 */
export interface Checkpoint {
  readonly version: 1;
  readonly madeAt: string;
  readonly storeId: string;
  readonly streams: readonly CheckpointStream[];
  /** Ed25519, DER (SPKI) in base64. To be sure who signed, compare it with the public key received in another way. */
  readonly publicKey: string;
  /** The signature of the canonical JSON (RFC 8785) of all other fields, in base64. */
  readonly signature: string;
}

export interface CheckpointStream {
  readonly stream: StreamName;
  readonly lastRevision: number;
  readonly lastHash: string;
  readonly erased?: true;
}

/** The canonical JSON that was signed: the keys are written in the order in which RFC 8785 sorts them. */
export const signedText = (c: Omit<Checkpoint, 'signature'>): string =>
  JSON.stringify({
    madeAt: c.madeAt,
    publicKey: c.publicKey,
    storeId: c.storeId,
    streams: c.streams.map((s) => ({
      erased: s.erased,
      lastHash: s.lastHash,
      lastRevision: s.lastRevision,
      stream: s.stream,
    })),
    version: c.version,
  });

/** A public key on one line. */
export const publicKeyText = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'der' }).toString('base64');

/** True if `key` signed exactly this checkpoint. False also for a value that is not a checkpoint. */
export const isSignedBy = (checkpoint: Checkpoint, key: KeyObject): boolean => {
  try {
    return verify(
      null,
      Buffer.from(signedText(checkpoint)),
      key,
      Buffer.from(checkpoint.signature, 'base64'),
    );
  } catch {
    return false;
  }
};
