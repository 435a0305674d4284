import type { KeyObject } from 'node:crypto';
import type { EventLog, LoggedEvent, StreamState } from '../log';
import type { StreamName } from '../port';
import type { ChainedEnvelope } from '../sealing/envelope';
import type { KeyVault } from '../sealing/key-vault';
import { openPayload, redactedIds } from '../sealing/opening';
import { isCommittedTo, jsonOf } from '../sealing/payload';
import { checkChain, linkOf, readEnvelope, type Link } from './chain';
import { isSignedBy, type Checkpoint, type CheckpointStream } from './checkpoint';
import type { IntegrityProblem, ProblemKind, Verification } from './problems';

export interface VerifyOptions {
  /** An earlier checkpoint. With it, `verify` also finds streams that were cut off, removed or chained anew. */
  readonly against?: Checkpoint;
  /** The public key of the checkpoint's signer; default: the store's own. */
  readonly publicKey?: KeyObject;
  readonly onProgress?: (done: { readonly streams: number; readonly events: number }) => void;
}

/** The most events of a stream that are in memory at once. */
const eventsAtOnceMax = 500;

/**
 * Checks the whole store, stream by stream: every envelope, every sealed byte, every link of the chain, and that every payload opens. Only the
 * checkpoint and the links of one stream are in memory.
 */
export const verifyLog = async (
  log: EventLog,
  vault: KeyVault,
  own: { readonly storeId: string; readonly publicKey: KeyObject },
  { against, publicKey = own.publicKey, onProgress }: VerifyOptions = {},
): Promise<Verification> => {
  const problems: IntegrityProblem[] = [];
  const done = { streams: 0, events: 0 };
  const promised =
    against === undefined
      ? new Map<StreamName, CheckpointStream>()
      : promises(against, publicKey, own.storeId, problems);

  for await (const state of log.streams()) {
    const promise = promised.get(state.stream);
    promised.delete(state.stream);
    if (state.erased) {
      if (promise !== undefined) problems.push(...checkErased(state, promise));
      continue;
    }
    const { links, unopened } = await readLinks(log, vault, state);
    const broken = checkChain(state.stream, links);
    const places = new Set(broken.map(({ revision }) => revision));
    problems.push(...broken);
    for (const problem of unopened) {
      // A changed or moved event does not open either, but it has been reported already.
      if (!places.has(problem.revision)) problems.push(problem);
    }
    if (promise !== undefined && !places.has(promise.lastRevision))
      problems.push(...checkPromise(promise, links));
    done.streams++;
    done.events += links.length;
    onProgress?.({ ...done });
  }
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

/** The checkpoint's streams by name; none if its signature or store id is wrong, which is reported as a problem. */
const promises = (
  checkpoint: Checkpoint,
  publicKey: KeyObject,
  storeId: string,
  problems: IntegrityProblem[],
): Map<StreamName, CheckpointStream> => {
  if (!isSignedBy(checkpoint, publicKey))
    problems.push({ stream: null, revision: null, kind: 'badSignature' });
  else if (checkpoint.storeId !== storeId)
    problems.push({ stream: null, revision: null, kind: 'otherStore' });
  else return new Map(checkpoint.streams.map((stream) => [stream.stream, stream]));
  return new Map();
};

const readLinks = async (
  log: EventLog,
  vault: KeyVault,
  { stream }: StreamState,
): Promise<{ readonly links: readonly Link[]; readonly unopened: readonly IntegrityProblem[] }> => {
  const links: Link[] = [];
  const unopened: IntegrityProblem[] = [];
  /** Events without a key: right only if a redaction in the stream names them. */
  const keyless: { readonly revision: number; readonly id: string }[] = [];
  for (let from = Number.MIN_SAFE_INTEGER; ;) {
    const events = await log.readStream(stream, { from, limit: eventsAtOnceMax });
    for (const event of events) {
      const envelope = readEnvelope(event.envelope);
      links.push(linkOf(event, envelope));
      const kind = envelope && (await whyUnopened(vault, envelope, event));
      if (kind === 'keyless') keyless.push({ revision: event.revision, id: envelope?.id as string });
      else if (kind !== undefined) unopened.push({ stream, revision: event.revision, kind });
    }
    const last = events[events.length - 1];
    if (last === undefined) break;
    from = last.revision + 1;
  }
  const redacted = keyless.length > 0 ? await redactedIds(vault, await log.readStream(stream)) : new Set();
  for (const { revision, id } of keyless)
    if (!redacted.has(id)) unopened.push({ stream, revision, kind: 'unopenable' });
  return { links, unopened };
};

/** Undefined if the payload opens and is what the envelope commits to. `keyless`: there is no key to open it with. */
const whyUnopened = async (
  vault: KeyVault,
  envelope: ChainedEnvelope,
  event: LoggedEvent,
): Promise<ProblemKind | 'keyless' | undefined> => {
  try {
    // Only a key that cannot be unwrapped fails here.
    await vault.key(envelope.keyId);
  } catch {
    return 'unopenable';
  }
  try {
    const plain = await openPayload(vault, envelope, event);
    if (plain === undefined) return 'keyless';
    JSON.parse(jsonOf(envelope, plain));
    return isCommittedTo(envelope, plain) ? undefined : 'changed';
  } catch {
    // The first seal's hash covers the sealed bytes: if these are intact, it is the key that does not fit.
    return envelope.seal === 2 ? 'changed' : 'unopenable';
  }
};

const checkPromise = (promise: CheckpointStream, links: readonly Link[]): IntegrityProblem[] => {
  const { stream, lastRevision, lastHash } = promise;
  if (promise.erased) return [{ stream, revision: 0, kind: 'inserted' }];
  const last = links[links.length - 1]?.revision ?? -1;
  if (last < lastRevision) return [{ stream, revision: last + 1, kind: 'cutTail' }];
  const link = links.find(({ revision }) => revision === lastRevision);
  return link?.hash === lastHash ? [] : [{ stream, revision: lastRevision, kind: 'rewrittenChain' }];
};

const checkErased = (state: StreamState, promise: CheckpointStream): IntegrityProblem[] => {
  const { stream, lastRevision, lastHash } = promise;
  if (state.lastRevision < lastRevision)
    return [{ stream, revision: state.lastRevision + 1, kind: 'cutTail' }];
  const same = state.lastRevision > lastRevision || state.lastHash === lastHash;
  const grown = promise.erased && state.lastRevision !== lastRevision;
  return same && !grown ? [] : [{ stream, revision: lastRevision, kind: 'rewrittenChain' }];
};
