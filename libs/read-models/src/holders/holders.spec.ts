import fc from 'fast-check';
import {
  addDays,
  asHistory,
  exampleId,
  holderOn,
  NO_ABSENCES,
  on,
  recorded,
  type ExampleEvent,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { LoadedFile } from '@rt/files';
import { arbitraryHistory, FIRST_DAY } from '../../../domain/src/history.fixture';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { fileHoldersOn } from './holders.query';
import { rowHolders, rowHoldersFor } from './row-holders';

describe('who has a file', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('is answered for any day, and nothing is said of a file that does not exist', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await append(bed.store, fileId(1), [
      recorded(
        'CaseWorkerAssigned',
        '2026-03-25',
        {
          assignmentId: exampleId('assignment', 2),
          userId: 'bo' as UserId,
          role: 'substitute',
          from: on('2026-03-26'),
          to: on('2026-04-30'),
        },
        { unitId: 'soder' as UnitId },
      ),
      recorded('CaseWorkerUnassigned', '2026-04-10', { assignmentId: exampleId('assignment', 2) }),
    ]);
    await catchUp(bed);
    const answer = async (day: string) => fileHoldersOn(bed.db, [fileId(1), fileId(2)], on(day));
    expect([...(await answer('2026-03-26')).keys()]).toEqual([fileId(1)]);
    const anna = { unitId: 'norr', workerId: 'anna' };
    expect((await answer('2026-03-25')).get(fileId(1))).toMatchObject({ ...anna, substituteIds: [] });
    expect((await answer('2026-04-09')).get(fileId(1))).toMatchObject({ ...anna, substituteIds: ['bo'] });
    expect((await answer('2026-04-10')).get(fileId(1))).toMatchObject({
      ...anna,
      substituteIds: [],
      formerIds: ['bo'],
    });
  });

  it('is, for every day, what the file itself says', async () => {
    let files = 0;
    const units = ['norr', 'soder', 'oster'];
    await fc.assert(
      fc.asyncProperty(
        arbitraryHistory({ stepsMax: 60 }),
        fc.infiniteStream(fc.constantFrom(...units)),
        fc.array(fc.nat({ max: 800 }), { minLength: 1, maxLength: 8 }),
        async (history, unit, days) => {
          const file = fileId((files += 1));
          const placed = history.map((event) => ({ ...event, unitId: unit.next().value as UnitId }));
          await append(bed.store, file, placed);
          await catchUp(bed);
          const { file: folded } = new LoadedFile(file, placed);
          for (const day of days.map((each) => addDays(FIRST_DAY, each))) {
            const { boardId: _, ...holder } = (await fileHoldersOn(bed.db, [file], day)).get(file)!;
            expect(holder).toEqual(holderOn(folded, NO_ABSENCES, day));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives a row exactly one holder on every day, and from the last change on the right one', () =>
    fc.assert(
      fc.property(arbitraryHistory({ stepsMax: 60 }), fc.nat({ max: 900 }), (history, days) => {
        const { file } = new LoadedFile(fileId(1), history);
        const changes = file.events('CaseWorkerAssigned', 'CaseWorkerUnassigned');
        const day = addDays(FIRST_DAY, days);
        const held = rowHolders(file).filter(({ heldFrom, heldUntil }) => heldFrom <= day && day < heldUntil);
        expect(held).toHaveLength(1);
        if (day < (changes.at(-1)?.occurredOn ?? FIRST_DAY)) return;
        const { unitId, workerId } = holderOn(file, NO_ABSENCES, day)!;
        expect(held).toMatchObject([{ unitId, workerId }]);
      }),
      { numRuns: 100 },
    ));

  it('gives a row for a user to that user, and once they have handed the file over to the next holder', () => {
    const assigned = (number: number, userId: string, from: string, day = from) =>
      recorded('CaseWorkerAssigned', day, {
        assignmentId: exampleId('assignment', number),
        userId: userId as UserId,
        from: on(from),
      });
    const rowsFor = (userId: string, ...events: readonly ExampleEvent[]) => {
      const { file } = new LoadedFile(
        fileId(1),
        asHistory([recorded('PersonalFileOpened', '2026-01-02'), ...events]),
      );
      return rowHoldersFor(file)(userId as UserId).map(({ workerId }) => workerId);
    };
    const toBo = assigned(1, 'bo', '2026-02-01');
    expect(rowsFor('bo', toBo)).toEqual(['bo']);
    expect(rowsFor('cia', toBo)).toEqual(['cia']);
    expect(rowsFor('bo', toBo, assigned(2, 'cia', '2026-03-01'))).toEqual(['cia']);
    expect(rowsFor('bo', toBo, assigned(2, 'cia', '2026-03-01', '2026-02-02'))).toEqual(['bo', 'cia']);
    expect(rowsFor('bo', toBo, assigned(2, 'cia', '2026-03-01'), assigned(3, 'bo', '2026-04-01'))).toEqual([
      'bo',
    ]);
  });
});
