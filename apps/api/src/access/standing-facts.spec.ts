import fc from 'fast-check';
import { addDays, fileAt, type LocalDate, type UnitId } from '@rt/domain';
import type { User } from '@rt/identity';
import { catchUp, fileStandingsOf } from '@rt/read-models';
import { arbitraryHistory, FIRST_DAY } from '../../../../libs/domain/src/history.fixture';
import { append, fileId, testBed, type TestBed } from '../../../../libs/read-models/src/history.fixture';
import { fileOnDay } from './file-standing';
import { factsOfStanding } from './standing-facts';

const anna: User = { userId: 'anna', roles: ['caseWorker'], unitId: 'norr', boardId: 'namnden' };

describe('what rows say of who has a file', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('is on any day what the file itself says, but for the providers', async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryHistory({ stepsMax: 60 }),
        fc.infiniteStream(fc.constantFrom('norr', 'soder')),
        fc.array(fc.nat({ max: 800 }), { minLength: 1, maxLength: 8 }),
        async (history, unit, days) => {
          const id = fileId((files += 1));
          const placed = history.map((event) => ({ ...event, unitId: unit.next().value as UnitId }));
          await append(bed.store, id, placed);
          await catchUp(bed);
          const standing = (await fileStandingsOf(bed.db, [id])).get(id);
          for (const day of days.map((each): LocalDate => addDays(FIRST_DAY, each))) {
            const said = await fileOnDay(anna, id, fileAt(placed), day, bed.db);
            expect(standing && factsOfStanding(standing, day, [])).toEqual(
              said && { ...said.facts, providerIds: [] },
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
