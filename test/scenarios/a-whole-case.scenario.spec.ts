import { openStory, type CaseWorker, type Manager, type Story, type StoryCase } from './story.fixture';

/** Kim applies for companion service and gets it. The plan comes late, the service is carried out and followed up. */
describe('a case from application to follow-up', () => {
  let story: Story;
  let anna: CaseWorker;
  let manager: Manager;
  let kim: StoryCase;
  let planId: string;

  beforeAll(async () => {
    story = await openStory();
    anna = story.caseWorker('hl-farsta-1');
    manager = story.manager('ec-farsta');
    story.onDay('2026-03-02');
    kim = await anna.takesACaseToOrder();
  });
  afterAll(() => story.close());

  it('day 15 after the order: the plan is due today, and it is not overdue', async () => {
    story.onDay('2026-03-17');
    expect(await anna.finds('plan-due', kim)).toEqual(['pending']);
    expect(await manager.seesOfRule('plan-due')).toEqual([['hl-farsta-1', 1, 0]]);
  });

  it('day 16: the manager sees which case worker’s plan is missing, although no job ran in between', async () => {
    story.onDay('2026-03-18');
    expect(await anna.finds('plan-due', kim)).toEqual(['overdue']);
    expect(await manager.seesOfRule('plan-due')).toEqual([['hl-farsta-1', 0, 1]]);
    expect(await manager.lists('plan-due')).toEqual([[kim.fileId, 'overdue', '2026-03-17']]);
  });

  it('the plan comes on day 17: it is late, and stays late', async () => {
    story.onDay('2026-03-19');
    ({ planId } = (await anna.records(kim, 'PlanReceived', '2026-03-19', {
      orderId: kim.orderId,
      goals: [{ text: 'Simma en gång i veckan.' }],
      activities: [{ what: 'Simhall', when: 'torsdagar', how: 'ledsagare följer med', responsible: 'Sam' }],
      extent: { amount: 20, unit: 'hours', per: 'month', activities: ['simhall', 'konserter'] },
      personTookPart: true,
    })) as { planId: string });
    expect(await anna.finds('plan-due', kim)).toEqual(['fulfilledLate']);
    expect(await manager.seesOfRule('plan-due')).toEqual([['hl-farsta-1', 0, 0]]);
    story.onDay('2026-09-01');
    expect(await anna.finds('plan-due', kim)).toEqual(['fulfilledLate']);
  });

  it('it is approved and carried out; half a year later it is time to follow up', async () => {
    story.onDay('2026-03-20');
    await anna.records(kim, 'PlanApproved', '2026-03-20', { planId, approvedBy: anna.userId });
    await anna.records(kim, 'ExecutionStarted', '2026-03-20', {
      decisionId: kim.decisionId,
      orderId: kim.orderId,
    });
    expect(await anna.finds('follow-up-due', kim)).toEqual(['pending']);
    story.onDay('2026-09-20');
    expect(await anna.finds('follow-up-due', kim)).toEqual(['pending']);
    story.onDay('2026-09-22');
    expect(await anna.finds('follow-up-due', kim)).toEqual(['overdue']);
  });

  it('Kim is visited, the follow-up is written down, and the case is closed', async () => {
    await anna.records(kim, 'FollowUpDocumented', '2026-09-22', {
      decisionId: kim.decisionId,
      orderId: kim.orderId,
      planId,
      how: 'homeVisit',
      performedAsDecided: 'yes',
      goals: [],
      activitiesDone: ['Simhall'],
    });
    expect(await anna.finds('follow-up-due', kim)).toContain('fulfilledLate');
    expect(await anna.finds('follow-up-due', kim)).not.toContain('overdue');
    await anna.records(kim, 'CaseClosed', '2026-09-22', { caseId: kim.caseId, reason: 'measureEnded' });
    const { events } = await anna.replays(kim, '2026-09-22');
    expect(events).toEqual([
      'PersonalFileOpened',
      'CaseOpened',
      'CaseWorkerAssigned',
      'PartyRecorded',
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
  });
});
