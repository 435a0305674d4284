import { KIM } from '../e2e/city.fixture';
import { openStory, type CaseWorker, type Inspector, type Story, type StoryCase } from './story.fixture';

/** One of two cases is drawn at random. The inspector sees that one, as it was and as it was known, and nothing of the other. */
describe('the inspector', () => {
  let story: Story;
  let anna: CaseWorker;
  let inspector: Inspector;
  let picked: StoryCase;
  let neighbour: StoryCase;
  const note = { type: 'NoteWritten', occurredOn: '2026-03-20', data: { text: 'Granskat.' } };

  beforeAll(async () => {
    story = await openStory();
    anna = story.caseWorker('hl-farsta-1');
    inspector = story.inspector('insp-1');
    story.onDay('2026-03-02');
    const both = [
      await anna.takesACaseToOrder(),
      await anna.takesACaseToOrder({ ...KIM, name: 'Lo Exempelsson' }),
    ];
    story.onDay('2026-03-10');
    for (const each of both) await anna.phones(each, each.brother, '2026-03-10');
    story.onDay('2026-03-20');
    for (const each of both)
      await anna.records(each, 'ConsentGiven', '2026-03-09', {
        with: { partyId: each.brother },
        subjects: ['measure'],
        form: 'oral',
        validFrom: '2026-03-09',
        validTo: '2026-12-31',
      });
    for (const each of both) expect(await inspector.opens(each)).toBe('403 NOT_ALLOWED');
    const fileId = await inspector.draws('stickprov-2026');
    picked = both.find((each) => each.fileId === fileId) as StoryCase;
    neighbour = both.find((each) => each.fileId !== fileId) as StoryCase;
  });
  afterAll(() => story.close());

  it('sees the call as it was known then: without a consent', async () => {
    const known = await inspector.replays(picked, '2026-03-18', '2026-03-19');
    expect(known.statusesOf('contact-relative-without-consent')).toEqual(['violation']);
    expect(known.text).not.toContain('ConsentGiven');
  });

  it('sees the same day as it was: the consent that was written down afterwards covers it', async () => {
    const was = await inspector.replays(picked, '2026-03-18');
    expect(was.statusesOf('contact-relative-without-consent')).toEqual([]);
    expect(was.events).toContain('ConsentGiven');
  });

  it('may not open the other file, and finds nothing of it in any list', async () => {
    expect(await inspector.opens(neighbour)).toBe('403 NOT_ALLOWED');
    expect(await inspector.opens(neighbour, 'supervision')).toBe('403 NOT_ALLOWED');
    expect(await inspector.reaches()).toEqual(new Set([picked.fileId]));
  });

  it('may not record in any file, not even in the one that was drawn', async () => {
    for (const each of [picked, neighbour]) expect(await inspector.tries(each, note)).toBe('403 NOT_ALLOWED');
    expect(await inspector.triesToOpenAFile()).toBe('403 NOT_ALLOWED');
  });

  it('is named in the access log of the file that was opened', async () => {
    const manager = story.manager('ec-farsta');
    expect((await manager.seesWhoOpened(picked)).filter((userId) => userId === 'insp-1')).toHaveLength(2);
    expect(await manager.seesWhoOpened(neighbour)).not.toContain('insp-1');
  });

  it('loses the file when the review is closed', async () => {
    await inspector.closes('stickprov-2026');
    expect(await inspector.opens(picked)).toBe('403 NOT_ALLOWED');
    expect(await inspector.reaches()).toEqual(new Set());
  });
});
