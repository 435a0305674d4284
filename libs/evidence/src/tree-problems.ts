import type { StreamName } from '@rt/event-store';

/**
 * What the tree finds. In the store: `otherPlace` (the event is not the one that was recorded at its place in the order of the whole store),
 * `eventsMissing` (the tree knows more events than are stored or were erased), `anchorChanged` and `ownNote` (a checkpoint that the tree keeps does
 * not fit), `redactionUnlisted` (the tree's list of redactions lacks one that an event records), `redactionUnrecorded` (it holds one that no event
 * records), `keysSetBack` (a checkpoint names a later generation of the keys than the one in use). With a checkpoint from outside: `badSignature`, `otherStore`, `otherHistory` (the signed tree is not the beginning of the store's),
 * `lostSince` (the store ends before the checkpoint), `rewritten` (a stream has another event where its signed head is), `badLists` (the lists
 * beside the note are not those that it signs).
 */
export type TreeProblemKind =
  | 'otherPlace'
  | 'eventsMissing'
  | 'anchorChanged'
  | 'ownNote'
  | 'redactionUnlisted'
  | 'redactionUnrecorded'
  | 'keysSetBack'
  | 'badSignature'
  | 'otherStore'
  | 'otherHistory'
  | 'lostSince'
  | 'rewritten'
  | 'badLists';

export interface TreeProblem {
  readonly stream: StreamName | null;
  readonly revision: number | null;
  readonly kind: TreeProblemKind;
}

export interface TreeVerification {
  readonly ok: boolean;
  /** The leaves of the tree: the events that it has followed, and its anchors. */
  readonly leaves: number;
  readonly problems: readonly TreeProblem[];
}
