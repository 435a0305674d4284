import { fileAt, decode, type FileId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { openTown, type Town, type Worker } from './town.fixture';

const note = (text: string) => ({ type: 'NoteWritten', occurredOn: '2026-03-02', data: { text } });

describe('an entry that was wrong', () => {
  let town: Town;
  let anna: Worker;
  let file: FileId;
  beforeAll(async () => {
    town = await openTown();
    anna = town.worker('anna');
  });
  beforeEach(async () => {
    file = await anna.opensFile();
  });
  afterAll(() => town.close());
  const stored = () => town.store.readStream(`personalFile-${file}`);
  const recorded = async (step: object) => (await anna.records(file, step)).events[0]!;

  it('is corrected whole; ids that are left out stay', async () => {
    const { ids: caseIds } = await recorded({
      type: 'CaseOpened',
      occurredOn: '2026-03-01',
      data: { caseNumber: '2026-1', measure: 'ledsagarservice' },
    });
    const order = {
      providerId: 'utforaren',
      form: 'lov',
      measure: 'ledsagarservice',
      goals: [{ level: 'overall', text: 'Komma ut', byThePerson: true }],
      from: '2026-03-02',
    };
    const { caseId } = caseIds;
    const sent = await recorded({ type: 'OrderSent', occurredOn: '2026-03-01', caseId, data: order });
    await recorded({
      type: 'EntryCorrected',
      occurredOn: '2026-03-02',
      data: {
        eventId: sent.eventId,
        reason: 'Fel form',
        occurredOn: '2026-03-02',
        data: { ...order, form: 'egenRegi' },
      },
    });
    const corrected = fileAt((await stored()).map(decode)).events('OrderSent')[0]!;
    expect(corrected).toMatchObject({
      occurredOn: '2026-03-02',
      data: { form: 'egenRegi', decisionId: null },
    });
    expect({
      orderId: corrected.data.orderId,
      'goals[0].goalId': corrected.data.goals[0]!.goalId,
    }).toEqual(sent.ids);
  });

  it('is not corrected into something that could not have been recorded', async () => {
    const { eventId } = await recorded(note('a'));
    const correct = (data: unknown, more: object = {}) =>
      anna.records(file, {
        type: 'EntryCorrected',
        occurredOn: '2026-03-02',
        data: { eventId, reason: 'r', data, ...more },
      });
    await expect(correct({ txt: 'b' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      errors: [
        { field: 'data.data', code: 'UNKNOWN_FIELD' },
        { field: 'data.data.text', code: 'text' },
      ],
    });
    await expect(correct({ text: 'b' }, { occurredOn: '2026-03-03' })).rejects.toMatchObject({
      code: 'IN_THE_FUTURE',
      errors: [{ field: 'data.occurredOn' }],
    });
    expect(await stored()).toHaveLength(2);
  });

  describe('and is made unreadable', () => {
    const redact = (eventId: string) => ({
      type: 'EntryRedacted',
      occurredOn: '2026-03-02',
      data: { eventId, ground: 'Gäller en annan person' },
    });

    it('it can no longer be read, nor can its corrections', async () => {
      const { eventId } = await recorded(note('hemligt'));
      const correction = await recorded({
        type: 'EntryCorrected',
        occurredOn: '2026-03-02',
        data: { eventId, reason: 'stavfel', data: { text: 'hemligt, rättat' } },
      });
      await expect(anna.records(file, redact(eventId))).rejects.toMatchObject({ code: 'CANNOT_BE_REDACTED' });
      await anna.records(file, redact(correction.eventId));
      await anna.records(file, redact(eventId));
      expect(JSON.stringify(await stored())).not.toContain('hemligt');
      expect((await stored()).slice(1, 3)).toMatchObject([{ redacted: true }, { redacted: true }]);
    });

    it('also when the process dies before the key is gone: the next who reads finishes it', async () => {
      const { eventId } = await recorded(note('hemligt'));
      const dying = Object.create(town.store) as EventStore;
      dying.destroyRedacted = () => Promise.reject(new Error('killed'));
      const process = await town.another(dying);
      await expect(process.record(anna.actor, file, 'k', redact(eventId))).rejects.toThrow('killed');
      expect((await stored())[1]).not.toHaveProperty('redacted');

      const again = await town.handling.record(anna.actor, file, 'k', redact(eventId));
      expect(again.events).toMatchObject([{ type: 'EntryRedacted' }]);
      expect(await stored()).toHaveLength(3);
      expect((await stored())[1]).toMatchObject({ redacted: true, data: null });
    });

    it('never the opening of the file', async () => {
      const opening = (await stored())[0]!;
      await expect(anna.records(file, redact(opening.id))).rejects.toMatchObject({
        code: 'CANNOT_BE_REDACTED',
        errors: [{ field: 'data.eventId' }],
      });
    });
  });
});
