import * as f from './declare';
import type { Fields } from './declare';
import { formOf, specsOf } from './derived';

const specOf = (fields: Fields) =>
  specsOf(
    f.step({
      title: { sv: 'Beställning', en: 'Order' },
      permission: 'order.record',
      case: 'required',
      events: { Sent: f.event({ title: { sv: 'Skickad', en: 'Sent' }, fields }) },
    }),
  ).Sent;

describe('the spec of a declaration', () => {
  it('knows the ids of the payload', () => {
    expect(
      specOf({
        orderId: f.creates('order'),
        decisionId: f.about('decision'),
        goals: f.parts({ goalId: f.creates('goal'), parent: f.refersTo('goal') }, 'Mål', 'Goals'),
      }),
    ).toEqual({
      creates: 'order',
      createsWithin: { 'goals[].goalId': 'goal' },
      about: 'decision',
      refers: { 'goals[].parent': 'goal' },
      caseId: 'required',
    });
  });

  it.each<Fields>([{ order: f.creates('order') }, { planId: f.about('order') }])(
    'is refused if the field of an id is not named after its kind',
    (fields) => {
      expect(() => specOf(fields)).toThrow('holds the id of a order: it is called orderId');
    },
  );

  it('is refused if a user of the board stands where the write side does not look', () => {
    const userId = f.boardMember('För vem', 'For whom');
    expect(() => specOf({ userId: f.optional(userId) })).not.toThrow();
    expect(() => specOf({ who: f.part({ userId }, 'Vem', 'Who') })).toThrow('Sent.who.userId');
  });

  const notBefore = (start: string) => f.day('Till och med', 'Through', { notBefore: start });
  const from = f.day('Från och med', 'From');

  it('compares a day with one beside it, or with the step’s own', () => {
    expect(() => specOf({ from, to: notBefore('from') })).not.toThrow();
    expect(() => specOf({ to: f.optional(notBefore('occurredOn')) })).not.toThrow();
    expect(() => specOf({ spell: f.part({ from, to: notBefore('from') }, 'Tid', 'Time') })).not.toThrow();
  });

  it.each([
    ['a name that is not there', { from, to: notBefore('form') }, 'Sent.to'],
    ['what every object inherits', { to: notBefore('toString') }, 'Sent.to'],
    ['a field that is no day', { from: f.text('Från', 'From'), to: notBefore('from') }, 'Sent.to'],
    [
      'a day that stands in another object',
      { from, spell: f.part({ to: notBefore('from') }, 'Tid', 'Time') },
      'Sent.spell.to',
    ],
    [
      'a day outside of its list',
      { from, spells: f.parts({ to: notBefore('from') }, 'Tider', 'Times') },
      'Sent.spells[].to',
    ],
  ])('is refused if a day is compared with %s', (_, fields, at) => {
    expect(() => specOf(fields)).toThrow(`${at} may not come before`);
  });
});

describe('the form of a declaration', () => {
  const text = (sv: string, en: string) => ({ sv, en });

  it('has a line for every field that a user fills in, in order', () => {
    const list = f.codeList({ lov: ['Valfrihetssystem', 'Choice system'] });
    expect(
      formOf({
        orderId: f.creates('order'),
        decisionId: f.orNone(f.refersTo('decision')),
        form: f.code(list, 'Regiform', 'Form', { help: ['Enligt avtalet', 'As the contract says'] }),
        from: f.day('Från och med', 'From'),
        to: f.optional(f.day('Till och med', 'Through', { notBefore: 'from' })),
        goals: f.parts({ text: f.text('Mål', 'Goal') }, 'Mål', 'Goals'),
        with: f.part(
          { a: f.optional(f.text('A', 'An A')), b: f.optional(f.text('B', 'A B')) },
          'Med',
          'With',
          {
            oneOf: [['a'], ['b']],
          },
        ),
        version: f.byMachine(f.whole(1, 9, 'Version', 'Version')),
      }),
    ).toEqual([
      {
        name: 'decisionId',
        kind: 'id',
        label: text('Beslut', 'Decision'),
        required: false,
        none: true,
        choose: 'decision',
      },
      {
        name: 'form',
        kind: 'code',
        label: text('Regiform', 'Form'),
        help: text('Enligt avtalet', 'As the contract says'),
        required: true,
        codes: [{ code: 'lov', label: text('Valfrihetssystem', 'Choice system') }],
      },
      { name: 'from', kind: 'day', label: text('Från och med', 'From'), required: true },
      { name: 'to', kind: 'day', label: text('Till och med', 'Through'), required: false, notBefore: 'from' },
      {
        name: 'goals',
        kind: 'part',
        label: text('Mål', 'Goals'),
        required: true,
        list: true,
        min: 0,
        max: 100,
        lines: [{ name: 'text', kind: 'text', label: text('Mål', 'Goal'), required: true, max: 4_000 }],
      },
      {
        name: 'with',
        kind: 'part',
        label: text('Med', 'With'),
        required: true,
        oneOf: [['a'], ['b']],
        lines: [
          { name: 'a', kind: 'text', label: text('A', 'An A'), required: false, max: 4_000 },
          { name: 'b', kind: 'text', label: text('B', 'A B'), required: false, max: 4_000 },
        ],
      },
    ]);
  });
});
