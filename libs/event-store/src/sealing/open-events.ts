import type { EventLog, LoggedEvent } from '../log';
import { HistoryDamaged, type SkipDamaged, type StoredEvent, type StreamName } from '../port';
import { envelopeOf, opened, redacted, unreadable } from './event-sealing';
import type { KeyVault } from './key-vault';
import { openPayload, redactedIds } from './opening';
import { openPlain, payloadJson } from './payload';

/**
 * Opens logged events. An event without a key comes back without its payload if a redaction in its stream names it; otherwise it is damaged.
 * @throws HistoryDamaged, or calls `onDamaged` and leaves the event out
 */
export const openEvents = async (
  log: EventLog,
  vault: KeyVault,
  logged: readonly LoggedEvent[],
  onDamaged?: SkipDamaged['onDamaged'],
): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  const redactions = new Redactions(log, vault);
  for (const event of logged) {
    try {
      const envelope = envelopeOf(event);
      const key = vault.keyAtHand(envelope.keyId);
      // Nearly every key is in the cache, and each `await` would cost as much as opening the payload.
      const plain = key ? openPlain(key, envelope, event) : await openPayload(vault, envelope, event);
      if (plain !== undefined) events.push(opened(envelope, event, payloadJson(envelope, plain)));
      else if (await redactions.name(envelope)) events.push(redacted(envelope, event));
      else throw new Error(`key ${envelope.keyId} of event ${envelope.id} is missing`);
    } catch (error) {
      skipping(onDamaged)(unreadable(event, error));
    }
  }
  return events;
};

/** Passes damage to the caller's callback; throws it, and any other error, where there is none. */
export const skipping =
  (onDamaged: SkipDamaged['onDamaged']) =>
  (error: unknown): undefined => {
    if (onDamaged === undefined || !(error instanceof HistoryDamaged)) throw error;
    onDamaged(error);
  };

/** Whether a stream's redactions name an event. Each stream is read at most once, and only if a payload has no key. */
class Redactions {
  private readonly ofStream = new Map<StreamName, ReadonlySet<string>>();

  constructor(
    private readonly log: EventLog,
    private readonly vault: KeyVault,
  ) {}

  async name({ stream, id }: { readonly stream: StreamName; readonly id: string }): Promise<boolean> {
    let ids = this.ofStream.get(stream);
    if (ids === undefined)
      this.ofStream.set(stream, (ids = await redactedIds(this.vault, await this.log.readStream(stream))));
    return ids.has(id);
  }
}
