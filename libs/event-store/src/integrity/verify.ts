import type { KeyObject } from 'node:crypto';
import type { EventLog, StreamState } from '../log';
import type { StreamName } from '../port';
import type { KeyVault } from '../sealing/key-vault';
import { Erasures } from '../sealing/erasures';
import { redactedIds } from '../sealing/opening';
import { checkChain, linkOf, readEnvelope, type Link } from './chain';
import { isSignedBy, type Checkpoint, type CheckpointStream } from './checkpoint';
import type { IntegrityProblem, Verification, VerifyProgress } from './problems';
import { payloadFault, ScannedStream, scanStreams } from './scan';

export interface VerifyOptions {
  /** An earlier checkpoint. With it, `verify` also finds streams that were cut off, removed or chained anew. */
  readonly against?: Checkpoint;
  /** The public key of the checkpoint's signer; default: the store's own. */
  readonly publicKey?: KeyObject;
  readonly onProgress?: (done: VerifyProgress) => void;
}

/**
 * Checks the whole store: every envelope, every link of the chain, and that every payload opens. It reads the events themselves in the order of the store
 * and keeps one entry per stream, because a read by stream may miss events that an index has lost. Streams with a fault are read a second time to say
 * what the fault is.
 */
export const verifyLog = async (
  log: EventLog,
  vault: KeyVault,
  own: { readonly storeId: string; readonly publicKeys: readonly KeyObject[] },
  { against, publicKey, onProgress }: VerifyOptions = {},
): Promise<Verification> => {
  const problems: IntegrityProblem[] = [];
  const promised =
    against === undefined
      ? new Map<StreamName, CheckpointStream>()
      : promises(against, publicKey === undefined ? own.publicKeys : [publicKey], own.storeId, problems);
  const scanned = await scanStreams(log, vault, promised, onProgress);
  const erasures = new Erasures(log, vault);
  const done = { streams: 0, events: 0 };
  const faulty = new Map<StreamName, FaultyStream>();

  for await (const state of log.streams()) {
    const { stream } = state;
    const promise = promised.get(stream);
    promised.delete(stream);
    if (state.erased) {
      const record = await erasures.of(stream).catch(() => undefined);
      if (record?.lastRevision !== state.lastRevision || record.lastHash !== state.lastHash)
        problems.push({ stream, revision: state.lastRevision, kind: 'erasureUnrecorded' });
      if (promise !== undefined) problems.push(...checkErased(state, promise));
      continue;
    }
    const found = scanned.get(stream) ?? new ScannedStream(stream);
    done.streams++;
    done.events += found.events;
    if (!found.sound || found.events === 0) faulty.set(stream, { promise, links: [], unopened: [] });
    else {
      if (found.head.hash !== state.lastHash) problems.push({ stream, revision: null, kind: 'unindexed' });
      if (promise !== undefined) problems.push(...checkPromise(promise, found));
    }
    if (found.keyless.length > 0) problems.push(...(await checkKeyless(log, vault, found)));
  }
  if (faulty.size > 0) problems.push(...(await diagnose(log, vault, faulty)));
  for (const { stream, lastRevision } of promised.values()) {
    problems.push({ stream, revision: lastRevision, kind: 'missingStream' });
  }
  for await (const stray of log.strays()) {
    problems.push({
      stream: readEnvelope(stray.envelope)?.stream ?? null,
      revision: stray.revision,
      kind: 'inserted',
    });
  }
  return { ok: problems.length === 0, ...done, problems };
};

const checkKeyless = async (
  log: EventLog,
  vault: KeyVault,
  { stream, keyless }: ScannedStream,
): Promise<readonly IntegrityProblem[]> => {
  const redacted = await redactedIds(vault, await log.readStream(stream));
  return keyless.flatMap(({ revision, id }) =>
    redacted.has(id) ? [] : [{ stream, revision, kind: 'unopenable' as const }],
  );
};

interface FaultyStream {
  readonly promise: CheckpointStream | undefined;
  readonly links: Link[];
  readonly unopened: IntegrityProblem[];
}

/** Reads the store a second time and says what is wrong with these streams. */
const diagnose = async (
  log: EventLog,
  vault: KeyVault,
  faulty: ReadonlyMap<StreamName, FaultyStream>,
): Promise<readonly IntegrityProblem[]> => {
  for await (const batch of log.readAll()) {
    for (const event of batch) {
      const stream = faulty.get(event.stream);
      if (!stream) continue;
      const envelope = readEnvelope(event.envelope);
      stream.links.push(linkOf(event, envelope));
      const kind = envelope && (await payloadFault(vault, envelope, event));
      if (kind !== undefined && kind !== 'keyless')
        stream.unopened.push({ stream: event.stream, revision: event.revision, kind });
    }
  }
  return [...faulty].flatMap(([stream, { promise, links, unopened }]) => {
    links.sort((a, b) => a.revision - b.revision);
    const broken = checkChain(stream, links);
    const places = new Set(broken.map(({ revision }) => revision));
    // A changed or moved event does not open either, but it has been reported already.
    const only = unopened.filter(({ revision }) => !places.has(revision));
    const kept =
      promise !== undefined && !places.has(promise.lastRevision)
        ? checkPromise(promise, { head: headOf(links), promisedHash: hashAt(links, promise.lastRevision) })
        : [];
    return [...broken, ...only.sort((a, b) => Number(a.revision) - Number(b.revision)), ...kept];
  });
};

const headOf = (links: readonly Link[]): { readonly revision: number } => ({
  revision: links.at(-1)?.revision ?? -1,
});

const hashAt = (links: readonly Link[], wanted: number): string | undefined =>
  links.find(({ revision }) => revision === wanted)?.hash;

/** The checkpoint's streams by name; none if its signature or store id is wrong, which is reported as a problem. */
const promises = (
  checkpoint: Checkpoint,
  publicKeys: readonly KeyObject[],
  storeId: string,
  problems: IntegrityProblem[],
): Map<StreamName, CheckpointStream> => {
  if (!publicKeys.some((key) => isSignedBy(checkpoint, key)))
    problems.push({ stream: null, revision: null, kind: 'badSignature' });
  else if (checkpoint.storeId !== storeId)
    problems.push({ stream: null, revision: null, kind: 'otherStore' });
  else return new Map(checkpoint.streams.map((stream) => [stream.stream, stream]));
  return new Map();
};

const checkPromise = (
  { stream, lastRevision, lastHash, erased }: CheckpointStream,
  { head, promisedHash }: { readonly head: { readonly revision: number }; readonly promisedHash?: string },
): IntegrityProblem[] => {
  if (erased) return [{ stream, revision: 0, kind: 'inserted' }];
  if (head.revision < lastRevision) return [{ stream, revision: head.revision + 1, kind: 'cutTail' }];
  return promisedHash === lastHash ? [] : [{ stream, revision: lastRevision, kind: 'rewrittenChain' }];
};

const checkErased = (state: StreamState, promise: CheckpointStream): IntegrityProblem[] => {
  const { stream, lastRevision, lastHash } = promise;
  if (state.lastRevision < lastRevision)
    return [{ stream, revision: state.lastRevision + 1, kind: 'cutTail' }];
  const same = state.lastRevision > lastRevision || state.lastHash === lastHash;
  const grown = promise.erased && state.lastRevision !== lastRevision;
  return same && !grown ? [] : [{ stream, revision: lastRevision, kind: 'rewrittenChain' }];
};
