import { openTown, type Town } from './town.fixture';

describe('a whole case', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());

  it('is recorded step by step, from the application to the follow-up', async () => {
    const anna = town.worker('anna');
    const law = { statute: '1993:387', section: '9 § 3' };
    const extent = { amount: 20, unit: 'hours', per: 'month', activities: ['promenader'] };
    town.onDay('2026-01-12');
    const file = await anna.opensFile();
    const opened = await anna.records(file, [
      {
        type: 'CaseOpened',
        occurredOn: '2026-01-12',
        data: { caseNumber: '2026-00017', measure: 'ledsagarservice' },
      },
    ]);
    const caseId = opened.events[0]!.ids['caseId']!;
    const step = (type: string, occurredOn: string, data: object) => ({ type, occurredOn, caseId, data });

    const applied = await anna.records(
      file,
      step('ApplicationReceived', '2026-01-12', {
        law,
        measure: 'ledsagarservice',
        requestedExtent: extent,
        applicant: { kind: 'person' },
        channel: 'letter',
      }),
    );
    const { applicationId } = applied.events[0]!.ids;
    const [begun] = (await anna.records(file, step('InvestigationOpened', '2026-01-12', { applicationId })))
      .events;
    const { investigationId } = begun!.ids;

    town.onDay('2026-03-02');
    const decisionId = '11111111-1111-4111-8111-111111111111';
    await anna.records(file, [
      step('InvestigationCompleted', '2026-02-20', {
        investigationId,
        areas: [{ area: 'communityLife', state: 'answered', text: 'Vill ut oftare.' }],
        wishes: 'Simhall.',
        expressesNoWishes: false,
        healthCareInvolved: false,
        coordinatedPlanConsidered: false,
        assessment: 'Behovet tillgodoses inte på annat sätt.',
      }),
      step('DecisionMade', '2026-02-27', {
        decisionId,
        applicationId,
        investigationId,
        law,
        measure: 'ledsagarservice',
        outcome: 'approval',
        requestedExtent: extent,
        grantedExtent: extent,
        from: '2026-03-02',
        decisiveFacts: [],
        provisions: [law],
        decidedBy: 'anna',
        tookPart: [],
        howToAppeal: true,
      }),
      step('OrderSent', '2026-03-02', {
        decisionId,
        providerId: 'utforaren',
        form: 'lov',
        measure: 'ledsagarservice',
        goals: [{ level: 'overall', text: 'Komma ut', byThePerson: true }],
        extent,
        from: '2026-03-02',
      }),
    ]);

    const order = (await town.store.readStream(`personalFile-${file}`)).at(-1)!.data as {
      orderId: string;
      goals: { goalId: string }[];
    };
    town.onDay('2026-03-20');
    const utforaren = town.worker('utforaren');
    const planned = await utforaren.records(
      file,
      step('PlanReceived', '2026-03-19', {
        orderId: order.orderId,
        goals: [{ orderGoalId: order.goals[0]!.goalId, text: 'Komma ut' }],
        activities: [{ what: 'Simhall' }],
        extent,
        personTookPart: true,
      }),
    );
    const { planId } = planned.events[0]!.ids;
    await anna.records(file, step('PlanApproved', '2026-03-20', { planId, approvedBy: 'anna' }));
    await utforaren.records(
      file,
      step('ExecutionStarted', '2026-03-20', { decisionId, orderId: order.orderId }),
    );

    town.onDay('2026-09-01');
    const followedUp = step('FollowUpDocumented', '2026-09-01', {
      decisionId,
      orderId: order.orderId,
      planId,
      how: 'homeVisit',
      performedAsDecided: 'yes',
      goals: [{ goalId: order.goals[0]!.goalId, attainment: 'met' }],
      activitiesDone: ['Simhall'],
    });
    await anna.records(file, [
      followedUp,
      { type: 'CaseClosed', occurredOn: '2026-09-01', data: { caseId, reason: 'measureEnded' } },
    ]);
    town.onDay('2026-09-02');
    await expect(anna.records(file, { ...followedUp, occurredOn: '2026-09-02' })).rejects.toMatchObject({
      code: 'CASE_CLOSED',
      errors: [{ field: 'occurredOn' }],
    });

    const events = await town.store.readStream(`personalFile-${file}`);
    expect(events.map(({ type }) => type)).toEqual([
      'PersonalFileOpened',
      'CaseOpened',
      'ApplicationReceived',
      'InvestigationOpened',
      'InvestigationCompleted',
      'DecisionMade',
      'OrderSent',
      'PlanReceived',
      'PlanApproved',
      'ExecutionStarted',
      'FollowUpDocumented',
      'CaseClosed',
    ]);
    expect(events[1]).toMatchObject({ caseId, unitId: 'norr', recordedBy: 'anna', origin: 'user' });
    expect(events[3]!.data).toEqual({
      investigationId,
      applicationId,
      informationId: null,
      renewsDecisionId: null,
    });
    expect(events[6]!.data).toMatchObject({ decisionId, goals: [{ parentGoalId: null }] });
    expect(events[7]!.recordedBy).toBe('utforaren');
    expect(events.at(-1)).toMatchObject({ caseId, recordedAt: '2026-09-01T11:00:00.000Z' });
  });
});
