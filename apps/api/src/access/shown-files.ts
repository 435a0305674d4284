import { dayOf, type FileId, type Instant, type LocalDate } from '@rt/domain';
import type { Clock, EventStore } from '@rt/event-store';
import type { Actor } from '@rt/handling';
import {
  relationsOf,
  searchMade,
  showsPerson,
  writeLogged,
  type AccessWriter,
  type User,
} from '@rt/identity';
import { protectedAmong, type ReadDatabase } from '@rt/read-models';
import { filesOnDay } from './access-facts';
import type { UserActor } from './authorise';

/** The ports that `shownFiles` needs. */
export interface ShownFilesPorts {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly clock: Clock;
  readonly accessLog: AccessWriter;
}

/** Selects the files that a user may learn of when opening one for the same person. It stands in the access log as the search that it is. */
export const shownFiles =
  ({ store, db, clock, accessLog }: ShownFilesPorts) =>
  async (
    actor: Actor,
    what: 'person' | 'caseNumber',
    files: readonly FileId[],
  ): Promise<readonly FileId[]> => {
    const { user } = actor as UserActor;
    const at = clock.now();
    const [role = 'caseWorker'] = user.roles;
    const reader = { at, userId: user.userId, role, relation: 'none', purpose: 'handling' } as const;
    await writeLogged(accessLog, searchMade(reader, what === 'person' ? 'personalNumber' : 'caseNumber'));
    return filesShownTo({ store, db }, user, dayOf(at as Instant), files);
  };

/** Those of some files that a user may learn of: all but those of a protected identity to which the user has no relation. */
export const filesShownTo = async (
  { store, db }: Pick<ShownFilesPorts, 'store' | 'db'>,
  user: User,
  day: LocalDate,
  files: readonly FileId[],
): Promise<readonly FileId[]> => {
  const hidden = await protectedAmong({ store, db }, files);
  const onDay = await filesOnDay(user, files, day, db);
  return files.filter((fileId) => {
    const facts = onDay.get(fileId)?.facts;
    return facts !== undefined && showsPerson(hidden.has(fileId), relationsOf(user, facts, new Set()));
  });
};
