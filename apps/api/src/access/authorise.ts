import { dayOf, ordersConcerned, type Command, type Instant, type PersonalFile } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { AccessRequest, Actor, Authorise } from '@rt/handling';
import { decideAccess, type User } from '@rt/identity';
import type { ReadDatabase } from '@rt/read-models';
import { fileOnDay } from './access-facts';

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

/**
 * The permission table, as the write side asks it: once per step, of the file as it is when the step is decided. A provider is
 * addressed by the orders that the step speaks of, not by others that stand in the same file.
 */
export const tableAuthorises = (clock: Clock, db: ReadDatabase): Authorise => ({
  async allows({ actor, permission, fileId, file, command }: AccessRequest): Promise<boolean> {
    const { user } = actor as UserActor;
    const day = dayOf(clock.now() as Instant);
    const known = fileId && file && (await fileOnDay(user, fileId, file, day, db));
    if (!known) return decideAccess(user, { permission }).allowed;
    const providerIds = command && file && addressedBy(command, file);
    const facts = { ...known.facts, ...(providerIds && { providerIds }) };
    return decideAccess(user, { permission, file: { ...known, facts } }).allowed;
  },
});

/** The one provider that has every order a step speaks of; undefined where it can speak of none, so that any order in the file counts. */
const addressedBy = (command: Command, file: PersonalFile): readonly string[] | undefined => {
  const orders = ordersConcerned(command, file);
  if (orders === undefined) return undefined;
  const [provider, ...others] = new Set(orders.map((order) => order?.created.data.providerId));
  return provider === undefined || others.length > 0 ? [] : [provider];
};
