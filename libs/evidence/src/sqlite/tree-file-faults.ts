import { DataFolderUnusable } from '@rt/event-store';
import { NotAProof } from '@rt/proof';

const damaged =
  'its contents are damaged; put it back from the latest backup, because old checkpoints need it';

/** SQLite's primary result codes that an operator can do something about; any other means damage. */
const MEANINGS: Readonly<Record<number, { reason: DataFolderUnusable['reason']; text: string }>> = {
  5: { reason: 'locked', text: 'another program holds it locked; end that program and try again' },
  8: { reason: 'readOnly', text: 'it cannot be written to; check the rights of the folder' },
  13: { reason: 'full', text: 'the disk is full; free some space and try again' },
  14: { reason: 'readOnly', text: 'it cannot be opened; check the rights of the file and its folder' },
};

/** Runs `work` and throws SQLite's errors, and a tile that is missing, as `DataFolderUnusable`. */
export const guardedTree = <T>(file: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotAProof)
      throw new DataFolderUnusable('corrupt', `${file}: ${damaged} (${error.message})`, { cause: error });
    // Checks the shape, not the class: under Jest, errors of built-in modules have another class.
    const { code, errcode } = error as { code?: string; errcode?: number };
    if (code !== 'ERR_SQLITE_ERROR') throw error;
    const { reason, text } = MEANINGS[(errcode ?? 0) & 0xff] ?? { reason: 'corrupt', text: damaged };
    throw new DataFolderUnusable(reason, `${file}: ${text}`, { cause: error });
  }
};

/** @throws DataFolderUnusable if a newer version of the program wrote the file */
export const refuseNewer = (file: string, found: number, known: number): void => {
  if (found <= known) return;
  const text = `it was written by a newer version of this program (layout ${found}, this one knows ${known})`;
  throw new DataFolderUnusable('newerVersion', `${file}: ${text}; install that version`);
};
