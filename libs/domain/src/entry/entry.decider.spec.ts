import { on } from '../calendar';
import { given, said, when } from '../decide.fixture';
import type { Recorded } from '../event';
import { exampleId, recorded, type Special } from '../examples';
import type { EventId } from '../ids';
import type { PersonalFileEvent } from '../vocabulary';

const order = recorded('OrderSent', '2026-02-01', { decisionId: null });
const plan = recorded('PlanReceived', '2026-02-10');

const correct = (
  target: Recorded<PersonalFileEvent>,
  special: Special<'EntryCorrected'> = {},
  ...more: readonly Recorded<PersonalFileEvent>[]
) => {
  const data = { eventId: target.id, data: target.data, ...special };
  return said(when('EntryCorrected', '2026-05-01', data), given(...more));
};

describe('a correction', () => {
  it('replaces an entry, which keeps its own ids and those that others refer to', () => {
    expect(correct(order, {}, order, plan)).toBe('accepted');
    expect(correct(order, { data: { ...order.data, purpose: 'Att simma' } }, order, plan)).toBe('accepted');
    const revised = recorded('OrderRevised', '2026-03-01');
    expect(correct(order, {}, order, revised)).toBe('accepted');
    expect(correct(revised, {}, order, revised)).toBe('accepted');
  });

  it('leaves the thing its id', () => {
    const another = { ...order.data, orderId: exampleId('order', 2) };
    expect(correct(order, { data: another }, order)).toBe('CANNOT_BE_CORRECTED data.data.orderId');
    const { orderId: _, ...without } = order.data;
    expect(correct(order, { data: without }, order)).toBe('CANNOT_BE_CORRECTED data.data.orderId');
  });

  it('is checked as if it were recorded anew', () => {
    const said = (special: Special<'EntryCorrected'>) => correct(order, special, order);
    expect(said({ occurredOn: on('2026-06-01') })).toBe('accepted');
    expect(said({ occurredOn: on('2026-06-02') })).toBe('IN_THE_FUTURE data.occurredOn');
    expect(said({ occurredOn: on('1899-12-31') })).toBe('BEFORE_1900 data.occurredOn');
    expect(said({ caseId: null })).toBe('CASE_REQUIRED data.caseId');
    expect(said({ caseId: exampleId('case', 2) })).toBe('UNKNOWN_ID data.caseId');
    expect(said({ data: { ...order.data, decisionId: exampleId('decision') } })).toBe(
      'UNKNOWN_ID data.data.decisionId',
    );
    expect(said({ data: { ...order.data, measure: 'resor' } })).toBe('UNKNOWN_CODE data.data.measure');
    expect(said({ data: { ...order.data, to: on('2026-03-01') } })).toBe('END_BEFORE_START data.data.to');
  });

  it('has a day of its own that is not in the future', () => {
    const later = when('EntryCorrected', '2026-06-02', { eventId: order.id, data: order.data });
    expect(said(later, given(order))).toBe('IN_THE_FUTURE occurredOn');
  });

  it('moves an entry to another case, or an event about a case to the case it is about', () => {
    const other = recorded('CaseOpened', '2026-01-05', { caseId: exampleId('case', 2) });
    expect(correct(order, { caseId: exampleId('case', 2) }, order, other)).toBe('accepted');
    const closed = recorded('CaseClosed', '2026-03-01');
    const elsewhere = { ...closed.data, caseId: exampleId('case', 2) };
    expect(correct(closed, { data: elsewhere }, other, closed)).toBe('accepted');
  });

  it('is made in a closed case too, and of the opening of the file', () => {
    expect(correct(order, {}, order, recorded('CaseClosed', '2026-01-20'))).toBe('accepted');
    expect(correct(recorded('PersonalFileOpened', '2026-01-02'))).toBe('accepted');
    expect(correct(recorded('CaseOpened', '2026-01-05'), { occurredOn: on('2026-01-03') }, order)).toBe(
      'accepted',
    );
  });

  it('is of an original entry that is known, in a shape that is known', () => {
    expect(correct(order, { eventId: 'nothing' as EventId })).toBe('UNKNOWN_ID data.eventId');
    const earlier = recorded('EntryCorrected', '2026-03-01', { eventId: order.id, data: order.data });
    expect(correct(earlier, {}, order, earlier)).toBe('CANNOT_BE_CORRECTED data.eventId');
    expect(correct(order, {}, order, earlier)).toBe('accepted');
    expect(correct(order, { schemaVersion: 2 }, order)).toBe('CANNOT_BE_CORRECTED data.schemaVersion');
    expect(correct(order, { schemaVersion: 0 }, order)).toBe('CANNOT_BE_CORRECTED data.schemaVersion');
  });

  it('brings back what was retracted', () => {
    expect(correct(order, {}, order, recorded('EntryRetracted', '2026-03-01', { eventId: order.id }))).toBe(
      'accepted',
    );
  });
});

