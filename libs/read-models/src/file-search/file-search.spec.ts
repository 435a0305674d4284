import { exampleId, recorded, type BoardId, type Identity, type Person } from '@rt/domain';
import { append, fileId, testBed, type TestBed } from '../history.fixture';
import { streamOfFile } from '@rt/files';
import { catchUp, rebuild } from '../runner/runner';
import { filesFound, namesOf } from './file-search.query';
import { eraseStream } from '@rt/event-store/store.fixture';

const board = 'sdn-farsta' as BoardId;
const number: Identity = { kind: 'personalNumber', value: '198405179808' };
const kim: Person = {
  name: 'Kim Åsén-Exempelsson',
  identity: number,
  sex: 'female',
  protectedIdentity: false,
};
const opened = (person: Partial<Person> = {}, boardId = board) =>
  recorded('PersonalFileOpened', '2026-01-02', { boardId, person: { ...kim, ...person } });

describe('searching for a file', () => {
  let bed: TestBed;
  beforeEach(async () => {
    bed = await testBed();
    await append(bed.store, fileId(1), [
      opened(),
      recorded('CaseOpened', '2026-01-02', { caseId: exampleId('case'), caseNumber: 'SN 2026/0117' }),
    ]);
    await append(bed.store, fileId(2), [
      opened({ name: 'Kim Svensk', identity: { kind: 'birthDate', value: '1984-05-17' } }),
    ]);
    await append(bed.store, fileId(3), [opened({}, 'sdn-ostermalm' as BoardId)]);
    await catchUp(bed);
  });
  afterEach(() => bed.close());

  const found = async (term: string, boardId = board) => {
    const files = await filesFound(bed, boardId, term);
    const opened = await Promise.all(files.map((file) => file.open()));
    return files.flatMap(({ fileId: each }, index) => (opened[index] === undefined ? [] : [each]));
  };

  it.each([
    ['all words of the name, in any order', 'exempelsson kim', [1]],
    ['one word', 'KIM', [1, 2]],
    ['a word without its accent', 'Åsen', [1]],
    ['a word that is not the same letter', 'Asen', []],
    ['the beginning of a word', 'Exempel', [1]],
    ['beginnings of several words, without the hyphen', 'ki åsénexem', [1]],
    ['the end of a word', 'sson', []],
    ['words of two people', 'Åsén Svensk', []],
    ['the number with its century', '19840517-9808', [1]],
    ['the number without', '840517-9808', [1]],
    ['the number and nothing between', '8405179808', [1]],
    ['another number', '840517-9809', []],
    ['a day of birth', '1984-05-17', []],
    ['the case number', 'sn2026/0117', [1]],
    ['a part of the case number', '2026/0117', []],
    ['nothing', ' - ', []],
  ] as const)('by %s', async (_how, term, files) => expect(await found(term)).toEqual(files.map(fileId)));

  it('stays within the board, and does not reveal that two boards know the same person', async () => {
    expect(await found('Kim', 'sdn-ostermalm' as BoardId)).toEqual([fileId(3)]);
    const marks = await bed.db.reader.selectFrom('searchMarks').selectAll().execute();
    const of = (file: number) =>
      marks.flatMap(({ fileId: each, mark }) => (each === fileId(file) ? [mark] : []));
    expect(of(1).filter((mark) => of(3).includes(mark))).toEqual([]);
  });

  it('finds a person by the present and by earlier numbers and names', async () => {
    const changed = recorded('PersonDetailsChanged', '2026-02-01', {
      person: { ...kim, name: 'Robin Ny', identity: { kind: 'personalNumber', value: '198405179816' } },
    });
    await append(bed.store, fileId(1), [changed]);
    await catchUp(bed);
    for (const term of ['840517-9808', '840517-9816', 'Robin Ny', 'SN 2026/0117'])
      expect(await found(term)).toEqual([fileId(1)]);
    expect(await found('Åsén')).toEqual([fileId(1)]);
    await append(bed.store, fileId(1), [recorded('EntryRetracted', '2026-02-02', { eventId: changed.id })]);
    await catchUp(bed);
    expect([await found('840517-9816'), await found('Åsén')]).toEqual([[], [fileId(1)]]);
  });

  it('finds by the corrected values, and no longer by the wrong ones', async () => {
    const { id } = opened();
    const right = { ...kim, identity: { kind: 'personalNumber', value: '198405179816' } };
    await append(bed.store, fileId(1), [
      recorded('EntryCorrected', '2026-02-01', { eventId: id, data: { boardId: board, person: right } }),
    ]);
    await catchUp(bed);
    expect([await found('840517-9816'), await found('840517-9808')]).toEqual([[fileId(1)], []]);
  });

  it('opens the names of files, and no name of an erased file', async () => {
    const [file] = await filesFound(bed, board, 'Åsén');
    expect(await file?.open()).toEqual({
      name: kim.name,
      protectedIdentity: false,
      caseNumbers: ['SN 2026/0117'],
    });
    expect(await namesOf(bed, [fileId(1), fileId(2), fileId(9)])).toEqual(
      new Map([
        [
          fileId(1),
          { name: kim.name, protectedIdentity: false, caseNumbers: { [exampleId('case')]: 'SN 2026/0117' } },
        ],
        [fileId(2), { name: 'Kim Svensk', protectedIdentity: false, caseNumbers: {} }],
      ]),
    );
    await eraseStream(bed.store, streamOfFile(fileId(1)), 1);
    expect(await file?.open()).toBeUndefined();
    expect([...(await namesOf(bed, [fileId(1), fileId(2)])).keys()]).toEqual([fileId(2)]);
    await rebuild(bed);
    expect(await found('Åsén')).toEqual([]);
  });

  it('makes the same rows in a rebuild, so that an update does not rewrite unchanged rows', async () => {
    const rows = () => bed.db.reader.selectFrom('filePersons').selectAll().orderBy('fileId').execute();
    const before = await rows();
    await rebuild(bed);
    expect(await rows()).toEqual(before);
  });
});
