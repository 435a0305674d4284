import { eraseStream, newEvent } from '@rt/event-store/store.fixture';
import { EvidenceHouse } from './evidence-house.fixture';

const refusal = (kind: string, place: string) =>
  expect.objectContaining({
    code: 'DATA_FOLDER_UNUSABLE',
    message: expect.stringContaining(`${kind} at ${place}`) as string,
  }) as unknown;

describe('the list of redactions in the tree', () => {
  let house: EvidenceHouse;
  const redact = (stream: string, after: number) =>
    house.store.append(stream, after, [newEvent({ type: 'EntryRedacted', redacts: `of-${stream}` })]);
  beforeEach(async () => {
    house = await EvidenceHouse.open();
    await house.write(6);
    await redact('s0', 1);
    await redact('s1', 1);
  });

  it.each(['kept', 'lost'] as const)(
    'is compared with the events before it is signed; the checkpoint before was %s',
    async (last) => {
      const kept = await house.evidence.checkpoint();
      if (last === 'kept') house.kept = kept;
      await redact('s2', 1);
      expect((await house.evidence.checkpoint()).lists.destroyed).toHaveLength(3);
      for (const stream of ['s0', 's2']) {
        house.tamper('tree', 'CREATE TABLE IF NOT EXISTS aside AS SELECT * FROM redactions');
        house.tamper('tree', `DELETE FROM redactions WHERE stream = '${stream}'`);
        expect(await house.problems()).toEqual([`redactionUnlisted ${stream}/2`]);
        await expect(house.evidence.checkpoint()).rejects.toEqual(
          refusal('redactionUnlisted', `${stream} 2`),
        );
        house.tamper('tree', 'INSERT OR IGNORE INTO redactions SELECT * FROM aside');
      }
      expect(await house.problems()).toEqual([]);
    },
  );

  it('may hold nothing that no event records: a restore would destroy it', async () => {
    house.kept = await house.evidence.checkpoint();
    house.tamper('tree', "INSERT INTO redactions VALUES (1, 's0', 0, 'an-entry-to-hide')");
    expect(await house.problems()).toEqual(['redactionUnrecorded s0/0']);
    await expect(house.evidence.checkpoint()).rejects.toEqual(refusal('redactionUnrecorded', 's0 0'));
  });

  it('keeps what was redacted in a file that has been erased since, and lacks it in a tree made later', async () => {
    house.kept = await house.evidence.checkpoint();
    await eraseStream(house.store, 's0', 2);
    expect((await house.evidence.checkpoint()).lists.destroyed).toHaveLength(3);
    house.tamper('tree', "DELETE FROM redactions WHERE stream = 's0'");
    expect(await house.problems()).toEqual([]);
    expect((await house.evidence.checkpoint()).lists.destroyed).toHaveLength(2);
  });
});
