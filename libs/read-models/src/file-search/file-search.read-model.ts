import { END_OF_TIME, personOn } from '@rt/domain';
import { STEPS_WITHIN_A_CASE } from '../ignored-steps';
import type { FileModel } from '../read-model';
import { filePersonsTable, searchMarksTable } from './file-search.table';
import { protectionOf } from './protection';
import { caseNumbersIn, marksOfFile } from './search-marks';

/** The hashes by which a search finds a file, and the name to show, which is sealed: the database contains no name in the clear. */
export const fileSearch: FileModel = {
  name: 'file-search',
  version: '2',
  ignores: [...STEPS_WITHIN_A_CASE, 'assignment'],
  tables: [filePersonsTable, searchMarksTable],
  rowsOf: ({ fileId, file }, _inForce, emit, texts) => {
    const person = personOn(file, END_OF_TIME);
    const boardId = file.opened?.data.boardId;
    if (person === undefined || boardId === undefined || texts === undefined) return;
    emit(filePersonsTable, {
      fileId,
      boardId,
      name: texts.seal('name', person.name),
      caseNumbers: texts.seal('caseNumbers', JSON.stringify(caseNumbersIn(file))),
      protection: protectionOf(texts, fileId, person.protectedIdentity),
    });
    for (const mark of marksOfFile(texts, boardId, person, file)) emit(searchMarksTable, { fileId, mark });
  },
};
