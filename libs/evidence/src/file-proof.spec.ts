import { newEvent } from '@rt/event-store/store.fixture';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sealAsAtFirst } from '../../event-store/src/first-seal.fixture';
import { verifier } from '../../proof/src/verifier.fixture';
import type { ProofBundle } from '@rt/proof';
import { EvidenceHouse } from './evidence-house.fixture';

let house: EvidenceHouse;
beforeEach(async () => {
  house = await EvidenceHouse.open();
  await house.write(20);
});

const bundleOf = async (stream: string, withPayloads = true): Promise<ProofBundle> => {
  const bundle = await house.evidence.prove(stream, { withPayloads });
  return JSON.parse(JSON.stringify(bundle)) as ProofBundle;
};
const judged = async (bundle: unknown): Promise<string> => {
  try {
    await verifier.verify(bundle, house.evidence.publicKey);
    return 'proved';
  } catch (error) {
    return (error as { code?: string }).code ?? 'MALFORMED';
  }
};

describe('the proof of a file', () => {
  it('shows what was recorded, when and in which order, to whoever has the public key', async () => {
    await house.evidence.checkpoint();
    await house.store.append('s1', 6, [newEvent({ data: { text: 'Åsa ringde.' } })]);
    const proved = await verifier.verify(await bundleOf('s1'), house.evidence.publicKey);
    expect(proved).toMatchObject({ stream: 's1', signedAt: '2026-03-18T01:00:00.000Z', redactions: [] });
    expect(proved.events.map(({ revision, index }) => [revision, index])).toEqual([
      ...[0, 1, 2, 3, 4, 5, 6].map((revision) => [revision, 1 + revision * 3]),
      [7, 21],
    ]);
    expect(proved.events.at(-1)).toMatchObject({
      recordedAt: '2026-03-18T01:00:00.000Z',
      recordedBy: 'worker-1',
      type: 'NoteWritten',
      payload: { text: 'Åsa ringde.' },
    });
  });

  it('can be given without the payloads', async () => {
    const bundle = await bundleOf('s1', false);
    expect(JSON.stringify(bundle)).not.toContain('plain');
    const proved = await verifier.verify(bundle, house.evidence.publicKey);
    expect(proved.events.map(({ payload }) => payload)).toEqual(Array(7).fill(undefined));
  });

  it('says which entry was taken out, and on what ground', async () => {
    const [entry] = await house.store.readStream('s2');
    const redaction = newEvent({
      type: 'EntryRedacted',
      redacts: entry?.id,
      data: { eventId: entry?.id, ground: 'Gäller en annan person' },
    });
    await house.store.append('s2', 5, [redaction]);
    const shown = await verifier.verify(await bundleOf('s2'), house.evidence.publicKey);
    expect(shown.redactions).toMatchObject([{ revision: 6, entry: 0, ground: 'Gäller en annan person' }]);
    const closed = await verifier.verify(await bundleOf('s2', false), house.evidence.publicKey);
    expect(closed.redactions).toMatchObject([{ revision: 6, entry: 0 }]);
    expect(closed.redactions[0]?.ground).toBeUndefined();
  });

  it('still holds after an entry was made unreadable, and shows all the others', async () => {
    const under = await house.evidence.checkpoint();
    const [, entry] = await house.store.readStream('s2');
    await house.store.append('s2', 5, [newEvent({ type: 'EntryRedacted', redacts: entry?.id })]);
    await house.store.destroyRedacted('s2');
    for (const bundle of [
      await house.evidence.prove('s2', { withPayloads: true }),
      await house.evidence.prove('s2', { withPayloads: true, under }),
    ]) {
      const { events } = await verifier.verify(bundle, house.evidence.publicKey);
      expect(events.filter(({ payload }) => payload === undefined).map(({ revision }) => revision)).toEqual([
        1,
      ]);
    }
  });

  it('shows events of the first seal closed, and those after them open', async () => {
    await house.store.close();
    await house.tree.close();
    await sealAsAtFirst(house.folder);
    house = await EvidenceHouse.open(house.folder);
    await house.store.append('s1', 6, [newEvent()]);
    const { events } = await verifier.verify(await bundleOf('s1'), house.evidence.publicKey);
    expect(events.map(({ payload }) => payload !== undefined)).toEqual([...Array(7).fill(false), true]);
  });

  it('is given under a checkpoint from outside, and ends where that checkpoint does', async () => {
    const under = await house.evidence.checkpoint();
    await house.write(6);
    const bundle = await house.evidence.prove('s0', { withPayloads: true, under });
    const proved = await verifier.verify(bundle, house.evidence.publicKey);
    expect([proved.size, proved.events.length]).toEqual([under.size, 7]);
    await house.store.append('new', 'none', [newEvent()]);
    expect(await house.evidence.prove('new', { withPayloads: true, under })).toBeUndefined();
    await expect(
      house.evidence.prove('s0', { withPayloads: true, under: { note: under.note } }),
    ).rejects.toThrow('do not lie beside');
  });

  it('is refused with any event left out, added, exchanged or opened as another', async () => {
    const bundle = await bundleOf('s1');
    const { events } = bundle;
    const other = await bundleOf('s0');
    const wrong: Record<string, unknown> = {
      'the last is left out': { ...bundle, events: events.slice(0, -1) },
      'the first is left out': { ...bundle, events: events.slice(1) },
      'one in the middle is left out': { ...bundle, events: events.toSpliced(3, 1) },
      'two are exchanged': { ...bundle, events: [events[1], events[0], ...events.slice(2)] },
      'one stands twice': { ...bundle, events: [...events.slice(0, 3), events[2], ...events.slice(3)] },
      'a neighbour’s payload': {
        ...bundle,
        events: events.with(1, { ...events[1]!, plain: events[2]!.plain }),
      },
      'another file’s events': { ...bundle, events: other.events },
      'another file’s head': { ...bundle, head: other.head },
      'another place in the order': { ...bundle, events: events.with(6, { ...events[6]!, index: 18 }) },
      'no order': { ...bundle, order: [] },
      'an older note': { ...bundle, checkpoint: (await house.evidence.checkpoint()).note },
      'a member under another name': {
        ...bundle,
        events: events.with(1, { ...events[1]!, plaim: 'x' } as never),
      },
      'another format': { ...bundle, format: 'roda-traden-proof/v2' },
    };
    expect(await judged(bundle)).toBe('proved');
    for (const [what, changed] of Object.entries(wrong))
      expect([what, await judged(changed)]).not.toEqual([what, 'proved']);
    const stranger = await EvidenceHouse.open();
    await expect(verifier.verify(bundle, stranger.evidence.publicKey)).rejects.toThrow('NOT_SIGNED');
    await expect(verifier.verify(bundle, 'no key')).rejects.toThrow('BAD_KEY');
  });

  it('is refused with any one bit changed', async () => {
    const text = Buffer.from(JSON.stringify(await bundleOf('s1')));
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.nat(7), async (at, bit) => {
        const changed = Buffer.from(text);
        changed[at] = (changed[at] as number) ^ (1 << bit);
        let bundle: unknown;
        try {
          bundle = JSON.parse(changed.toString());
        } catch {
          return;
        }
        expect(await judged(bundle)).not.toBe('proved');
      }),
      { numRuns: 300 },
    );
  });

  it('is not given of a stream that does not exist', async () => {
    expect(await house.evidence.prove(randomUUID(), { withPayloads: true })).toBeUndefined();
  });
});
