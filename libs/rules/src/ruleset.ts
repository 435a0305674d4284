/** What a municipality, a board or a unit has set for a rule: its parameters and its pauses, each from a day on. */
import {
  latest,
  ruleIdNow,
  unitOn,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type RulesetEvent,
  type RuleScope,
  type UnitId,
} from '@rt/domain';
import type { Parameters } from './rule';

interface Setting<T> {
  readonly from: LocalDate;
  readonly value: T;
}

type Place = Pick<RuleScope, 'scope' | 'scopeId'>;

/** The settings of one rule in one place, oldest first. */
interface Settings extends Place {
  readonly parameters: Setting<Parameters>[];
  readonly suspended: Setting<boolean>[];
}

/** Settings by rule and place. */
export interface Ruleset {
  readonly settings: ReadonlyMap<string, ReadonlyMap<string, Settings>>;
}

/** Every rule as it was written, nothing paused. */
export const DEFAULT_RULESET: Ruleset = { settings: new Map() };

const MUNICIPALITY = 'municipality';
const scopeKey = (scope: string, scopeId: string | undefined): string =>
  scope === MUNICIPALITY ? MUNICIPALITY : `${scope} ${scopeId ?? ''}`;

/**
 * Folds the events of the stream `ruleset-<municipality>`. A setting applies from the later of two days: the day it was adopted and the
 * day it names. A rule is found by any id it has had.
 */
export const foldRuleset = (events: readonly Recorded<RulesetEvent>[]): Ruleset => {
  const settings = new Map<string, Map<string, Settings>>();
  const at = (ruleId: string, { scope, scopeId }: Place): Settings => {
    const key = scopeKey(scope, scopeId);
    let places = settings.get(ruleId);
    if (!places) settings.set(ruleId, (places = new Map()));
    let found = places.get(key);
    if (!found) places.set(key, (found = { scope, scopeId, parameters: [], suspended: [] }));
    return found;
  };
  for (const event of [...events].sort((a, b) => a.revision - b.revision)) {
    if (!('ruleId' in event.data)) continue;
    const here = at(ruleIdNow(event.data.ruleId), event.data);
    const from = latest(event.occurredOn, event.data.from);
    if (event.type === 'RuleParametersAdopted') insert(here.parameters, from, event.data.parameters);
    else insert(here.suspended, from, event.type === 'RuleSuspended');
  }
  return { settings };
};

/** Keeps the list in the order of its days. Of two settings from one day the one recorded last comes last. */
const insert = <T>(list: Setting<T>[], from: LocalDate, value: T): void => {
  const place = list.findLastIndex((setting) => setting.from <= from);
  list.splice(place + 1, 0, { from, value });
};

const inForce = <T>(list: readonly Setting<T>[] | undefined, day: LocalDate): T | undefined =>
  list?.findLast((setting) => setting.from <= day)?.value;

/** The places whose settings apply on a day, the widest first: the municipality, a board, a unit. */
export type Where = (day: LocalDate) => readonly string[];

/** What the municipality has set for itself. */
export const inMunicipality: Where = () => [MUNICIPALITY];

/** What applies in a unit, apart from what its board has set. */
export const inUnit =
  (unitId: UnitId): Where =>
  () => [MUNICIPALITY, scopeKey('unit', unitId)];

/** What applies in a file: what its board has set, and the unit that has the file that day. */
export const inFile =
  (file: PersonalFile): Where =>
  (day) => {
    const { opened } = file;
    // Before the file was opened no unit had it. What was opened later must not change how an earlier day is judged.
    return opened && opened.occurredOn <= day
      ? [MUNICIPALITY, scopeKey('board', opened.data.boardId), scopeKey('unit', unitOn(file, day))]
      : [MUNICIPALITY];
  };

const settingsFor = (ruleset: Ruleset, ruleId: string, where: Where, day: LocalDate): readonly Settings[] => {
  const places = ruleset.settings.get(ruleId);
  return places ? where(day).flatMap((place) => places.get(place) ?? []) : [];
};

/** The parameters that apply somewhere on a day. A narrower place decides over a wider one, parameter by parameter. */
export const parametersFor = <P extends Parameters>(
  ruleset: Ruleset,
  ruleId: string,
  defaults: P,
  where: Where,
  day: LocalDate,
): P => {
  let parameters = defaults;
  for (const settings of settingsFor(ruleset, ruleId, where, day)) {
    const adopted = inForce(settings.parameters, day);
    if (adopted) parameters = adopt(parameters, adopted);
  }
  return parameters;
};

/** Whether a rule is paused somewhere on a day. The narrowest place that has a setting decides. */
export const isSuspended = (ruleset: Ruleset, ruleId: string, where: Where, day: LocalDate): boolean => {
  let suspended = false;
  for (const settings of settingsFor(ruleset, ruleId, where, day))
    suspended = inForce(settings.suspended, day) ?? suspended;
  return suspended;
};

/** A pause of a rule in one place, as it is stored. */
export interface Pause extends Place {
  readonly from: LocalDate;
  /** The day from which the rule is in use again; left out: it is not. */
  readonly until?: LocalDate;
}

/** The stored pauses of a rule, place by place, oldest first. */
export const pausesOf = (ruleset: Ruleset, ruleId: string): readonly Pause[] =>
  [...(ruleset.settings.get(ruleId)?.values() ?? [])].flatMap(({ scope, scopeId, suspended }) =>
    suspended.flatMap(({ from, value }, index): Pause[] => {
      if (!value || suspended[index - 1]?.value) return [];
      const until = suspended.slice(index).find((later) => !later.value)?.from;
      return [{ scope, scopeId, from, ...(until && { until }) }];
    }),
  );

/** The highest number a parameter may have, in its own unit. A check must be able to count with it. */
const PARAMETER_MAX = 10_000;

/** Leaves out a parameter that the rule does not have, or that is of another kind than the rule's own, so that a check never gets it. */
const adopt = <P extends Parameters>(parameters: P, adopted: Parameters): P => {
  const known = Object.entries(adopted).filter(([name, value]) => {
    const own = parameters[name];
    return typeof own === 'number'
      ? typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= PARAMETER_MAX
      : Array.isArray(own) && Array.isArray(value);
  });
  return { ...parameters, ...Object.fromEntries(known) };
};
