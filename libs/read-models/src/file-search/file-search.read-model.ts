import { END_OF_TIME, personOn } from '@rt/domain';
import { STEPS_WITHIN_A_CASE } from '../ignored-steps';
import type { FileModel } from '../read-model';
import { filePersonsTable, searchMarksTable, sharedMarksTable } from './file-search.table';
import { protectionOf } from './protection';
import { caseNumbersIn, marksOfFile, numberedCasesIn, personalNumbersIn, nameWordsIn } from './search-marks';
import { caseNumberOf } from './search-term';
import { SHARED_KINDS, sharedMarkOf } from './shared-marks';

/** The hashes by which a search finds a file, and the name to show, which is sealed: the database contains no name in the clear. */
export const fileSearch: FileModel = {
  name: 'file-search',
  version: '4',
  ignores: [...STEPS_WITHIN_A_CASE, 'assignment'],
  tables: [filePersonsTable, searchMarksTable, sharedMarksTable],
  rowsOf: ({ fileId, file }, _inForce, emit, texts) => {
    const person = personOn(file, END_OF_TIME);
    const boardId = file.opened?.data.boardId;
    if (person === undefined || boardId === undefined || texts === undefined) return;
    const words = nameWordsIn(person, file);
    emit(filePersonsTable, {
      fileId,
      boardId,
      name: texts.seal('name', person.name),
      words: texts.seal('words', JSON.stringify(words)),
      caseNumbers: texts.seal('caseNumbers', JSON.stringify(numberedCasesIn(file))),
      protection: protectionOf(texts, fileId, person.protectedIdentity),
    });
    for (const mark of marksOfFile(texts, boardId, words, file)) emit(searchMarksTable, { fileId, mark });
    const shared = { person: personalNumbersIn(file), caseNumber: caseNumbersIn(file).map(caseNumberOf) };
    for (const what of SHARED_KINDS)
      for (const text of new Set(shared[what]))
        emit(sharedMarksTable, { fileId, what, mark: sharedMarkOf(texts, boardId, what, text) });
  },
};
