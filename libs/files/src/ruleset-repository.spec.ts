import { randomUUID } from 'node:crypto';
import type { SqliteEventStore } from '@rt/event-store/sqlite';
import { openStore } from '@rt/event-store/store.fixture';
import { RulesetRepository, type RulesetAppend } from './ruleset-repository';

const lifeAreas = (first: string, over: Partial<RulesetAppend> = {}): RulesetAppend => ({
  commandId: randomUUID(),
  requestHash: 'c0ffee',
  author: { recordedBy: 'adm-1', unitId: 'norr', origin: 'user' },
  decide: async () => [
    {
      type: 'LifeAreasAdopted',
      schemaVersion: 1,
      occurredOn: '2026-03-01',
      data: { from: '2026-03-01', lifeAreas: [first] },
    },
  ],
  ...over,
});

describe('the settings of a municipality', () => {
  const stream = 'ruleset-exempelstad';
  let store: SqliteEventStore;
  let ruleset: RulesetRepository;
  beforeEach(async () => {
    store = await openStore();
    ruleset = new RulesetRepository(store, stream);
  });
  const another = () => new RulesetRepository(store, stream);
  const listOf = async (from: RulesetRepository) =>
    (await from.load()).configuration.lifeAreasOn('2026-03-02' as never)[0];

  it('are the defaults before anything is adopted', async () => {
    expect((await ruleset.load()).revision).toBe(-1);
    expect(await listOf(ruleset)).toBe('learning');
  });

  it('are the same object, and read on from where they end, until something is recorded', async () => {
    await ruleset.append(lifeAreas('first'));
    const loaded = await ruleset.load();
    const reads = jest.spyOn(store, 'readStream');
    expect(await ruleset.load()).toBe(loaded);
    expect(reads.mock.calls).toEqual([[stream, { from: 1 }]]);
    await another().append(lifeAreas('second'));
    expect(await listOf(ruleset)).toBe('second');
    expect((await ruleset.load()).recorded).toEqual((await another().load()).recorded);
  });

  it('are one list where two ask for them at the same time', async () => {
    await another().append(lifeAreas('first'));
    const [one, two] = await Promise.all([ruleset.load(), ruleset.load()]);
    expect(one).toBe(two);
    expect(one.recorded).toHaveLength(1);
  });

  it('are adopted once for each command, and decided on again after a lost race', async () => {
    await ruleset.load();
    await another().append(lifeAreas('first'));
    const command = lifeAreas('second');
    const first = await ruleset.append(command);
    expect(first.revision).toBe(1);
    expect(await ruleset.append(command)).toEqual(first);
    expect(await another().append(command)).toEqual(first);
  });

  describe('where only this repository writes', () => {
    const alone = () => new RulesetRepository(store, stream, { writesAlone: true });

    it('are read once, and again after each adoption, whatever came of it', async () => {
      const only = alone();
      const reads = jest.spyOn(store, 'readStream');
      await only.load();
      const loaded = await only.load();
      expect([loaded.revision, reads.mock.calls.length]).toEqual([-1, 1]);
      await only.append(lifeAreas('first'));
      expect(await listOf(only)).toBe('first');
      expect(await listOf(only)).toBe('first');
      expect(reads.mock.calls.length).toBe(2);
      await expect(
        only.append(lifeAreas('x', { decide: () => Promise.reject(new Error('no')) })),
      ).rejects.toThrow('no');
      expect(await listOf(only)).toBe('first');
    });

    it('are read again where they were read while they were adopted', async () => {
      const only = alone();
      const read = store.readStream.bind(store);
      // The read begins before the adoption and ends after it.
      jest.spyOn(store, 'readStream').mockImplementationOnce(async (name, range) => {
        const events = await read(name, range);
        await only.append(lifeAreas('first'));
        return events;
      });
      await only.load();
      expect(await listOf(only)).toBe('first');
    });
  });

  it('are read anew once they were forgotten', async () => {
    await ruleset.append(lifeAreas('first'));
    const loaded = await ruleset.load();
    ruleset.forget();
    expect(await ruleset.load()).not.toBe(loaded);
    expect((await ruleset.load()).recorded).toEqual(loaded.recorded);
  });
});
