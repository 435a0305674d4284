import { dayOf, type FileId, type Instant } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { decideAccess, relationsOf, type RoleRelation, type User } from '@rt/identity';
import { fileHoldersOn, openReviewsOf, type ReadDatabase } from '@rt/read-models';
import { factsOfRow } from '../access/access-facts';

/** The ports that `reachingOf` needs. */
export interface ReachPorts {
  readonly db: ReadDatabase;
  readonly clock: Clock;
}

/** Selects the files whose news a user gets, in the order in which the files were given. */
export type Reaching = (user: User) => readonly FileId[];

/**
 * Who gets news today of some files: the case worker who has the file, the substitute, the manager of the unit that has it, and an inspector whose
 * open review drew it. The rows are read once, for any number of users.
 * @param isInspected true if an inspector may be among the users: only then the reviews are read
 */
export const reachingOf = async (
  { db, clock }: ReachPorts,
  files: readonly FileId[],
  isInspected: boolean,
): Promise<Reaching> => {
  const day = dayOf(clock.now() as Instant);
  const holders = await fileHoldersOn(db, files, day);
  const reviewsOf = await openReviewsOf(db, isInspected ? files : []);
  const facts = files.flatMap((fileId) => {
    const holder = holders.get(fileId);
    return holder ? [{ fileId, facts: factsOfRow(holder, reviewsOf.get(fileId) ?? []) }] : [];
  });
  return (user) =>
    decideAccess(user, { permission: 'events-stream.read' }).allowed
      ? facts
          .filter((file) => relationsOf(user, file.facts, new Set(file.facts.sampledIn)).some(hears))
          .map(({ fileId }) => fileId)
      : [];
};

const hears = ({ role, relation }: RoleRelation): boolean => {
  switch (relation) {
    case 'assigned':
    case 'substitute':
    case 'sampled':
      return true;
    case 'sameUnit':
      return role === 'unitManager';
    case 'addressed':
    case 'none':
      return false;
  }
};
