import type { StreamName } from '../port';

/**
 * What `verify` can find. Against the store alone: `changed` (envelope or payload), `wrongHash` (only the stored hash differs), `moved` (it belongs to
 * another stream), `missing`, `inserted`, `reordered`, `unopenable` (intact, but its key does not open it). Against a
 * checkpoint also: `cutTail`, `missingStream`, `rewrittenChain`, `badSignature`, `otherStore`.
 */
export type ProblemKind =
  | 'changed'
  | 'wrongHash'
  | 'moved'
  | 'missing'
  | 'inserted'
  | 'reordered'
  | 'unopenable'
  | 'cutTail'
  | 'missingStream'
  | 'rewrittenChain'
  | 'badSignature'
  | 'otherStore';

/** Where it is: for a run of missing events the first of them; `null` where it concerns the checkpoint itself. */
export interface Problem {
  readonly stream: StreamName | null;
  readonly revision: number | null;
  readonly kind: ProblemKind;
}

export interface Verification {
  readonly ok: boolean;
  readonly streams: number;
  readonly events: number;
  readonly problems: readonly Problem[];
}
