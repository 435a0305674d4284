import type { DatabaseSync } from 'node:sqlite';
import { asUnusable, guarded, layoutOfNew, refuseOtherLayout, type DamageAdvice } from '@rt/event-store';
import type { AccessLog } from '../access-log';

const advice: DamageAdvice = {
  damaged:
    'it is evidence and is never made anew; keep it for inspection and put back the copy of the latest backup',
};

/** Runs `work` and throws SQLite's errors with the file and what the operator can do. @throws DataFolderUnusable */
export const namingTheFile = <Answer>(file: string, work: () => Answer): Answer =>
  guarded(file, work, advice);

/** @param make creates the tables of a new log @throws DataFolderUnusable corrupt if the tables of this one are others */
export const refuseOtherTables = (
  file: string,
  database: DatabaseSync,
  make: (made: DatabaseSync) => void,
): void => refuseOtherLayout(file, database, layoutOfNew(make), advice);

/** The log, with SQLite's errors of every method named in the same way. */
export const namingTheFileOf = (file: string, log: AccessLog): AccessLog => {
  const named =
    <Asked extends unknown[], Answer>(method: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      try {
        return await method(...asked);
      } catch (error) {
        throw asUnusable(error, file, advice);
      }
    };
  return {
    append: named(log.append),
    entriesOf: named(log.entriesOf),
    lastReadings: named(log.lastReadings),
    head: named(log.head),
    verify: named(log.verify),
    repair: named((about) => log.repair(about)),
    copyTo: named(log.copyTo),
    close: log.close,
  };
};
