import { END_OF_TIME, personOn } from '@rt/domain';
import type { Flag } from '../database/table';
import type { ReadModel } from '../read-model';
import { filePersonsTable, searchMarksTable } from './file-search.table';
import { fileSearchWords } from './file-search.words';
import { caseNumbersIn, marksOfFile } from './search-marks';

/** What a file is found by, and the name that is shown: hashed and sealed, so that the database names nobody. */
export const fileSearch: ReadModel = {
  name: 'file-search',
  version: '1',
  words: fileSearchWords,
  tables: [filePersonsTable, searchMarksTable],
  rowsOf: ({ fileId, file, texts }, _inForce, emit) => {
    const person = personOn(file, END_OF_TIME);
    const boardId = file.opened?.data.boardId;
    if (person === undefined || boardId === undefined || texts === undefined) return;
    const protectedIdentity: Flag = person.protectedIdentity ? 1 : 0;
    emit(filePersonsTable, {
      fileId,
      boardId,
      name: texts.seal('name', person.name),
      caseNumbers: texts.seal('caseNumbers', JSON.stringify(caseNumbersIn(file))),
      protectedIdentity,
    });
    for (const mark of marksOfFile(texts, boardId, person, file)) emit(searchMarksTable, { fileId, mark });
  },
};
