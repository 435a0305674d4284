import { DataFolderUnusable } from '../port';

/** SQLite's primary result codes that an operator can do something about. */
const meanings: Record<number, { reason: DataFolderUnusable['reason']; text: string }> = {
  5: { reason: 'locked', text: 'another program holds it locked; end that program and try again' },
  8: {
    reason: 'readOnly',
    text: 'it cannot be written to; check the rights of the folder and whether the disk is mounted read-only',
  },
  10: {
    reason: 'corrupt',
    text: 'the disk reported an error; check the disk, then run verify or restore a backup',
  },
  11: {
    reason: 'corrupt',
    text: 'its contents are damaged; restore the latest backup (restore) and keep the damaged file for inspection',
  },
  13: {
    reason: 'full',
    text: 'the disk is full; free some space and try again. Everything that was acknowledged is stored',
  },
  14: {
    reason: 'readOnly',
    text: 'it cannot be opened; check the rights of the file and that its folder can be written to (readers keep a file of their own there too)',
  },
  26: {
    reason: 'corrupt',
    text: 'it is not a database of this program; restore the latest backup (restore)',
  },
};

/**
 * Turns an error of SQLite into a `DataFolderUnusable` with advice for the operator; returns any other error as it is. It checks `code`, not the
 * class, because under Jest the errors of built-in modules belong to another realm.
 */
export const asUnusable = (error: unknown, file: string): unknown => {
  if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR')
    return error;
  const { errcode, message } = error as unknown as { errcode: number; message: string };
  const meaning = meanings[errcode & 0xff];
  return meaning === undefined
    ? error
    : new DataFolderUnusable(meaning.reason, `${file}: ${meaning.text} (SQLite: ${message})`, {
        cause: error,
      });
};

/** Runs `work` and throws SQLite's errors as `DataFolderUnusable`. */
export const guarded = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw asUnusable(error, file);
  }
};
