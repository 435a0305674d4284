import type { EventLog } from '../log';
import { HistoryDamaged, type StreamName } from '../port';
import { envelopeOf } from './event-sealing';
import { isStreamKey, valueUse, type Resealed } from './key-store';
import type { KeyVault } from './key-vault';
import { openPayload, redactedIds } from './opening';
import { isCommittedTo } from './payload';
import { seal } from './seal';

/**
 * Makes the entries unreadable that the redactions of a stream name. The redaction itself is stored under a new key. All other payloads are sealed again
 * under that key, and every older key of the stream is deleted. The events, their hashes and the chain stay as they are. Nothing happens if it has been
 * done already, so an interrupted redaction is finished by calling this again.
 * @throws HistoryDamaged if a payload that should stay readable does not open: then nothing is deleted
 */
export const destroyRedacted = async (log: EventLog, vault: KeyVault, stream: StreamName): Promise<void> => {
  const logged = await log.readStream(stream);
  const events = logged.map((event) => ({ event, envelope: envelopeOf(event) }));
  const keys = await vault.store.ofStream(stream);
  const used = new Set(events.map(({ envelope }) => envelope.keyId));
  const present = keys.find(({ id }) => id === events.at(-1)?.envelope.keyId);
  if (present === undefined || !isStreamKey(present) || present.use === '') {
    // The process ended after it had made a key, and before the redaction was stored.
    const unused = keys.filter((key) => isStreamKey(key) && key.use !== '' && !used.has(key.id));
    if (unused.length > 0) await vault.store.deleteUnused(unused.map(({ id }) => id));
    return;
  }
  const older = keys.filter(({ id, use }) => id !== present.id && use !== valueUse).map(({ id }) => id);
  if (older.length === 0) return;
  const redacted = await redactedIds(vault, logged);
  const { key } = await vault.streamKey(stream, present.id);
  const resealed: Resealed[] = [];
  for (const { event, envelope } of events) {
    if (envelope.keyId === present.id || redacted.has(envelope.id)) continue;
    const plain = await openPayload(vault, envelope, event).catch(() => undefined);
    if (plain === undefined || !isCommittedTo(envelope, plain))
      throw new HistoryDamaged(stream, envelope.revision, event.position);
    const { revision } = envelope;
    resealed.push({ revision, keyId: present.id, sealed: seal(key, event.envelope, plain) });
  }
  await vault.replaceKeys(stream, { keep: present.id, gone: older, resealed });
};
