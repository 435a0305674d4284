import type { FileId, LocalDate, UserId } from '@rt/domain';
import type { User } from '@rt/identity';
import { filesRemindedOf, type ReadDatabase } from '@rt/read-models';
import { filesOnDay, mayBeReminded } from './access-facts';

/**
 * The files whose reminders are shown to the user they are for, because that user may read them today. The files are named that are shown and not
 * those that are hidden: a reminder projected while the list is being read is then left out until the list is read again.
 */
export const openReminders = async (
  db: ReadDatabase,
  user: User,
  today: LocalDate,
): Promise<readonly FileId[]> => {
  const files = await filesRemindedOf(db, user.userId as UserId);
  return readable(db, user, today, files);
};

/** Those of some files whose reminders the user may see today. A file that is not in the read models yet is not among them. */
export const readable = async (
  db: ReadDatabase,
  user: User,
  today: LocalDate,
  files: readonly FileId[],
): Promise<readonly FileId[]> => {
  const onDay = await filesOnDay(user, files, today, db);
  return files.filter((fileId) => mayBeReminded(user, onDay.get(fileId)));
};
