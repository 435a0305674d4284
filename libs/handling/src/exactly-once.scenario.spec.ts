import { ConcurrencyConflict, type EventStore } from '@rt/event-store';
import { openTown, type Town } from './town.fixture';

const note = (text: string) => ({ type: 'NoteWritten', occurredOn: '2026-03-02', data: { text } });

describe('exactly once', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());
  const stored = (file: string) => town.store.readStream(`personalFile-${file}`);

  it('Anna and Bo write in one file in the same second, from two processes: both are stored', async () => {
    const anna = town.worker('anna');
    const bo = town.worker('bo');
    const elsewhere = await town.another();
    const file = await anna.opensFile();
    const [first, second] = await Promise.all([
      anna.records(file, note('Annas')),
      elsewhere.record(bo.actor, file, 'bo-skriver', note('Bos')),
    ]);
    expect(
      (await stored(file))
        .slice(1)
        .map(({ data }) => (data as { text: string }).text)
        .sort(),
    ).toEqual(['Annas', 'Bos']);
    expect(new Set([first.revision, second.revision])).toEqual(new Set([1, 2]));
  });

  it('the same command fifty times at once, from two processes: one entry, one answer', async () => {
    const anna = town.worker('anna');
    const elsewhere = await town.another();
    const file = await anna.opensFile();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (i % 2 === 0 ? town.handling : elsewhere).record(anna.actor, file, 'en-nyckel', [
          note('a'),
          note('b'),
        ]),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await stored(file)).toHaveLength(3);
    expect(answers[0]!.events.map(({ eventId }) => eventId)).toEqual(
      (await stored(file)).slice(1).map(({ id }) => id),
    );
  });

  it('opening twice with one key is opening once', async () => {
    const { actor } = town.worker('anna');
    const person = {
      name: 'Kim Exempel',
      identity: { kind: 'birthDate', value: '1990-01-01' },
      sex: 'male',
      protectedIdentity: true,
    };
    const [one, two] = await Promise.all([
      town.handling.openFile(actor, 'oppna', { person }),
      town.handling.openFile(actor, 'oppna', { person }),
    ]);
    expect(one).toEqual(two);
    expect(await stored(one.fileId)).toHaveLength(1);
    await expect(
      town.handling.openFile(actor, 'oppna', { person: { ...person, name: 'Någon Annan' } }),
    ).rejects.toMatchObject({ code: 'KEY_REUSED' });
  });

  it('the same key with another text is refused, also at the same moment', async () => {
    const anna = town.worker('anna');
    const elsewhere = await town.another();
    const file = await anna.opensFile();
    const outcomes = await Promise.allSettled([
      town.handling.record(anna.actor, file, 'nyckel', note('ett')),
      elsewhere.record(anna.actor, file, 'nyckel', note('två')),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'KEY_REUSED', errors: [{ field: 'idempotencyKey' }] },
    });
    expect(await stored(file)).toHaveLength(2);
  });

  it('an answer that was lost is given again, in whatever order the fields come', async () => {
    const anna = town.worker('anna');
    const file = await anna.opensFile();
    const first = await anna.records(file, note('a'), 'nyckel');
    await anna.records(file, note('b'));
    const { type, occurredOn, data } = note('a');
    await expect(anna.records(file, { data, occurredOn, type }, 'nyckel')).resolves.toEqual(first);
  });

  it('the same key of another actor, or in another file, is another command', async () => {
    const anna = town.worker('anna');
    const bo = town.worker('bo');
    const [one, two] = [await anna.opensFile(), await anna.opensFile()];
    await anna.records(one, note('a'), 'nyckel');
    await anna.records(two, note('b'), 'nyckel');
    await bo.records(one, note('c'), 'nyckel');
    expect(await stored(one)).toHaveLength(3);
    expect(await stored(two)).toHaveLength(2);
  });

  describe('when another writer is always faster', () => {
    /** A store in which another writer appends just before each of the first `times` appends. */
    const contended = (times: number): { readonly store: EventStore; attempts(): number } => {
      let attempts = 0;
      const store = Object.create(town.store) as EventStore;
      store.append = (stream, expected, events) => {
        attempts++;
        if (attempts <= times) return Promise.reject(new ConcurrencyConflict(stream, expected, 99));
        return town.store.append(stream, expected, events);
      };
      return { store, attempts: () => attempts };
    };

    it.each([1, 2])('%d times: decided again and stored', async (times) => {
      const anna = town.worker('anna');
      const file = await anna.opensFile();
      const { store, attempts } = contended(times);
      const busy = await town.another(store);
      await busy.record(anna.actor, file, 'k', note('a'));
      expect(attempts()).toBe(times + 1);
      expect(await stored(file)).toHaveLength(2);
    });

    it('three times: a clear answer, and nothing stored', async () => {
      const anna = town.worker('anna');
      const file = await anna.opensFile();
      const { store, attempts } = contended(3);
      const busy = await town.another(store);
      await expect(busy.record(anna.actor, file, 'k', note('a'))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(attempts()).toBe(3);
      expect(await stored(file)).toHaveLength(1);
    });
  });

  it('who insists on a revision is told when the file has moved on', async () => {
    const anna = town.worker('anna');
    const file = await anna.opensFile();
    const { revision } = await anna.records(file, note('a'));
    await town.handling.record(anna.actor, file, 'k1', note('b'), { ifMatch: revision });
    await expect(
      town.handling.record(anna.actor, file, 'k2', note('c'), { ifMatch: revision }),
    ).rejects.toMatchObject({ code: 'REVISION_MISMATCH', errors: [{ field: 'ifMatch' }] });
    // The command itself may be repeated, because it was carried out.
    await expect(
      town.handling.record(anna.actor, file, 'k1', note('b'), { ifMatch: revision }),
    ).resolves.toMatchObject({ revision: revision + 1 });
  });
});
