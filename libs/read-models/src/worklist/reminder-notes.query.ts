import type { EventId, FileId, LocalDate, UserId } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import type { SearchPorts } from '../file-search/file-search.query';
import { sealShown } from '../file-texts';
import { absentFor } from '../holders/held-by.sql';
import type { WorklistLine } from './worklist-line';

/**
 * The texts of the reminders among some lines, by the id of the line, as far as they are for `reader` or for somebody for whom `reader` stands in. For others a reminder is a line without
 * its text: they read the text in the file, where reading is authorised and logged.
 */
export const reminderNotesOf = async (
  { store, db }: SearchPorts,
  reader: UserId,
  day: LocalDate,
  lines: readonly WorklistLine[],
): Promise<Readonly<Record<string, string>>> => {
  const ids = lines.filter(({ section }) => section === 'reminders').map(({ id }) => id as EventId);
  if (ids.length === 0) return {};
  const rows = await db.reader
    .selectFrom('expiries')
    .select(['eventId', 'fileId', 'note'])
    .where('eventId', 'in', ids)
    .where('workerId', 'in', [reader, ...(await absentFor(db, reader, day))])
    .execute();
  const notes: Record<string, string> = {};
  for (const { eventId, fileId, note } of rows) {
    const seal = note === null ? undefined : await sealShown(store, fileId);
    const text = note === null ? undefined : seal?.open('note', note);
    if (text !== undefined) notes[eventId] = text;
  }
  return notes;
};

/** The files with reminders for a user, whether or not the user may read the files: the caller must check that before it shows the reminders. */
export const filesRemindedOf = async (
  { reader }: ReadDatabase,
  worker: UserId,
): Promise<readonly FileId[]> => {
  const rows = await reader
    .selectFrom('expiries')
    .select('fileId')
    .distinct()
    .where('kind', '=', 'reminder')
    .where('workerId', '=', worker)
    .execute();
  return rows.map(({ fileId }) => fileId);
};
