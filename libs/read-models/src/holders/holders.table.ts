import { ASSIGNMENT_ROLES, type BoardId, type FileId, type UnitId, type UserId } from '@rt/domain';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';

/** The files and the boards they belong to. */
export const openedFilesTable = table(
  'openedFiles',
  { fileId: c.uuid<FileId>(), boardId: c.id<BoardId>() },
  { key: [], indexes: [] },
);
export type OpenedFileRow = RowOf<typeof openedFilesTable>;

/** The periods in which users have a file, past and future: `HolderPeriod` of the domain. */
export const fileHoldersTable = table(
  'fileHolders',
  {
    fileId: c.uuid<FileId>(),
    /** The position among the periods of the file. */
    ordinal: c.ordinal(),
    role: c.code(ASSIGNMENT_ROLES),
    userId: c.orNull(c.id<UserId>()),
    unitId: c.id<UnitId>(),
    heldFrom: c.day(),
    heldUntil: c.day(),
  },
  {
    key: ['ordinal'],
    // Rows of other tables name the responsible worker themselves. Looked up here are substitutes, the files of an absent worker, and files of a unit
    // that no worker has.
    indexes: [
      { name: 'bySubstitute', columns: ['userId', 'fileId'], where: ['role', 'substitute'] },
      {
        name: 'byResponsible',
        columns: ['userId', 'fileId', 'heldUntil', 'heldFrom', 'unitId'],
        where: ['role', 'responsible'],
      },
      {
        name: 'byUnit',
        columns: ['unitId', 'fileId', 'heldUntil', 'heldFrom', 'userId'],
        where: ['role', 'responsible'],
      },
    ],
  },
);
export type FileHolderRow = RowOf<typeof fileHoldersTable>;
