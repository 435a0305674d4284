import { randomUUID } from 'node:crypto';
import type { CityUser } from '../e2e/city.fixture';
import { openStory, type CaseWorker, type Manager, type Story, type StoryCase } from './story.fixture';

/** Several people, or several attempts of one person, write to one file at the same time. */
describe('several people, one file', () => {
  let story: Story;
  let anna: CaseWorker;
  let bo: CaseWorker;
  let manager: Manager;
  let kim: StoryCase;

  beforeAll(async () => {
    story = await openStory();
    anna = story.caseWorker('hl-farsta-1');
    bo = story.caseWorker('hl-farsta-2');
    manager = story.manager('ec-farsta');
    story.onDay('2026-03-02');
    kim = await anna.takesACaseToOrder();
  });
  afterAll(() => story.close());

  const note = (text: string) => ({ type: 'NoteWritten', occurredOn: '2026-03-02', data: { text } });
  const notesOf = async (person: CityUser): Promise<readonly string[]> => {
    const { body } = await person.reads(`/files/${kim.fileId}/events?limit=1000`);
    return (body.events as { type: string; data: { text: string } }[])
      .filter(({ type }) => type === 'NoteWritten')
      .map(({ data }) => data.text);
  };

  it('two people who write in the same second both have their step recorded', async () => {
    const outcomes = await Promise.all([anna.tries(kim, note('Ett.')), manager.tries(kim, note('Två.'))]);
    expect(outcomes).toEqual(['201', '201']);
    expect([...(await notesOf(story.city.person(anna.userId)))].sort()).toEqual(['Ett.', 'Två.']);
  });

  it('a hundred requests with one key record one step, and all get the same answer', async () => {
    const person = story.city.person(anna.userId);
    await person.cookie();
    const key = { 'Idempotency-Key': randomUUID() };
    const address = `/files/${kim.fileId}/events`;
    const presses = Array.from({ length: 100 }, () => person.writes(address, note('Ringde.'), key));
    const answers = await Promise.all(presses);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await notesOf(person)).filter((text) => text === 'Ringde.')).toHaveLength(1);
    const other = await person.writes(address, note('Något annat.'), key);
    expect([other.status, other.body.code]).toEqual([422, 'KEY_REUSED']);
    expect(other.body.errors).toMatchObject([{ field: 'Idempotency-Key', code: 'KEY_REUSED' }]);
  });

  it('a file that is handed over is closed to the previous case worker and open to the next', async () => {
    expect(await bo.opens(kim)).toBe('403 PURPOSE_REQUIRED');
    expect(await bo.tries(kim, note('För tidigt.'))).toBe('403 NOT_ALLOWED');
    await manager.assigns(kim, bo, '2026-03-02');
    expect(await anna.opens(kim, 'handling')).toBe('403 NOT_ALLOWED');
    expect(await anna.tries(kim, note('För sent.'))).toBe('403 NOT_ALLOWED');
    expect(await bo.opens(kim)).toBe('200');
    expect(await bo.tries(kim, note('Min nu.'))).toBe('201');
    const notes = await notesOf(story.city.person(bo.userId));
    expect(notes).toContain('Min nu.');
    expect(notes).not.toContain('För sent.');
  });
});
