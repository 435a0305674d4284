import type { FileId, LocalDate, UserId } from '@rt/domain';
import type { User } from '@rt/identity';
import { filesRemindedOf, type ReadDatabase } from '@rt/read-models';
import { filesOnDay, mayBeReminded } from './access-facts';

/** The files with a reminder for a user who may not read them today. Lists leave these reminders out, with text and name. */
export const closedReminders = async (
  db: ReadDatabase,
  user: User,
  today: LocalDate,
): Promise<ReadonlySet<FileId>> => {
  const files = await filesRemindedOf(db, user.userId as UserId);
  const onDay = await filesOnDay(user, files, today, db);
  return new Set(files.filter((fileId) => !mayBeReminded(user, onDay.get(fileId))));
};
