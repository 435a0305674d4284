import { DataFolderUnusable } from './port';

/** What the operator does about a damaged file. It differs from file to file. */
export interface DamageAdvice {
  readonly damaged: string;
}

export const ofTheStore: DamageAdvice = {
  damaged: 'restore the latest backup (restore) and keep the damaged file for inspection',
};

/** SQLite's primary result codes that an operator can do something about. */
const meanings: Record<
  number,
  (advice: DamageAdvice) => { reason: DataFolderUnusable['reason']; text: string }
> = {
  5: () => ({ reason: 'locked', text: 'another program holds it locked; end that program and try again' }),
  8: () => ({
    reason: 'readOnly',
    text: 'it cannot be written to; check the rights of the folder and whether the disk is mounted read-only',
  }),
  10: () => ({
    reason: 'diskError',
    text: 'the disk reported an error; check the disk, then run verify or restore a backup',
  }),
  11: ({ damaged }) => ({ reason: 'corrupt', text: `its contents are damaged; ${damaged}` }),
  13: () => ({
    reason: 'full',
    text: 'the disk is full; free some space and try again. Everything that was acknowledged is stored',
  }),
  14: () => ({
    reason: 'readOnly',
    text: 'it cannot be opened; check the rights of the file and that its folder can be written to (readers keep a file of their own there too)',
  }),
  26: ({ damaged }) => ({ reason: 'corrupt', text: `it is not a database of this program; ${damaged}` }),
};

/**
 * Turns an error of SQLite into a `DataFolderUnusable` with advice for the operator; returns any other error as it is. It checks `code`, not the
 * class, because under Jest the errors of built-in modules belong to another realm.
 */
export const asUnusable = (error: unknown, file: string, advice = ofTheStore): unknown => {
  const primary = primaryCodeOf(error);
  const meaning = primary === undefined ? undefined : meanings[primary]?.(advice);
  return meaning === undefined
    ? error
    : new DataFolderUnusable(
        meaning.reason,
        `${file}: ${meaning.text} (SQLite: ${(error as Error).message})`,
        { cause: error },
      );
};

/** Runs `work` and throws SQLite's errors as `DataFolderUnusable`. */
export const guarded = <T>(file: string, work: () => T, advice?: DamageAdvice): T => {
  try {
    return work();
  } catch (error) {
    throw asUnusable(error, file, advice);
  }
};

/** True if SQLite found that the contents of a file are damaged. An error of the disk says nothing about the contents. */
export const isDamage = (error: unknown): boolean => [11, 26].includes(primaryCodeOf(error) ?? 0);

const primaryCodeOf = (error: unknown): number | undefined => {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: number };
  return code === 'ERR_SQLITE_ERROR' && errcode !== undefined ? errcode & 0xff : undefined;
};
