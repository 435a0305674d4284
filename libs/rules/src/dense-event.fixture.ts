/** One random event of a dense history: a type, one of few days, and fields with few values. */
import fc from 'fast-check';
import {
  addDays,
  exampleId,
  on,
  recorded,
  type EventOf,
  type Extent,
  type LocalTime,
  type PersonalFileEvent,
  type PersonalFileEventType,
  type Recorded,
  type Special,
} from '@rt/domain';

export type Event = Recorded<PersonalFileEvent>;

/** Days on both sides of every limit: 7, 10 and 15 days, 6 and 12 months, and the new act in July 2025. */
const DAYS = [
  0, 0, 1, 2, 5, 7, 8, 10, 11, 15, 16, 20, 60, 181, 182, 365, 366, 380, 381, 500, 540, 545, 550,
].map((days) => addDays(on('2024-12-20'), days));
const TIMES = [undefined, undefined, '09:00' as LocalTime, '10:00' as LocalTime];

export const two = fc.constantFrom(1, 2);
export const perhaps = <T>(value: T): fc.Arbitrary<T | undefined> => fc.constantFrom(value, undefined);
export const orNull = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: 4 });
export const id = <K extends Parameters<typeof exampleId>[0]>(kind: K) =>
  two.map((number) => exampleId(kind, number));
export const text = fc.constantFrom<(string | undefined)[]>(
  undefined,
  '',
  'Simma varje vecka',
  'Simma varje veka',
  'Ledsagning',
  'Promenera',
);
const extent = fc.constantFrom<(Extent | null)[]>(
  null,
  { amount: 20, unit: 'hours', per: 'month', activities: [] },
  { amount: 10, unit: 'hours', per: 'month', activities: [] },
);
export const subjects = fc.constantFrom(['health'], ['economy'], ['health', 'economy'], [
  'all',
] as const) as fc.Arbitrary<EventOf<'ContactMade'>['data']['subjects']>;
const day = fc.constantFrom(...DAYS);

type Fields<T extends PersonalFileEventType> = { [F in keyof Special<T>]?: fc.Arbitrary<Special<T>[F]> };

const event = <T extends PersonalFileEventType>(type: T, fields: Fields<T>): fc.Arbitrary<Event> =>
  fc
    .tuple(
      day,
      fc.constantFrom(...TIMES),
      fc.constantFrom(exampleId('case', 1), exampleId('case', 1), exampleId('case', 2)),
      fc.record(fields as Record<string, fc.Arbitrary<unknown>>),
    )
    .map(
      ([occurredOn, occurredTime, caseId, special]) =>
        recorded(type, occurredOn, special as Special<T>, { occurredTime, caseId }) as Event,
    );

export const decidedTo = fc.option(
  day.map((end) => addDays(end, 90)),
  { nil: undefined },
);
const decision: Fields<'DecisionChanged'> = {
  decisionId: id('decision'),
  outcome: fc.constantFrom('approval', 'partialRejection', 'rejection'),
  measure: fc.constantFrom('ledsagning', 'ledsagarservice', 'kontaktperson'),
  reasons: text,
  decisiveFacts: fc.constantFrom([], ['Kan inte resa ensam']),
};
export const investigation: Fields<'InvestigationCompleted'> = {
  investigationId: id('investigation'),
  interests: text,
  wishes: text,
  expressesNoWishes: fc.boolean(),
  assessment: text,
};
export const goals = fc.constantFrom<EventOf<'OrderSent'>['data']['goals'][]>(
  [],
  [
    {
      goalId: exampleId('goal', 1),
      level: 'overall',
      parentGoalId: null,
      text: 'Simma varje vecka',
      byThePerson: true,
    },
  ],
  [
    {
      goalId: exampleId('goal', 2),
      level: 'overall',
      parentGoalId: null,
      text: 'Promenera',
      byThePerson: true,
    },
  ],
);
export const task = fc.constantFrom(undefined, 'Simma varje vecka', 'Simma varje veka', 'Ledsagning');
export const purpose = fc.constantFrom('Promenera', 'Promenera', undefined);
export const order: Fields<'OrderRevised'> = {
  orderId: id('order'),
  measure: fc.constantFrom('ledsagning', 'ledsagning', 'boendestod'),
  task,
  purpose,
  goals,
  extent,
};

export { day as denseDay, extent as denseExtent, event as denseEvent, decision as denseDecision };
