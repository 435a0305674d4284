import type { KeyObject } from 'node:crypto';
import type { LoggedEvent } from '../log';
import type { ChainedEnvelope } from './envelope';
import { envelopeOf } from './event-sealing';
import type { KeyVault } from './key-vault';
import { jsonOf, openPlain } from './payload';
import { open } from './seal';

/**
 * Opens a payload with the key that the envelope names, or, where that key was destroyed, from the copy that was sealed again.
 * @returns undefined if there is no key to open it with
 * @throws Error if the key does not open these bytes in this envelope
 */
export const openPayload = async (
  vault: KeyVault,
  envelope: ChainedEnvelope,
  event: LoggedEvent,
): Promise<Buffer | undefined> => {
  const key = await keyWith(vault, envelope.keyId);
  if (key !== undefined) return openPlain(key, envelope, event);
  const resealed = await vault.store.resealed(envelope.stream, envelope.revision);
  const newer = resealed && (await keyWith(vault, resealed.keyId));
  return newer && open(newer, event.envelope, resealed.sealed);
};

const keyWith = async (vault: KeyVault, keyId: string): Promise<KeyObject | undefined> =>
  vault.keyAtHand(keyId) ?? (await vault.key(keyId));

/** The type and field by which a redaction of the first seal names the entry; since the second seal the envelope names it (`redacts`). */
const firstSealRedaction = { type: 'EntryRedacted', field: 'eventId' } as const;

/**
 * The ids of the events that the redactions in a stream name. A redaction counts only if its payload opens, because that authenticates its envelope.
 * So an attacker without the key cannot make a lost payload look like a redacted one.
 * @param logged all events of the stream
 */
export const redactedIds = async (
  vault: KeyVault,
  logged: readonly LoggedEvent[],
): Promise<ReadonlySet<string>> => {
  const named = new Set<string>();
  for (const event of logged) {
    if (!mayRedact(event)) continue;
    const id = await namedBy(vault, event).catch(() => undefined);
    if (id !== undefined) named.add(id);
  }
  return named;
};

/** Looks at the text before parsing it: nearly all events are no redactions. */
const mayRedact = ({ envelope }: LoggedEvent): boolean =>
  envelope.includes('"redacts":') || envelope.includes(`"type":"${firstSealRedaction.type}"`);

const namedBy = async (vault: KeyVault, event: LoggedEvent): Promise<string | undefined> => {
  const envelope = envelopeOf(event);
  const plain = await openPayload(vault, envelope, event);
  if (plain === undefined) return undefined;
  if (envelope.seal === 2) return envelope.redacts;
  const payload = JSON.parse(jsonOf(envelope, plain)) as Readonly<Record<string, unknown>>;
  const id = payload[firstSealRedaction.field];
  return envelope.type === firstSealRedaction.type && typeof id === 'string' ? id : undefined;
};
