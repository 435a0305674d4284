import { exampleId, on, recorded, type Population, type UnitId } from '@rt/domain';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { filesWithDecisions } from './decisions.query';

const year: Population = {
  measures: ['ledsagarservice'],
  outcomes: ['approval'],
  decidedFrom: on('2026-01-01'),
  decidedTo: on('2026-12-31'),
  unitIds: ['norr' as UnitId],
};

describe('the files with decisions of a population', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  const found = async (other: Partial<Population> = {}): Promise<readonly string[]> => {
    await catchUp(bed);
    return filesWithDecisions(bed.db, { ...year, ...other });
  };

  it('are found by measure and by month, each once', async () => {
    const another = recorded('DecisionMade', '2026-05-01', { decisionId: exampleId('decision', 2) });
    await append(bed.store, fileId(1), [...ordinaryThread, another]);
    expect(await found()).toEqual([fileId(1)]);
    expect(await found({ measures: ['ledsagning'] })).toEqual([]);
    expect(await found({ measures: ['ledsagning', 'ledsagarservice'] })).toEqual([fileId(1)]);
    expect(await found({ decidedFrom: on('2026-02-20'), decidedTo: on('2026-02-20') })).toEqual([fileId(1)]);
    expect(await found({ decidedFrom: on('2026-03-01'), decidedTo: on('2026-04-30') })).toEqual([]);
  });

  it('follow the decision as it was made and the corrections of its entry, but not its changes', async () => {
    const made = ordinaryThread.find((event) => event.type === 'DecisionMade');
    if (made?.type !== 'DecisionMade') throw new TypeError('the thread has a decision');
    await append(bed.store, fileId(1), [
      ...ordinaryThread,
      recorded('DecisionChanged', '2026-06-01', { measure: 'ledsagning' }),
    ]);
    expect(await found()).toEqual([fileId(1)]);
    await append(bed.store, fileId(1), [
      recorded('EntryCorrected', '2026-06-02', {
        eventId: made.id,
        occurredOn: on('2025-02-19'),
        data: made.data,
      }),
    ]);
    expect(await found()).toEqual([]);
    expect(await found({ decidedFrom: on('2025-02-19') })).toEqual([fileId(1)]);
    await append(bed.store, fileId(1), [recorded('EntryRetracted', '2026-06-03', { eventId: made.id })]);
    expect(await found({ decidedFrom: on('2025-02-19') })).toEqual([]);
  });
});
