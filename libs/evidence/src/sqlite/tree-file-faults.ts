import { asUnusable, DataFolderUnusable, type DamageAdvice } from '@rt/event-store';
import { NotAProof } from '@rt/proof';

const advice: DamageAdvice = {
  damaged: 'put it back from the latest backup, because old checkpoints need it',
};

/** Runs `work` and throws SQLite's errors, and a tile that is missing, as `DataFolderUnusable`. */
export const guardedTree = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    const known = asUnusable(error, file, advice);
    if (known !== error) throw known;
    // A tile, a table or a column is not there.
    if (error instanceof NotAProof || (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR')
      throw new DataFolderUnusable(
        'corrupt',
        `${file}: its contents are damaged; ${advice.damaged} (${(error as Error).message})`,
        { cause: error },
      );
    throw error;
  }
};

/** @throws DataFolderUnusable if a newer version of the program wrote the file */
export const refuseNewer = (file: string, found: number, known: number): void => {
  if (found <= known) return;
  const text = `it was written by a newer version of this program (layout ${found}, this one knows ${known})`;
  throw new DataFolderUnusable('newerVersion', `${file}: ${text}; install that version`);
};
