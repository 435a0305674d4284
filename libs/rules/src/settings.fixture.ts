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
import { RULES, type Rule } from './index';

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

/** Days around the days of the dense histories. */
const DAYS = [-400, -20, 0, 1, 5, 60, 200, 380, 550].map((days) => addDays(on('2024-12-20'), days));
/** Where and about what settings are made. Left out: around the days of the dense histories, in their board and unit, about every rule. */
export interface SettingsOptions {
  readonly days?: readonly LocalDate[];
  readonly boardOrUnit?: string;
  readonly rules?: readonly Pick<Rule, 'id' | 'versions'>[];
}

const settingWith = ({ days = DAYS, boardOrUnit = 'norr', rules = RULES }: SettingsOptions) => {
  const day = fc.constantFrom(...days);
  const rule = fc.constantFrom(...rules);
  const place = fc.constantFrom(
    { scope: 'municipality' },
    { scope: 'board', scopeId: boardOrUnit },
    { scope: 'unit', scopeId: boardOrUnit },
  );
  return fc.oneof(
    fc
      .record({
        rule,
        place,
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
        rule,
        place,
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
};

/** Settings in the order of recording, each recorded on the day of its decision or later, and in force from any of some days. */
export const arbitrarySettings = (
  options: SettingsOptions = {},
): fc.Arbitrary<readonly Recorded<RulesetEvent>[]> => {
  const { days = DAYS } = options;
  const day = fc.constantFrom(...days);
  return fc.array(fc.tuple(settingWith(options), day, fc.nat(300)), { maxLength: 8 }).map((drawn) => {
    let recordedOn = days[0] as LocalDate;
    return drawn.map(([{ type, data }, decidedOn, after], revision) => {
      recordedOn = latest(addDays(decidedOn, after), addDays(recordedOn, 1));
      const recordedAt: Instant = `${recordedOn}T12:00:00.000Z` as Instant;
      return setting(type, decidedOn, data as never, { recordedAt, revision });
    });
  });
};
