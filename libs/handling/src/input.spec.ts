import fc, { type Arbitrary } from 'fast-check';
import { EVENT_TYPES, isEventType, type PersonalFileEventType } from '@rt/domain';
import { arbitraryFromSchema } from './arbitrary-from-schema.fixture';
import { checkedAs, checkedHead, OpenFileDto } from './command-input';
import { hostile } from './hostile.fixture';
import { canonical, plainJson, type Json } from './plain-json';
import { Refused } from './refused';
import { openingSchema, schemaOf } from './schema';
import { checkedEvents, StepInputDto, stepLabelAt } from './step-input';
import { definitionOf } from './definitions';

const step = (input: unknown) =>
  checkedEvents(StepInputDto, (type) => definitionOf(type).dto, plainJson(input));

/** The result of checking an input. An error other than `Refused` is a fault and is thrown. */
const verdict = (check: () => unknown): Refused | 'accepted' => {
  try {
    check();
    return 'accepted';
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
};

const anyStep: Arbitrary<Json> = fc.oneof(
  ...EVENT_TYPES.map((type) => arbitraryFromSchema(schemaOf(type)) as Arbitrary<Json>),
);

describe('what the schemas allow', () => {
  it.each(EVENT_TYPES)('%s is accepted, and says the same afterwards', (type: PersonalFileEventType) => {
    fc.assert(
      fc.property(arbitraryFromSchema(schemaOf(type)), (input) => {
        const [checked] = step(input);
        expect(withoutNulls(checked)).toEqual(withoutNulls(input));
      }),
      { numRuns: 20 },
    );
  });

  it('opens a file', () => {
    fc.assert(
      fc.property(arbitraryFromSchema(openingSchema()), (input) => {
        expect(checkedAs(OpenFileDto, plainJson(input))).toEqual(input);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what the schemas do not allow', () => {
  it('is refused with a field, a code and both texts, or is harmless; nothing else happens', () => {
    fc.assert(
      fc.property(anyStep.chain(hostile), (input) => {
        const found = verdict(() => step(input));
        if (found === 'accepted') return;
        expect(found.errors.length).toBeGreaterThan(0);
        const { type } = input as { readonly type: PersonalFileEventType };
        for (const { field, code, sv, en } of found.errors) {
          expect(typeof field).toBe('string');
          expect([code, sv, en].every((text) => text.length > 1)).toBe(true);
          const constraint = found.code === 'INVALID_INPUT' && code !== 'UNKNOWN_FIELD';
          const label =
            constraint && typeof type === 'string' && isEventType(type) && stepLabelAt(type, field);
          if (!label) continue;
          expect([sv.startsWith(`${label.sv}: `), en.startsWith(`${label.en}: `)]).toEqual([true, true]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it.each<[string, string, unknown]>([
    ['an unknown field', 'UNKNOWN_FIELD', { extra: 1 }],
    ['a field that objects are born with', 'UNKNOWN_FIELD', { toString: 'x' }],
    ['the constructor', 'UNKNOWN_FIELD', { constructor: { prototype: {} } }],
    ['a prototype', 'UNKNOWN_FIELD', JSON.parse('{"__proto__":{"text":"x"}}')],
    ['a NUL', 'UNSTORABLE_TEXT', { text: 'a\0b' }],
    ['an escape sequence', 'UNSTORABLE_TEXT', { text: '\u001b[2J' }],
    ['half a character', 'UNSTORABLE_TEXT', { text: 'a\ud800' }],
    ['a blank text', 'text', { text: ' \n\t ' }],
    ['a text that is too long', 'text', { text: 'a'.repeat(20_001) }],
    ['a number for a text', 'text', { text: 7 }],
    ['a list for a text', 'text', { text: ['a'] }],
    ['null for a text', 'text', { text: null }],
  ])('%s in a note: %s', (_, code, data) => {
    const given = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'a', ...(data as object) } };
    const note = Object.hasOwn(data as object, '__proto__') ? { ...given, data } : given;
    expect(verdict(() => step(note))).toMatchObject({ errors: [{ code }] });
  });

  it.each<[string, unknown]>([
    ['a list in a list', [[{ text: 'a' }]]],
    ['null in a list', [null]],
    ['an object for a list', { 0: { text: 'a' }, length: 1 }],
    ['too many', Array.from({ length: 101 }, () => ({ text: 'a' }))],
  ])('%s is no list of goals', (_, goals) => {
    const plan = { goals, activities: [], personTookPart: true };
    expect(verdict(() => step({ type: 'PlanReceived', occurredOn: '2026-03-02', data: plan }))).toMatchObject(
      { errors: [{ field: 'data.goals', code: 'objects' }] },
    );
  });

  it.each<[string, unknown]>([
    ['2026-02-29', '2026-02-29'],
    ['year 2201', '2201-01-01'],
    ['year 1899', '1899-12-31'],
    ['an instant', '2026-03-02T10:00:00Z'],
    ['a number', 20260302],
  ])('%s is no day', (_, occurredOn) => {
    const note = { type: 'NoteWritten', occurredOn, data: { text: 'a' } };
    expect(verdict(() => step(note))).toMatchObject({ errors: [{ field: 'occurredOn', code: 'day' }] });
  });

  it.each([-1, 100_000.5, 1.005, 1e300, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is no amount',
    (amount) => {
      const extent = { amount, unit: 'hours', per: 'week', activities: [] };
      const plan = { goals: [], activities: [], personTookPart: true, extent };
      const found = verdict(() => step({ type: 'PlanReceived', occurredOn: '2026-03-02', data: plan }));
      expect(found).toMatchObject({ errors: [{ field: 'data.extent.amount' }] });
    },
  );

  it('finds everything that is wrong in one go, and says where', () => {
    const found = verdict(() =>
      step([
        { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'a' } },
        { type: 'PlanReceived', occurredOn: 'igår', data: {} },
        {
          type: 'PlanReceived',
          occurredOn: '2026-03-02',
          data: { goals: [{ text: 'a' }, { orderGoalId: 'x' }], activities: [], personTookPart: 'ja' },
        },
      ]),
    );
    expect((found as Refused).errors.map(({ field, code }) => [field, code])).toEqual([
      ['[1].occurredOn', 'day'],
      ['[2].data.goals[1].orderGoalId', 'id'],
      ['[2].data.goals[1].text', 'text'],
      ['[2].data.personTookPart', 'flag'],
    ]);
  });

  const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'a' } };
  const order = {
    ...{ decisionId: null, providerId: 'lyktan', form: 'lov', measure: 'ledsagning' },
    ...{ goals: [], extent: null, from: '2026-03-02' },
  };
  const ordered = (data: object) => ({
    type: 'OrderSent',
    occurredOn: '2026-03-02',
    data: { ...order, ...data },
  });

  it.each<[string, unknown, string, string]>([
    ['a field', ordered({ task: 7 }), 'Uppdrag: ska vara en text', 'Task: should be a text'],
    [
      'an id',
      ordered({ decisionId: 'x' }),
      'Beslut: ska vara valt ur akten',
      'Decision: should be chosen from the file',
    ],
    [
      'a field of an object',
      ordered({ extent: { amount: 'many', unit: 'hours', per: 'week', activities: [] } }),
      'Omfattning, Antal: ska vara ett tal',
      'Extent, Amount: should be a number',
    ],
    [
      'a field of the second object in a list',
      ordered({
        goals: [1, 2].map((n) => ({
          level: 'sub',
          parentGoalId: null,
          text: n === 1 ? 'a' : '',
          byThePerson: true,
        })),
      }),
      'Mål och delmål 2, Mål: ska vara en text',
      'Goals and sub-goals 2, Goal: should be a text',
    ],
    [
      'a field around the payload',
      { ...note, occurredTime: 'noon' },
      'Klockslag: ska vara',
      'Time of day: should be',
    ],
    [
      'the payload',
      { ...note, data: 'a' },
      'Uppgifter: ska vara ett objekt.',
      'Particulars: should be an object.',
    ],
    [
      'a field of one of several steps',
      [note, { ...note, data: { text: '' } }],
      'Anteckning: ska vara en text',
      'Note: should be a text',
    ],
    [
      'an unknown field of an object',
      ordered({ extent: { amount: 1, unit: 'hours', per: 'week', activities: [], more: 1 } }),
      'Omfattning: här står ett fält som inte finns.',
      'Extent: there is a field here that does not exist.',
    ],
    ['an unknown field of the payload', ordered({ more: 1 }), 'Här står ett fält', 'There is a field here'],
    ['no step', 7, 'Ska vara ett objekt.', 'Should be an object.'],
  ])('begins with what the field is called: %s', (_, input, sv, en) => {
    const { errors } = verdict(() => step(input)) as Refused;
    expect(errors).toHaveLength(1);
    expect([errors[0]!.sv.slice(0, sv.length), errors[0]!.en.slice(0, en.length)]).toEqual([sv, en]);
  });

  it('begins with what the field is called: beside the steps', () => {
    const head = { idempotencyKey: 'å', fileId: 'x', ifMatch: -1 };
    const { errors } = verdict(() => checkedHead(head)) as Refused;
    expect(errors.map(({ sv }) => sv.split(':')[0])).toEqual([
      'Idempotensnyckel',
      'Personakt',
      'Läst revision',
    ]);
  });

  it('repeats no text that a user wrote', () => {
    const secret = 'Elsa Exempelsson 840517';
    const found = verdict(() =>
      step({
        type: 'NoteWritten',
        occurredOn: secret,
        caseId: secret,
        [secret]: secret,
        data: { text: secret, [secret]: secret },
      }),
    );
    expect(JSON.stringify([(found as Refused).message, (found as Refused).errors])).not.toContain('84');
  });

  it('depth and size have an end', () => {
    let deep: Json = 'a';
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(verdict(() => step(deep))).toMatchObject({ code: 'TOO_DEEP' });
    expect(verdict(() => step(Array.from({ length: 50_001 }, () => 0)))).toMatchObject({ code: 'TOO_LARGE' });
    const many = Array.from({ length: 51 }, () => ({
      type: 'NoteWritten',
      occurredOn: '2026-03-02',
      data: { text: 'a' },
    }));
    expect(verdict(() => step(many))).toMatchObject({ errors: [{ field: 'steps', code: 'objects' }] });
    expect(verdict(() => step([]))).toMatchObject({ errors: [{ field: 'steps', code: 'objects' }] });
  });

  it.each(['text', 7, null, true])('%p is no step', (input) => {
    expect(verdict(() => step(input))).toMatchObject({ errors: [{ field: '', code: 'object' }] });
  });
});

describe('who a person is', () => {
  const opens = (kind: string, value: string) =>
    verdict(() =>
      checkedAs(OpenFileDto, {
        person: { name: 'Elsa', identity: { kind, value }, sex: 'female', protectedIdentity: false },
      }),
    );

  it.each([
    ['personalNumber', '198405179808'],
    ['coordinationNumber', '198405779805'],
    ['coordinationNumber', '198400609809'],
    ['personalNumber', '8405179808'],
    ['personalNumber', '19840517-9808'],
    ['personalNumber', '840517+9808'],
    ['birthDate', '1984-05-17'],
  ])('%s %s', (kind, value) => {
    expect(opens(kind, value)).toBe('accepted');
  });

  it.each([
    ['personalNumber', '198405179807', 'the check digit'],
    ['personalNumber', '198405779805', 'a coordination number'],
    ['personalNumber', '840517980', 'nine digits'],
    ['coordinationNumber', '198400619804', 'the check digit'],
    ['coordinationNumber', '198405179808', 'a personal number'],
    ['personalNumber', '198402309804', 'no such day'],
    ['birthDate', '198405179808', 'a number'],
  ])('not %s %s: %s', (kind, value) => {
    expect(opens(kind, value)).toMatchObject({
      errors: [{ field: 'person.identity.value', code: 'identity' }],
    });
  });
});

describe('the canonical form', () => {
  it('does not depend on the order of fields, and tells different inputs apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = JSON.parse(JSON.stringify(value)) as Json;
        expect(canonical(reversed(copy))).toBe(canonical(copy));
        expect(JSON.parse(canonical(copy))).toEqual(copy);
      }),
    );
  });
});

const reversed = (value: Json): Json =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([name, field]) => [name, reversed(field)]),
        )
      : value;

/** The value without nulls. For a reference, null and left out mean the same, so they are compared as equal. */
const withoutNulls = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(withoutNulls)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).flatMap(([name, field]) =>
            field === null ? [] : [[name, withoutNulls(field)]],
          ),
        )
      : value;
