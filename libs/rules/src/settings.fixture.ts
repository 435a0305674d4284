import fc from 'fast-check';
import {
  addDays,
  DEFAULT_MEASURES,
  latest,
  on,
  type Instant,
  type LocalDate,
  type Recorded,
  type RulesetEvent,
} from '@rt/domain';
import { RULES } from './index';

type DataOf<T extends RulesetEvent['type']> = Extract<RulesetEvent, { type: T }>['data'];

/** A setting that was decided on a day. Left out: recorded at noon of that day, as the first one. */
export const setting = <T extends RulesetEvent['type']>(
  type: T,
  occurredOn: string,
  data: DataOf<T>,
  envelope: { readonly recordedAt?: string; readonly revision?: number } = {},
): Recorded<RulesetEvent> => {
  const { recordedAt = `${occurredOn}T12:00:00.000Z`, revision = 0 } = envelope;
  return {
    id: `setting-${revision}`,
    type,
    occurredOn,
    revision,
    recordedAt,
    data,
  } as Recorded<RulesetEvent>;
};

const DAYS = [-400, -20, 0, 1, 5, 60, 200, 380, 550].map((days) => addDays(on('2024-12-20'), days));
const day = fc.constantFrom(...DAYS);
const PLACES = [
  { scope: 'municipality' },
  { scope: 'board', scopeId: 'norr' },
  { scope: 'unit', scopeId: 'norr' },
] as unknown as DataOf<'RuleResumed'>[];

const changed = fc.oneof(
  fc
    .record({
      rule: fc.constantFrom(...RULES),
      place: fc.constantFrom(...PLACES),
      from: day,
      days: fc.nat(40),
    })
    .map(({ rule, place, from, days }) => {
      const numbers = Object.entries(rule.versions.at(-1)?.parameters ?? {}).filter(
        ([, value]) => typeof value === 'number',
      );
      const parameters = Object.fromEntries(numbers.map(([name]) => [name, days]));
      return {
        type: 'RuleParametersAdopted',
        data: { ...place, ruleId: rule.id, from, parameters },
      } as const;
    }),
  fc
    .record({
      type: fc.constantFrom('RuleSuspended', 'RuleSuspended', 'RuleResumed'),
      rule: fc.constantFrom(...RULES),
      place: fc.constantFrom(...PLACES),
      from: day,
    })
    .map(({ type, rule, place, from }) => ({ type, data: { ...place, ruleId: rule.id, from } })),
  fc.record({ from: day, needsOrder: fc.boolean() }).map(
    ({ from, needsOrder }) =>
      ({
        type: 'MeasuresAdopted',
        data: { from, measures: DEFAULT_MEASURES.map((measure) => ({ ...measure, needsOrder })) },
      }) as const,
  ),
);

/** Settings in the order of recording, each recorded on the day of its decision or later, and in force from any day. */
export const arbitrarySettings = (): fc.Arbitrary<readonly Recorded<RulesetEvent>[]> =>
  fc.array(fc.tuple(changed, day, fc.nat(300)), { maxLength: 8 }).map((drawn) => {
    let recordedOn: LocalDate = DAYS[0] as LocalDate;
    return drawn.map(([{ type, data }, decidedOn, after], revision) => {
      recordedOn = latest(addDays(decidedOn, after), addDays(recordedOn, 1));
      const recordedAt: Instant = `${recordedOn}T12:00:00.000Z` as Instant;
      return setting(type, decidedOn, data as never, { recordedAt, revision });
    });
  });
