import {
  dayOf,
  ordersConcerned,
  type Command,
  type Instant,
  type LocalDate,
  type PersonalFile,
} from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { AccessRequest, Actor, Authorise } from '@rt/handling';
import { accessRefused, decideAccess, writeLogged, type AccessWriter, type User } from '@rt/identity';
import type { ReadDatabase } from '@rt/read-models';
import { isUuid } from '../http/parameters';
import { fileOnDay, filesOnDay } from './access-facts';

/** A signed-in user as the actor of a command. */
export interface UserActor extends Actor {
  readonly user: User;
}

/** The actor for a user. A user without a board gets the unit id in place of a board id, but cannot open a file, so no event contains it. */
export const actorFor = (user: User): UserActor => ({
  user,
  userId: user.userId as Actor['userId'],
  unitId: user.unitId as Actor['unitId'],
  boardId: (user.boardId ?? user.unitId) as Actor['boardId'],
  roles: user.roles,
  origin: user.roles.includes('provider') ? 'provider' : 'user',
});

/**
 * Lets the write side ask the permission table, once per step, about the file on which the step is decided. A provider is judged by the orders that
 * the step concerns; other orders in the same file do not count. What is refused stands in the access log.
 */
export const tableAuthorises = (clock: Clock, db: ReadDatabase, accessLog: AccessWriter): Authorise => ({
  async allows(request: AccessRequest): Promise<boolean> {
    const { user } = request.actor as UserActor;
    const at = clock.now();
    const answer = await decided(user, request, dayOf(at as Instant), db);
    if (answer.allowed) return true;
    const { permission, fileId } = request;
    const { refused } = answer;
    await writeLogged(
      accessLog,
      accessRefused({ at, user, permission, refused, ...(isUuid(fileId) && { fileId }) }),
    );
    return false;
  },
});

const decided = async (
  user: User,
  { permission, fileId, file, command }: AccessRequest,
  day: LocalDate,
  db: ReadDatabase,
): Promise<ReturnType<typeof decideAccess>> => {
  const known =
    fileId &&
    (file
      ? await fileOnDay(user, fileId, file, day, db)
      : (await filesOnDay(user, [fileId], day, db)).get(fileId));
  if (!known) return decideAccess(user, { permission });
  const providerIds = command && file && addressedBy(command, file);
  const facts = { ...known.facts, ...(providerIds && { providerIds }) };
  return decideAccess(user, { permission, file: { ...known, facts } });
};

/**
 * The provider of the orders that the step concerns; empty if they have different providers. Undefined for a step that never concerns orders: then
 * any order in the file counts.
 */
const addressedBy = (command: Command, file: PersonalFile): readonly string[] | undefined => {
  const orders = ordersConcerned(command, file);
  if (orders === undefined) return undefined;
  const [provider, ...others] = new Set(orders.map((order) => order?.created.data.providerId));
  return provider === undefined || others.length > 0 ? [] : [provider];
};
