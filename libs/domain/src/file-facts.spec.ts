import { on } from './calendar';
import type { Recorded } from './event';
import { asHistory, exampleId, recorded } from './examples';
import { factsOf } from './file-facts';
import { fileAt, type Moment } from './history';
import type { PersonalFileEvent } from './vocabulary';

const [one, two] = [exampleId('case', 1), exampleId('case', 2)];

const history: readonly Recorded<PersonalFileEvent>[] = asHistory([
  recorded('PersonalFileOpened', '2026-01-02'),
  recorded('CaseOpened', '2026-01-05'),
  recorded('CaseOpened', '2026-01-06', { caseId: two }),
  recorded('PartyRecorded', '2026-01-06', {}, { caseId: two }),
  recorded('NoteWritten', '2026-01-07', { text: 'Om personen.' }),
  recorded('NoteWritten', '2026-01-08', { text: 'Om det andra.' }, { caseId: two }),
  recorded('OrderSent', '2026-02-01'),
  recorded('OrderCancelled', '2026-03-01'),
  recorded('OrderSent', '2026-02-01', { orderId: exampleId('order', 2) }, { caseId: two }),
  recorded('PersonDetailsChanged', '2026-04-01'),
]);

const facts = (moment: Moment = {}, caseId?: typeof one) => factsOf(fileAt(history, moment), caseId);
const texts = (entries: readonly { readonly data: object }[]) =>
  entries.flatMap(({ data }) => ('text' in data ? [data.text] : []));

describe('the facts of a file', () => {
  it('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(facts()))).toEqual(facts());
  });

  it('show each thing with what was recorded about it', () => {
    expect(facts().things.order).toMatchObject([
      {
        id: exampleId('order'),
        type: 'OrderSent',
        occurredOn: '2026-02-01',
        caseId: one,
        data: { form: 'lov' },
        later: [{ type: 'OrderCancelled', occurredOn: '2026-03-01' }],
      },
      { id: exampleId('order', 2), later: [] },
    ]);
    expect(facts().things.plan).toBeUndefined();
  });

  it('of one case leave out the other, and keep what is the person’s', () => {
    const { things, entries, person } = facts({}, one);
    expect(things.case?.map(({ id }) => id)).toEqual([one]);
    expect(things.order?.map(({ id }) => id)).toEqual([exampleId('order')]);
    expect(things.party).toHaveLength(1);
    expect(texts(entries)).toEqual(['Om personen.']);
    expect(person?.name).toBe('Elsa Exempel');
    expect(texts(facts().entries)).toEqual(['Om personen.', 'Om det andra.']);
  });

  it('show the person as described by then, and nothing of later days', () => {
    const then = facts({ asOf: on('2026-02-28') });
    expect(then.person?.name).toBe('Elsa Exempelsson');
    expect(then.things.order?.[0]?.later).toEqual([]);
    expect(factsOf(fileAt([])).person).toBeNull();
  });

  it('leave out what a correction quotes of a later day', () => {
    const note = recorded('NoteWritten', '2026-02-01', { text: 'Fel dag.' });
    const moved = recorded('EntryCorrected', '2026-02-02', {
      eventId: note.id,
      occurredOn: on('2026-05-01'),
      data: { text: 'Rätt dag.' },
    });
    const at = (asOf: string) =>
      JSON.stringify(factsOf(fileAt(asHistory([note, moved]), { asOf: on(asOf) })));
    expect(at('2026-04-30')).not.toContain('dag.');
    expect(at('2026-05-01')).toContain('Rätt dag.');
  });
});
