import type { EventLog, LoggedEvent } from '../log';
import type { StreamName } from '../port';
import { chainStart, type ChainedEnvelope } from '../sealing/envelope';
import type { KeyVault } from '../sealing/key-vault';
import { openPayload } from '../sealing/opening';
import { isCommittedTo, payloadJson } from '../sealing/payload';
import { linkOf, readEnvelope } from './chain';
import type { ProblemKind, VerifyProgress } from './problems';

/** What the scan keeps of a stream. */
export class ScannedStream {
  events = 0;
  /** False from the first event on that is not what the events before it ask for. */
  sound = true;
  head: { readonly revision: number; readonly hash: string };
  /** The hash of the event that a checkpoint names. */
  promisedHash: string | undefined;
  /** Events without a key: right only if a redaction in the stream names them. */
  readonly keyless: { readonly revision: number; readonly id: string }[] = [];

  constructor(readonly stream: StreamName) {
    this.head = { revision: -1, hash: chainStart(stream) };
  }

  /** @param kind what is wrong with the event's payload */
  add(event: LoggedEvent, envelope: ChainedEnvelope | undefined, kind: PayloadFault | undefined): void {
    this.events += 1;
    const { hash, dataIntact } = linkOf(event, envelope);
    const revision = this.head.revision + 1;
    const follows =
      envelope?.stream === this.stream &&
      envelope.revision === revision &&
      envelope.prevHash === this.head.hash;
    const isWhole = dataIntact && hash === event.hash && event.revision === revision;
    if (!follows || !isWhole || (kind !== undefined && kind !== 'keyless')) this.sound = false;
    else if (kind === 'keyless') this.keyless.push({ revision, id: envelope.id });
    this.head = { revision, hash };
  }
}

/**
 * Reads every event in the order of the store.
 * @param wanted for each stream the revision whose hash is asked for
 */
export const scanStreams = async (
  log: EventLog,
  vault: KeyVault,
  wanted: ReadonlyMap<StreamName, { readonly lastRevision: number }>,
  onProgress?: (done: VerifyProgress) => void,
): Promise<ReadonlyMap<StreamName, ScannedStream>> => {
  const scanned = new Map<StreamName, ScannedStream>();
  let events = 0;
  for await (const batch of log.readAll()) {
    for (const event of batch) {
      let stream = scanned.get(event.stream);
      if (!stream) scanned.set(event.stream, (stream = new ScannedStream(event.stream)));
      const envelope = readEnvelope(event.envelope);
      stream.add(event, envelope, envelope && (await payloadFault(vault, envelope, event)));
      if (wanted.get(event.stream)?.lastRevision === stream.head.revision)
        stream.promisedHash = stream.head.hash;
    }
    events += batch.length;
    onProgress?.({ streams: scanned.size, events });
  }
  return scanned;
};

export type PayloadFault = Extract<ProblemKind, 'changed' | 'unopenable'> | 'keyless';

/** Undefined if the payload opens and is what the envelope commits to. `keyless`: there is no key to open it with. */
export const payloadFault = async (
  vault: KeyVault,
  envelope: ChainedEnvelope,
  event: LoggedEvent,
): Promise<PayloadFault | undefined> => {
  try {
    // Only a key that cannot be unwrapped fails here.
    await vault.key(envelope.keyId);
  } catch {
    return 'unopenable';
  }
  try {
    const plain = await openPayload(vault, envelope, event);
    if (plain === undefined) return 'keyless';
    JSON.parse(payloadJson(envelope, plain));
    return isCommittedTo(envelope, plain) ? undefined : 'changed';
  } catch {
    // The first seal's hash covers the sealed bytes: if these are intact, it is the key that does not fit.
    return envelope.seal === 2 ? 'changed' : 'unopenable';
  }
};
