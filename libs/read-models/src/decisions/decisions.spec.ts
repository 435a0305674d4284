import { exampleId, on, recorded, type Population, type UnitId, type UserId } from '@rt/domain';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { decisionsById, decisionsIn, householdsOn, ordersOn } from './decisions.query';

const year: Population = {
  measures: ['ledsagarservice'],
  outcomes: ['approval', 'partialRejection', 'rejection'],
  decidedFrom: on('2026-01-01'),
  decidedTo: on('2026-12-31'),
  unitIds: ['norr' as UnitId],
  ageMin: 18,
};
const decision = exampleId('decision');

describe('decisions', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  const record = async (...events: Parameters<typeof append>[2]): Promise<void> => {
    await append(bed.store, fileId(1), events);
    await catchUp(bed);
  };

  it('hold what was decided, about whom, and what followed', async () => {
    await record(
      ...ordinaryThread,
      recorded('DecisionServed', '2026-02-23'),
      recorded('ExecutionStarted', '2026-03-25'),
      recorded('AppealReceived', '2026-03-01'),
    );
    expect(await decisionsIn(bed.db, year)).toEqual([
      {
        decisionId: decision,
        fileId: fileId(1),
        caseId: exampleId('case'),
        boardId: 'norr',
        unitId: 'norr',
        decidedOn: '2026-02-20',
        recordedAt: '2026-12-31T12:00:00.000Z',
        decidedBy: 'anna',
        sex: 'female',
        age: 41,
        minorChildren: null,
        cohabitsWithRelative: null,
        act: 'lss',
        statute: '1993:387',
        section: '9 § 3',
        measure: 'ledsagarservice',
        outcome: 'approval',
        rejectionGround: null,
        requestedPerMonth: 20,
        requestedUnit: 'hours',
        grantedPerMonth: 20,
        grantedUnit: 'hours',
        validFrom: '2026-03-02',
        validTo: '2028-02-29',
        applicationId: exampleId('application'),
        appliedOn: '2026-01-05',
        investigationId: exampleId('investigation'),
        previousDecisionId: null,
        servedOn: '2026-02-23',
        changedOn: null,
        appealedOn: '2026-03-01',
        startedOn: '2026-03-25',
      },
    ]);
    expect([...(await decisionsById(bed.db, [decision])).keys()]).toEqual([decision]);
  });

  it('stay as they were made when they are changed, and follow a correction of the entry', async () => {
    const made = ordinaryThread.find((event) => event.type === 'DecisionMade');
    if (made?.type !== 'DecisionMade') throw new TypeError('the thread has a decision');
    await record(
      ...ordinaryThread,
      recorded('DecisionChanged', '2026-06-01', { outcome: 'partialRejection' }),
    );
    expect(await decisionsIn(bed.db, year)).toMatchObject([{ outcome: 'approval', changedOn: '2026-06-01' }]);
    await record(
      recorded('EntryCorrected', '2026-06-02', {
        eventId: made.id,
        occurredOn: on('2026-02-19'),
        data: {
          ...made.data,
          outcome: 'rejection',
          grantedExtent: null,
          requestedExtent: { amount: 5, unit: 'hours', per: 'week', activities: [] },
        },
      }),
    );
    expect(await decisionsIn(bed.db, year)).toMatchObject([
      { outcome: 'rejection', decidedOn: '2026-02-19', grantedPerMonth: null, requestedPerMonth: 21.67 },
    ]);
    await record(recorded('EntryRetracted', '2026-06-03', { eventId: made.id }));
    expect(await decisionsIn(bed.db, year)).toEqual([]);
  });

  it('are found by measure, outcome, unit, age and day', async () => {
    await record(...ordinaryThread);
    const count = async (other: Partial<Population>): Promise<number> =>
      (await decisionsIn(bed.db, { ...year, ...other })).length;
    expect(await count({})).toBe(1);
    expect(await count({ measures: ['ledsagning'] })).toBe(0);
    expect(await count({ outcomes: ['rejection'] })).toBe(0);
    expect(await count({ unitIds: ['soder' as UnitId] })).toBe(0);
    expect(await count({ ageMin: 42 })).toBe(0);
    expect(await count({ decidedFrom: on('2026-02-20'), decidedTo: on('2026-02-20') })).toBe(1);
    expect(await count({ decidedFrom: on('2026-02-21') })).toBe(0);
  });

  it('belong to the unit that had the file that day, whoever has it now', async () => {
    await record(
      ...ordinaryThread,
      recorded(
        'CaseWorkerAssigned',
        '2026-02-21',
        { assignmentId: exampleId('assignment', 2), userId: 'bo' as UserId, from: on('2026-02-21') },
        { unitId: 'soder' as UnitId },
      ),
    );
    expect(await decisionsIn(bed.db, year)).toMatchObject([{ unitId: 'norr' }]);
  });

  it('tell the household of their day, and helpers that of another', async () => {
    const children = [{ birthYear: 2010, partyId: null }];
    await record(
      ...ordinaryThread,
      recorded('HouseholdRecorded', '2026-01-03', { from: on('2026-01-03'), cohabits: [exampleId('party')] }),
      recorded('HouseholdRecorded', '2026-05-02', {
        from: on('2026-05-01'),
        cohabits: [],
        minorChildren: children,
      }),
    );
    expect(await decisionsIn(bed.db, year)).toMatchObject([{ minorChildren: 0, cohabitsWithRelative: 1 }]);
    const household = async (day: string) =>
      (await householdsOn(bed.db, [fileId(1)], on(day))).get(fileId(1));
    expect(await household('2026-01-02')).toBeUndefined();
    expect(await household('2026-05-01')).toEqual({
      minorChildren: 0,
      cohabits: true,
      cohabitsWithRelative: true,
    });
    expect(await household('2026-05-02')).toEqual({
      minorChildren: 1,
      cohabits: false,
      cohabitsWithRelative: false,
    });
    expect(await household('2028-12-30')).toMatchObject({ minorChildren: 1 });
    expect(await household('2028-12-31')).toMatchObject({ minorChildren: 0 });
  });

  it('have their orders as they were sent by a day', async () => {
    await record(
      ...ordinaryThread,
      recorded('OrderSent', '2026-04-01', { orderId: exampleId('order', 2), goals: [] }),
      recorded('OrderSent', '2026-04-01', { orderId: exampleId('order', 3), goals: [], decisionId: null }),
      recorded('OrderCancelled', '2026-05-01'),
    );
    const orders = async (day: string) =>
      ((await ordersOn(bed.db, [fileId(1)], on(day))).get(decision) ?? []).map(
        ({ orderId, sentOn, cancelledOn }) => [orderId, sentOn, cancelledOn],
      );
    expect(await orders('2026-03-01')).toEqual([]);
    expect(await orders('2026-03-02')).toEqual([[exampleId('order'), '2026-03-02', '2026-05-01']]);
    expect(await orders('2026-04-01')).toEqual([
      [exampleId('order'), '2026-03-02', '2026-05-01'],
      [exampleId('order', 2), '2026-04-01', null],
    ]);
  });
});