describe('a retraction', () => {
  const retract = (eventId: EventId, ...events: readonly Recorded<PersonalFileEvent>[]) =>
    said(when('EntryRetracted', '2026-05-01', { eventId }), given(...events));
  const retracted = recorded('EntryRetracted', '2026-03-01', { eventId: order.id });

  it('is of an original entry, once, though others refer to it', () => {
    expect(retract(order.id, order, plan)).toBe('accepted');
    expect(retract(order.id)).toBe('UNKNOWN_ID data.eventId');
    expect(retract(order.id, order, retracted)).toBe('ALREADY_RETRACTED data.eventId');
    expect(retract(retracted.id, order, retracted)).toBe('CANNOT_BE_RETRACTED data.eventId');
    const corrected = recorded('EntryCorrected', '2026-04-01', { eventId: order.id, data: order.data });
    expect(retract(order.id, order, retracted, corrected)).toBe('accepted');
  });

  it('is never of the opening of the file', () => {
    expect(retract(recorded('PersonalFileOpened', '2026-01-02').id)).toBe('CANNOT_BE_RETRACTED data.eventId');
  });
});

describe('making an entry unreadable', () => {
  const note = recorded('NoteWritten', '2026-02-01');
  const redact = (eventId: EventId, ...events: readonly Recorded<PersonalFileEvent>[]) =>
    said(when('EntryRedacted', '2026-05-01', { eventId }), given(...events));

  it('is possible for any entry but the opening of the file and another redaction', () => {
    expect(redact(note.id, note)).toBe('accepted');
    expect(redact(order.id, order)).toBe('accepted');
    expect(redact(note.id)).toBe('UNKNOWN_ID data.eventId');
    const opening = recorded('PersonalFileOpened', '2026-01-02');
    expect(redact(opening.id, opening)).toBe('CANNOT_BE_REDACTED data.eventId');
    const redaction = recorded('EntryRedacted', '2026-03-02', { eventId: note.id });
    expect(redact(redaction.id, note, redaction)).toBe('CANNOT_BE_REDACTED data.eventId');
  });

  it('requires that its corrections are redacted first', () => {
    const correction = recorded('EntryCorrected', '2026-03-01', {
      eventId: note.id,
      data: { text: 'Nytt' },
    });
    expect(redact(note.id, note, correction)).toBe('CANNOT_BE_REDACTED data.eventId');
    expect(redact(correction.id, note, correction)).toBe('accepted');
    const first = recorded('EntryRedacted', '2026-03-02', { eventId: correction.id });
    expect(redact(note.id, note, correction, first)).toBe('accepted');
  });

  it('happens once, and the entry cannot be corrected or retracted after it', () => {
    const gone = recorded('EntryRedacted', '2026-03-02', { eventId: note.id });
    expect(redact(note.id, note, gone)).toBe('CANNOT_BE_REDACTED data.eventId');
    expect(correct(note, {}, note, gone)).toBe('CANNOT_BE_CORRECTED data.eventId');
    const again = when('EntryRetracted', '2026-05-01', { eventId: note.id });
    expect(said(again, given(note, gone))).toBe('CANNOT_BE_RETRACTED data.eventId');
  });
});
