import fc from 'fast-check';
import { addDays, exampleId, on, recorded, unitOn, type UnitId, type UserId } from '@rt/domain';
import { arbitraryHistory, FIRST_DAY } from '../../../domain/src/history.fixture';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { LoadedFile } from '@rt/files';
import { catchUp } from '../runner/runner';
import { fileStandingsOf, unitOfStanding } from './standings.query';

describe('who has a file', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('is given by the days of every assignment, and a file that does not exist is left out', async () => {
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
    const standings = await fileStandingsOf(bed.db, [fileId(1), fileId(2)]);
    expect([...standings.keys()]).toEqual([fileId(1)]);
    expect(standings.get(fileId(1))).toMatchObject({
      openedIn: 'norr',
      openedBy: 'anna',
      assignments: [
        { userId: 'anna', role: 'responsible', firstDay: '2026-01-02', lastDay: null, endedOn: null },
        {
          userId: 'bo',
          role: 'substitute',
          unitId: 'soder',
          firstDay: '2026-03-26',
          lastDay: '2026-04-30',
          endedOn: '2026-04-10',
        },
      ],
    });
  });

  it('gives the same unit as the domain on every day', async () => {
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
          const standing = (await fileStandingsOf(bed.db, [file])).get(file);
          const { file: folded } = new LoadedFile(file, placed);
          for (const each of days) {
            const day = addDays(FIRST_DAY, each);
            expect(standing && unitOfStanding(standing, day)).toBe(unitOn(folded, day));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
