import { comparePositions, DataFolderUnusable, type OrderedEvent, type Position } from '@rt/event-store';
import { destroyedText, NotAProof, type Destroyed, type StreamHead } from '@rt/proof';
import type { CheckpointFiles } from './checkpoint-files';
import { checkLists } from './checkpoint-lists';
import type { EvidenceParts } from './evidence';
import { redactionIn } from './follow';
import type { openCheckpoint } from './open-checkpoint';
import type { TreeProblem } from './tree-problems';
import type { KeptCheckpoint, TreeStore } from './tree-store';

/**
 * Compares the redactions that the events record with those that the tree lists. The list is made from the events, and every checkpoint signs it: a row
 * that somebody deletes would bring an entry back at the next restore, and a row that somebody adds would destroy one.
 */
export class RecordedRedactions {
  private readonly recorded = new Map<string, Destroyed>();

  /** @param upTo the last event that the tree has followed; later events are in neither list */
  constructor(private readonly upTo: Position | undefined) {}

  /** A redaction that an earlier checkpoint signed. */
  add(redaction: Destroyed): void {
    this.recorded.set(destroyedText(redaction), redaction);
  }

  see(event: OrderedEvent): void {
    const redaction = redactionIn(event);
    if (redaction !== undefined && this.isFollowed(event.position)) this.add(redaction);
  }

  /** @param isErased true for a stream whose events are gone, so that no event can say what was redacted in it */
  async compare(
    tree: Pick<TreeStore, 'redactions'>,
    isErased: (stream: string) => boolean,
  ): Promise<readonly TreeProblem[]> {
    const rows = (await tree.redactions()).filter(({ position }) => this.isFollowed(position));
    const listed = new Map(rows.map((row) => [destroyedText(row), row]));
    return [
      ...onlyIn(this.recorded, listed, 'redactionUnlisted'),
      ...onlyIn(listed, this.recorded, 'redactionUnrecorded'),
    ].filter(({ stream }) => stream === null || !isErased(stream));
  }

  private isFollowed(position: Position): boolean {
    return this.upTo !== undefined && comparePositions(position, this.upTo) <= 0;
  }
}

const onlyIn = (
  some: ReadonlyMap<string, Destroyed>,
  others: ReadonlyMap<string, Destroyed>,
  kind: TreeProblem['kind'],
): readonly TreeProblem[] =>
  [...some]
    .filter(([text]) => !others.has(text))
    .map(([, { stream, revision }]) => ({ stream, revision: revision ?? null, kind }));

/**
 * The same comparison for a checkpoint that is about to be made, which has no time to read the whole store: what was recorded before the last
 * checkpoint stands in the list that was signed with it, if that is at hand.
 * @param opened what a note says, or why it is not believed
 * @throws DataFolderUnusable
 */
export const refuseOtherRedactions = async (
  { order, tree, kept }: Pick<EvidenceParts, 'order' | 'tree' | 'kept'>,
  heads: readonly StreamHead[],
  opened: (note: string) => ReturnType<typeof openCheckpoint>,
): Promise<void> => {
  const recorded = new RecordedRedactions(await tree.position());
  const last = (await tree.checkpoints(1)).at(-1);
  const signed = last && signedList(last, kept?.(), opened);
  for (const redaction of signed ?? []) recorded.add(redaction);
  for await (const batch of order.readOrder({ after: signed && last?.position }))
    for (const event of batch) recorded.see(event);
  const erased = new Set(heads.filter((head) => head.erased).map(({ stream }) => stream));
  const [first] = await recorded.compare(tree, (stream) => erased.has(stream));
  if (first === undefined) return;
  throw new DataFolderUnusable(
    'corrupt',
    `tree.sqlite: its list of what was redacted is not the one that the events record (${first.kind} at ${first.stream} ${first.revision}), so no checkpoint is signed; put it back from the newest backup, or move it away, and it is made anew from the events`,
  );
};

/** The redactions that a checkpoint signed. Undefined: the files are not those of this checkpoint, or were changed. */
const signedList = (
  { note }: KeptCheckpoint,
  files: CheckpointFiles | undefined,
  opened: (note: string) => ReturnType<typeof openCheckpoint>,
): readonly Destroyed[] | undefined => {
  const signed = opened(note);
  if (typeof signed === 'string' || files?.lists === undefined || files.note !== note) return undefined;
  try {
    checkLists(files.lists, signed);
  } catch (error) {
    if (!(error instanceof NotAProof)) throw error;
    return undefined;
  }
  const destroyed = files.lists.destroyed.map((line) => JSON.parse(line) as Destroyed);
  return destroyed.filter(({ revision }) => revision !== undefined);
};
