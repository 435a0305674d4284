import { createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { StoreOrder } from '../port';
import { publicKeyText, signedText, type Checkpoint, type CheckpointStream } from './checkpoint';

/** The signed heads of a store, as earlier versions of the program made them. */
export const earlierCheckpoint = async (
  store: Pick<StoreOrder, 'streamStates'> & { readonly storeId: string; readonly signingKey: KeyObject },
  madeAt = '2026-03-02T09:30:00.000Z',
): Promise<Checkpoint> => {
  const { storeId, signingKey } = store;
  const streams: CheckpointStream[] = [];
  for await (const { stream, lastRevision, lastHash, erased } of store.streamStates())
    streams.push({ stream, lastRevision, lastHash, ...(erased && { erased }) });
  const publicKey = publicKeyText(createPublicKey(signingKey));
  const unsigned = { version: 1, madeAt, storeId, streams, publicKey } as const;
  return {
    ...unsigned,
    signature: sign(null, Buffer.from(signedText(unsigned)), signingKey).toString('base64'),
  };
};
