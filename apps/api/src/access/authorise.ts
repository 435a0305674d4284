import { dayOf, type Instant } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { AccessRequest, Actor, Authorise } from '@rt/handling';
import { decideAccess, type User } from '@rt/identity';
import { fileOnDay } from './file-standing';
import type { SampledFiles } from './sampled-files';

/** A user as the write side knows whoever acts. */
export interface UserActor extends Actor {
  readonly user: User;
}

/** Users that serve under no board cannot open a file, so nothing is ever recorded under the name that stands in for it. */
export const actorFor = (user: User): UserActor => ({
  user,
  userId: user.userId as Actor['userId'],
  unitId: user.unitId as Actor['unitId'],
  boardId: (user.boardId ?? user.unitId) as Actor['boardId'],
  roles: user.roles,
  origin: user.roles.includes('provider') ? 'provider' : 'user',
});

/** The permission table, as the write side asks it: once per step, of the file as it is when the step is decided. */
export const tableAuthorises = (clock: Clock, sampled: SampledFiles): Authorise => ({
  async allows({ actor, permission, fileId, file }: AccessRequest): Promise<boolean> {
    const { user } = actor as UserActor;
    const day = dayOf(clock.now() as Instant);
    const known = fileId && file && (await fileOnDay(user, fileId, file, day, sampled));
    return decideAccess(user, { permission, ...(known && { file: known }) }).allowed;
  },
});
