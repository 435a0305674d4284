import { openStory, type CaseWorker, type Story, type StoryCase } from './story.fixture';

/** Kim's brother is phoned without consent, Kim's sister is employed without asking, and both are explained afterwards. */
describe('the relatives', () => {
  let story: Story;
  let anna: CaseWorker;
  let kim: StoryCase;

  beforeAll(async () => {
    story = await openStory();
    anna = story.caseWorker('hl-farsta-1');
    story.onDay('2026-03-02');
    kim = await anna.takesACaseToOrder();
  });
  afterAll(() => story.close());

  describe('the brother, phoned without consent', () => {
    const rule = 'contact-relative-without-consent';
    let contactId: string;

    it('is recorded, since it happened, and found', async () => {
      story.onDay('2026-03-18');
      ({ contactId } = (await anna.phones(kim, kim.brother, '2026-03-10')) as { contactId: string });
      expect(await anna.lists(rule)).toEqual([[kim.fileId, 'violation', '2026-03-10']]);
      story.onDay('2026-03-19');
      expect(await anna.finds(rule, kim)).toEqual(['violation']);
    });

    it('is explained by the ground that is recorded ten days later, and not hidden', async () => {
      story.onDay('2026-03-20');
      await anna.records(kim, 'ContactGroundRecorded', '2026-03-20', {
        contactId,
        ground: { law: { statute: '2017:900', section: '7 §' }, reason: 'Samtalet behövdes för kontakten.' },
      });
      expect(await anna.finds(rule, kim)).toEqual(['explained']);
    });

    it('is still a violation in a replay of what was known the day before', async () => {
      const before = await anna.replays(kim, '2026-03-18', '2026-03-19');
      expect(before.statusesOf(rule)).toEqual(['violation']);
      expect(before.text).not.toContain('ContactGroundRecorded');
      expect(before.text).not.toContain('Samtalet behövdes');
      expect((await anna.replays(kim, '2026-03-20')).statusesOf(rule)).toEqual(['explained']);
    });
  });

  describe('the sister, employed without asking', () => {
    const rule = 'relative-employed-without-asking';

    it('is found when her employment becomes known, and explained once she was asked', async () => {
      story.onDay('2026-03-20');
      const { partyId } = await anna.records(kim, 'PartyRecorded', '2026-03-20', {
        kind: 'relative',
        name: 'Mika Exempelsson',
        relation: 'sibling',
        helps: true,
      });
      await anna.records(kim, 'PerformerRecorded', '2026-03-19', {
        orderId: kim.orderId,
        partyId,
        kind: 'relative',
        learnedOn: '2026-03-20',
      });
      expect(await anna.finds(rule, kim)).toEqual(['violation']);

      const { questionId } = await anna.records(kim, 'RelativeEmploymentAsked', '2026-03-20', {
        orderId: kim.orderId,
        partyId,
        plannedFrom: '2026-03-19',
      });
      expect(await anna.finds(rule, kim)).toEqual(['violation']);

      await anna.records(kim, 'RelativeEmploymentAnswered', '2026-03-20', {
        questionId,
        answer: 'yes',
        assessment: 'Kim vill ha sin syster som ledsagare och är fri att säga nej.',
      });
      expect(await anna.finds(rule, kim)).toEqual(['explained']);
    });

    it('makes no new finding when the next relative is asked about first', async () => {
      story.onDay('2026-04-01');
      const { partyId } = await anna.records(kim, 'PartyRecorded', '2026-03-25', {
        kind: 'relative',
        name: 'Alex Exempelsson',
        relation: 'sibling',
        helps: true,
      });
      const { questionId } = await anna.records(kim, 'RelativeEmploymentAsked', '2026-03-26', {
        orderId: kim.orderId,
        partyId,
        plannedFrom: '2026-04-01',
      });
      await anna.records(kim, 'RelativeEmploymentAnswered', '2026-03-27', {
        questionId,
        answer: 'yes',
        assessment: 'Kim har själv föreslagit det.',
      });
      await anna.records(kim, 'PerformerRecorded', '2026-04-01', {
        orderId: kim.orderId,
        partyId,
        kind: 'relative',
        learnedOn: '2026-04-01',
      });
      expect(await anna.finds(rule, kim)).toEqual(['explained']);
    });
  });
});
