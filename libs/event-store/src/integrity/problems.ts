import type { StreamName } from '../port';

/**
 * What `verify` can find. In the store alone: `changed` (envelope or payload), `wrongHash` (only the stored hash differs), `moved` (the event belongs
 * to another stream), `missing`, `inserted`, `reordered`, `unopenable` (its key is missing or does not open it), `unindexed` (a read
 * of the stream does not find all its events), `erasureUnrecorded` (the stream is marked as erased, and no event says so), `damagedDatabase` (the database reports damage in its own file). With a checkpoint also: `cutTail`,
 * `missingStream`, `rewrittenChain`, `badSignature`, `otherStore`.
 */
export type ProblemKind =
  | 'changed'
  | 'wrongHash'
  | 'moved'
  | 'missing'
  | 'inserted'
  | 'reordered'
  | 'unopenable'
  | 'unindexed'
  | 'erasureUnrecorded'
  | 'damagedDatabase'
  | 'cutTail'
  | 'missingStream'
  | 'rewrittenChain'
  | 'badSignature'
  | 'otherStore';

/** A problem and its place. For several missing events in a row, `revision` is the first; both are `null` if the checkpoint itself is the problem. */
export interface IntegrityProblem {
  readonly stream: StreamName | null;
  readonly revision: number | null;
  readonly kind: ProblemKind;
  /** Of a damaged database: its file. */
  readonly file?: string;
}

/** How far `verify` has come. */
export interface VerifyProgress {
  readonly streams: number;
  readonly events: number;
}

export interface Verification {
  readonly ok: boolean;
  readonly streams: number;
  readonly events: number;
  readonly problems: readonly IntegrityProblem[];
}
