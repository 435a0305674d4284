import path from 'node:path';
import type { StoreIdentity } from './adapters';
import { AuthenticatedFile } from './authenticated-file';

/** A restore, or a person, said that the store ends where it ended then: checkpoints that were made before are no witnesses of a later end. */
export interface AcceptedEnd extends Readonly<Record<string, string>> {
  readonly at: string;
  readonly by: string;
  readonly because: 'restored' | 'accepted';
}

export const ACCEPTED_END_FILE = 'accepted-end.json';

export const acceptedEndIn = (
  dataDir: string,
  store: Pick<StoreIdentity, 'deriveKey'>,
): AuthenticatedFile<AcceptedEnd> =>
  new AuthenticatedFile(path.join(dataDir, ACCEPTED_END_FILE), store.deriveKey('accepted-end'), [
    'at',
    'by',
    'because',
  ]);
