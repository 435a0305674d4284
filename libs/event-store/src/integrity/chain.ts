import type { LoggedEvent } from '../log';
import { comparePositions, type StreamName } from '../port';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from '../sealing/envelope';
import type { Problem, ProblemKind } from './problems';

/** An event as it stands in the log, reduced to what the chain is checked by: a stream of 10,000 of them is some megabytes. */
export interface Link {
  /** Where the log has it. */
  readonly revision: number;
  readonly position: string;
  readonly storedHash: string;
  /** What the envelope hashes to. */
  readonly hash: string;
  /** Undefined where the envelope cannot be read, or is not in canonical form. */
  readonly claims?: Pick<ChainedEnvelope, 'stream' | 'revision' | 'prevHash'>;
  /** The sealed bytes hash to what the envelope says. */
  readonly dataIntact: boolean;
}

export const linkOf = (event: LoggedEvent, envelope: ChainedEnvelope | undefined): Link => ({
  revision: event.revision,
  position: event.position,
  storedHash: event.hash,
  hash: sha256(event.envelope),
  claims: envelope && { stream: envelope.stream, revision: envelope.revision, prevHash: envelope.prevHash },
  dataIntact: envelope !== undefined && sha256(event.sealed) === envelope.dataHash,
});

/** The envelope of a logged event, or undefined where its text is not what this program would have written. */
export const readEnvelope = (text: string): ChainedEnvelope | undefined => {
  try {
    const envelope = JSON.parse(text) as ChainedEnvelope;
    return canonicalEnvelope(envelope) === text ? envelope : undefined;
  } catch {
    return undefined;
  }
};

/**
 * What is wrong with one stream, given all its links in the log's order. Each event says itself which it is (stream and revision stand in the
 * hashed envelope), so those that stand where they do not belong are told from those that were changed, and a gap from an order that was shuffled.
 */
export const checkChain = (stream: StreamName, links: readonly Link[]): Problem[] => {
  const problems = new Map<string, Problem & { revision: number }>();
  const found = (revision: number, kind: ProblemKind): void => {
    problems.set(`${revision} ${kind}`, { stream, revision, kind });
  };
  const confirmed = new Set(links.map((link) => link.claims?.prevHash));
  const isIntact = (link: Link): boolean =>
    link.claims !== undefined && link.dataIntact && link.hash === link.storedHash;

  for (const link of links) {
    if (
      link.claims !== undefined &&
      link.dataIntact &&
      link.hash !== link.storedHash &&
      confirmed.has(link.hash)
    ) {
      found(link.revision, 'wrongHash');
    } else if (!isIntact(link)) found(link.revision, 'changed');
    else if (link.claims?.stream !== stream) found(link.revision, 'moved');
  }

  const own = chooseOwn(stream, links, confirmed);
  for (const extra of own.extras) found(extra.revision, 'inserted');
  checkOrder(own.chosen, found);
  checkLinks(stream, own.chosen, own.taken, found);
  return [...problems.values()].sort((a, b) => a.revision - b.revision);
};

/**
 * For every revision the event that claims it. Where several do, the one that a later event is chained to stays, then the one that stands in its
 * own place; the others were put in. An unreadable event counts for the place where it stands.
 */
const chooseOwn = (
  stream: StreamName,
  links: readonly Link[],
  confirmed: ReadonlySet<string | undefined>,
): { chosen: Map<number, Link>; extras: Link[]; taken: ReadonlySet<number> } => {
  const chosen = new Map<number, Link>();
  const extras: Link[] = [];
  const weight = (link: Link): number =>
    (confirmed.has(link.storedHash) ? 2 : 0) + (link.claims?.revision === link.revision ? 1 : 0);
  for (const link of links) {
    if (link.claims !== undefined && link.claims.stream !== stream) continue;
    const revision = link.claims?.revision ?? link.revision;
    const other = chosen.get(revision);
    if (other === undefined || weight(link) > weight(other)) chosen.set(revision, link);
    if (other !== undefined) extras.push(weight(link) > weight(other) ? other : link);
  }
  // A foreign event that took an event's place has been reported as moved: the gap under it is the same wound.
  const taken = new Set(
    links.filter((l) => l.claims !== undefined && l.claims.stream !== stream).map((l) => l.revision),
  );
  return { chosen, extras, taken };
};

/** In the log's order and in the order of positions, the revisions that the events claim must rise. */
const checkOrder = (
  chosen: ReadonlyMap<number, Link>,
  found: (revision: number, kind: ProblemKind) => void,
): void => {
  const inLog = [...chosen].sort(([, a], [, b]) => a.revision - b.revision);
  for (let i = 0; i < inLog.length; i++) {
    const [claimed, link] = inLog[i] as [number, Link];
    const before = inLog[i - 1];
    const after = inLog[i + 1];
    const outOfOrder =
      (before !== undefined &&
        (before[0] > claimed || comparePositions(before[1].position, link.position) > 0)) ||
      (after !== undefined && (after[0] < claimed || comparePositions(after[1].position, link.position) < 0));
    if (outOfOrder) found(link.revision, 'reordered');
  }
};

/** From the first to the last revision: none is missing, and each is chained to the one before. */
const checkLinks = (
  stream: StreamName,
  chosen: ReadonlyMap<number, Link>,
  taken: ReadonlySet<number>,
  found: (revision: number, kind: ProblemKind) => void,
): void => {
  const revisions = [...chosen.keys()].sort((a, b) => a - b);
  let expected = 0;
  for (const revision of revisions) {
    if (revision > expected && !taken.has(expected)) found(expected, 'missing');
    const link = chosen.get(revision) as Link;
    const before = chosen.get(revision - 1);
    const prevHashes = before
      ? [before.storedHash, before.hash]
      : revision === 0
        ? [chainStart(stream)]
        : undefined;
    if (prevHashes !== undefined && link.claims !== undefined && !prevHashes.includes(link.claims.prevHash)) {
      // Whoever the next event is chained to is the original: then it is the one before that was exchanged, and its hash made anew.
      const after = chosen.get(revision + 1);
      const isOriginal = after === undefined || after.claims?.prevHash === link.storedHash;
      found(isOriginal && before !== undefined ? before.revision : link.revision, 'changed');
    }
    expected = revision + 1;
  }
  if (revisions.length === 0 && taken.size === 0) found(0, 'missing');
};
