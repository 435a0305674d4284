import type { LoggedEvent } from '../log';
import { comparePositions, type StreamName } from '../port';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from '../sealing/envelope';
import type { IntegrityProblem, ProblemKind } from './problems';

/** The parts of a logged event that the chain check needs; 10,000 of them take a few megabytes. */
export interface Link {
  /** The revision under which the log stores the event. */
  readonly revision: number;
  readonly position: string;
  readonly storedHash: string;
  /** The hash computed from the envelope. */
  readonly hash: string;
  /** What the envelope says; undefined if it cannot be read or is not in canonical form. */
  readonly claims?: Pick<ChainedEnvelope, 'stream' | 'revision' | 'prevHash'>;
  /** First seal: true if the sealed bytes have the hash that the envelope says. The second seal's envelope has no such hash; opening it tells. */
  readonly dataIntact: boolean;
}

export const linkOf = (event: LoggedEvent, envelope: ChainedEnvelope | undefined): Link => ({
  revision: event.revision,
  position: event.position,
  storedHash: event.hash,
  hash: sha256(event.envelope),
  claims: envelope && { stream: envelope.stream, revision: envelope.revision, prevHash: envelope.prevHash },
  dataIntact: envelope !== undefined && (envelope.seal === 2 || sha256(event.sealed) === envelope.dataHash),
});

/** The envelope of a logged event; undefined if its text is not the canonical JSON that this program writes. */
export const readEnvelope = (text: string): ChainedEnvelope | undefined => {
  try {
    const envelope = JSON.parse(text) as ChainedEnvelope;
    return canonicalEnvelope(envelope) === text ? envelope : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Finds what is wrong with one stream, given all its links in the log's order. The hashed envelope of an event names its stream and revision. So the
 * check can tell a moved event from a changed one, and a missing event from events in the wrong order.
 */
export const checkChain = (stream: StreamName, links: readonly Link[]): IntegrityProblem[] => {
  const problems = new Map<string, IntegrityProblem & { revision: number }>();
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
 * Chooses one event for every revision. If several events claim the same revision, it prefers the one that a later event is chained to, then the one
 * stored under that revision; the others were inserted. An unreadable event counts for the revision under which it is stored.
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
  // An event of another stream at this revision has been reported as moved: the event it replaced is not reported as missing too.
  const taken = new Set(
    links.filter((l) => l.claims !== undefined && l.claims.stream !== stream).map((l) => l.revision),
  );
  return { chosen, extras, taken };
};

/** The revisions that the events claim must rise, both in the log's order and in the order of positions. */
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

/** Checks that no revision is missing and that each event is chained to the one before it. */
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
      // If the next event is chained to this one, this one is the original: then the event before it was exchanged and given a new hash.
      const after = chosen.get(revision + 1);
      const isOriginal = after === undefined || after.claims?.prevHash === link.storedHash;
      found(isOriginal && before !== undefined ? before.revision : link.revision, 'changed');
    }
    expected = revision + 1;
  }
  if (revisions.length === 0 && taken.size === 0) found(0, 'missing');
};
