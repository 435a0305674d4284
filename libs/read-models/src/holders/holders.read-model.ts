import { holderPeriods } from '@rt/domain';
import { STEPS_WITHIN_A_CASE } from '../ignored-steps';
import type { FileModel } from '../read-model';
import { fileHoldersTable, openedFilesTable } from './holders.table';

/** Who has, had and will have every file. A server uses it to decide, for many files at once, which users have access. */
export const holders: FileModel = {
  name: 'holders',
  version: '3',
  ignores: [...STEPS_WITHIN_A_CASE, 'case'],
  tables: [openedFilesTable, fileHoldersTable],
  rowsOf: ({ fileId, file }, _inForce, emit) => {
    const { opened } = file;
    if (opened === undefined) return;
    emit(openedFilesTable, { fileId, boardId: opened.data.boardId });
    for (const [ordinal, period] of holderPeriods(file).entries())
      emit(fileHoldersTable, { fileId, ordinal, ...period });
  },
};
