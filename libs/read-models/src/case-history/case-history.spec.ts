import { exampleId, on, recorded } from '@rt/domain';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { caseHistoryOf, fileOfCase } from './case-history.query';

describe('the history of a case', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('lists the steps by the day they happened, and finds the file of a case', async () => {
    await append(bed.store, fileId(1), [...ordinaryThread].reverse());
    await catchUp(bed);
    const caseId = exampleId('case');
    expect(await fileOfCase(bed.db, caseId)).toBe(fileId(1));
    expect(await fileOfCase(bed.db, exampleId('case', 2))).toBeUndefined();
    const history = await caseHistoryOf(bed.db, { file: fileId(1) });
    expect(history.map(({ occurredOn }) => occurredOn)).toEqual(
      ordinaryThread.map(({ occurredOn }) => occurredOn),
    );
    expect((await caseHistoryOf(bed.db, { file: fileId(1), caseId }))[0]).toEqual({
      fileId: fileId(1),
      revision: 6,
      eventId: ordinaryThread[3]?.id,
      type: 'CaseOpened',
      step: 'case',
      caseId,
      occurredOn: '2026-01-02',
      recordedAt: '2026-12-31T12:00:00.000Z',
      recordedBy: 'anna',
      unitId: 'norr',
      state: 'asRecorded',
    });
  });

  it('says what became of an entry', async () => {
    const note = recorded('NoteWritten', '2026-02-01');
    const order = recorded('OrderSent', '2026-03-02');
    const plan = recorded('PlanReceived', '2026-03-20');
    await append(bed.store, fileId(1), [recorded('PersonalFileOpened', '2026-01-02'), note, order, plan]);
    await append(bed.store, fileId(1), [
      recorded('EntryRetracted', '2026-04-01', { eventId: order.id }),
      recorded('EntryCorrected', '2026-04-02', {
        eventId: order.id,
        occurredOn: on('2026-03-05'),
        caseId: null,
        data: order.data,
      }),
      recorded('EntryCorrected', '2026-04-02', { eventId: plan.id, data: plan.data }),
      recorded('EntryRetracted', '2026-04-03', { eventId: plan.id }),
      recorded('EntryRedacted', '2026-04-04', { eventId: note.id }),
    ]);
    await bed.store.destroyEntryKey(`personalFile-${fileId(1)}`, note.id);
    await catchUp(bed);
    const states = (await caseHistoryOf(bed.db, { file: fileId(1) })).map(
      ({ type, state, occurredOn, caseId }) => [type, state, occurredOn, caseId],
    );
    expect(states.slice(0, 4)).toEqual([
      ['PersonalFileOpened', 'asRecorded', '2026-01-02', null],
      ['NoteWritten', 'redacted', '2026-02-01', null],
      ['OrderSent', 'corrected', '2026-03-05', null],
      ['PlanReceived', 'retracted', '2026-03-20', exampleId('case')],
    ]);
  });
});
