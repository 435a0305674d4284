/** What a municipality, a board or a unit has set for a rule: parameters and pauses, each from its day on. */
import {
  latest,
  unitOn,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type RulesetEvent,
} from '@rt/domain';
import type { Parameters } from './rule';

interface Setting<T> {
  readonly from: LocalDate;
  readonly value: T;
}

/** The settings of one rule in one place, oldest first. */
interface Settings {
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
const placeOf = (scope: string, scopeId: string | undefined): string =>
  scope === MUNICIPALITY ? MUNICIPALITY : `${scope} ${scopeId ?? ''}`;

/** Folds the events of the stream `ruleset-<municipality>`. A setting counts from the later of its own day and the day it speaks of. */
export const foldRuleset = (events: readonly Recorded<RulesetEvent>[]): Ruleset => {
  const settings = new Map<string, Map<string, Settings>>();
  const at = (ruleId: string, place: string): Settings => {
    let places = settings.get(ruleId);
    if (!places) settings.set(ruleId, (places = new Map()));
    let found = places.get(place);
    if (!found) places.set(place, (found = { parameters: [], suspended: [] }));
    return found;
  };
  for (const event of [...events].sort((a, b) => a.revision - b.revision)) {
    if (event.type === 'MeasuresAdopted' || event.type === 'LifeAreasAdopted') continue;
    const { ruleId, scope, scopeId } = event.data;
    const here = at(ruleId, placeOf(scope, scopeId));
    const from = latest(event.occurredOn, event.data.from);
    if (event.type === 'RuleParametersAdopted') insert(here.parameters, from, event.data.parameters);
    else insert(here.suspended, from, event.type === 'RuleSuspended');
  }
  return { settings };
};

/** Keeps the list in the order of its days; of two settings from one day the one recorded last comes last. */
const insert = <T>(list: Setting<T>[], from: LocalDate, value: T): void => {
  const place = list.findLastIndex((setting) => setting.from <= from);
  list.splice(place + 1, 0, { from, value });
};

const inForce = <T>(list: readonly Setting<T>[] | undefined, day: LocalDate): T | undefined =>
  list?.findLast((setting) => setting.from <= day)?.value;

/** What is set for a rule in a file on a day, widest place first: the municipality, the file's board, the unit that has it that day. */
const settingsFor = (
  ruleset: Ruleset,
  ruleId: string,
  file: PersonalFile,
  day: LocalDate,
): readonly Settings[] => {
  const places = ruleset.settings.get(ruleId);
  if (!places) return [];
  const { opened } = file;
  const names = [MUNICIPALITY];
  // On a day before the file was opened nobody had it: what was opened later must not change how that day is judged.
  if (opened && opened.occurredOn <= day) {
    names.push(placeOf('board', opened.data.boardId), placeOf('unit', unitOn(file, day)));
  }
  return names.flatMap((name) => places.get(name) ?? []);
};

/** The parameters that apply in a file on a day: the narrower place wins, parameter by parameter. */
export const parametersFor = <P extends Parameters>(
  ruleset: Ruleset,
  ruleId: string,
  defaults: P,
  file: PersonalFile,
  day: LocalDate,
): P => {
  let parameters = defaults;
  for (const settings of settingsFor(ruleset, ruleId, file, day)) {
    const adopted = inForce(settings.parameters, day);
    if (adopted) parameters = adopt(parameters, adopted);
  }
  return parameters;
};

/** Whether a rule is paused in a file on a day. The narrowest place that has said anything decides. */
export const isSuspended = (
  ruleset: Ruleset,
  ruleId: string,
  file: PersonalFile,
  day: LocalDate,
): boolean => {
  let suspended = false;
  for (const settings of settingsFor(ruleset, ruleId, file, day))
    suspended = inForce(settings.suspended, day) ?? suspended;
  return suspended;
};

/** Longest time a parameter may set, in its own unit; a check must be able to count with it. */
const PARAMETER_MAX = 10_000;

/** A parameter the rule does not have, or of another kind than the rule's own, is left out: a check never meets it. */
const adopt = <P extends Parameters>(parameters: P, adopted: Parameters): P => {
  const known = Object.entries(adopted).filter(([name, value]) => {
    const own = parameters[name];
    return typeof own === 'number'
      ? typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= PARAMETER_MAX
      : Array.isArray(own) && Array.isArray(value);
  });
  return { ...parameters, ...Object.fromEntries(known) };
};
