import fc from 'fast-check';
import { addDays, fileAt, type LocalDate, type UnitId } from '@rt/domain';
import type { User } from '@rt/identity';
import { catchUp, fileHoldersOn } from '@rt/read-models';
import { arbitraryHistory, FIRST_DAY } from '../../../../libs/domain/src/history.fixture';
import { append, fileId, testBed, type TestBed } from '../../../../libs/read-models/src/history.fixture';
import { factsOfRow, fileOnDay } from './access-facts';

const anna: User = { userId: 'anna', roles: ['caseWorker'], unitId: 'norr', boardId: 'namnden' };

describe('what a user’s relation to a file depends on', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('is the same from the rows as from the file itself, except for the providers', async () => {
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
          for (const day of days.map((each): LocalDate => addDays(FIRST_DAY, each))) {
            const holder = (await fileHoldersOn(bed.db, [id], day)).get(id);
            const said = await fileOnDay(anna, id, fileAt(placed), day, bed.db);
            expect(holder && factsOfRow(holder, [])).toEqual(said && { ...said.facts, providerIds: [] });
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
