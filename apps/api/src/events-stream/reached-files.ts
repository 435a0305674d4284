import { dayOf, type FileId, type Instant } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { decideAccess, relationsOf, type RoleRelation, type User } from '@rt/identity';
import { fileHoldersOn, type ReadDatabase } from '@rt/read-models';
import type { SampledFiles } from '../access/sampled-files';
import { factsOfRow } from '../access/access-facts';

/** What reaching is asked of. */
export interface ReachPorts {
  readonly db: ReadDatabase;
  readonly sampled: SampledFiles;
  readonly clock: Clock;
}

/** Says of a user which of some files they hear of, in the order in which the files were given. */
export type Reaching = (user: User) => readonly FileId[];

/**
 * Who hears today of what is recorded in some files: whoever has the file or stands in for them, the manager of the unit that has it,
 * an inspector whose open review drew it. The rows are asked once, however many listen.
 * @param among whoever might hear: reviews are asked only where an inspector is among them
 */
export const reachingOf = async (
  { db, sampled, clock }: ReachPorts,
  files: readonly FileId[],
  among: Iterable<User>,
): Promise<Reaching> => {
  const day = dayOf(clock.now() as Instant);
  const holders = await fileHoldersOn(db, files, day);
  const inspected = [...among].some(({ roles }) => roles.includes('inspector'));
  const facts = await Promise.all(
    files.flatMap((fileId) => {
      const holder = holders.get(fileId);
      if (holder === undefined) return [];
      const reviews = inspected ? sampled.reviewsOf(fileId) : Promise.resolve([]);
      return [reviews.then((drawn) => ({ fileId, facts: factsOfRow(holder, drawn) }))];
    }),
  );
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
