import type { LocalDate } from '../calendar';
import type { LifeAreaCode } from '../codes';
import type { Measure } from '../measures';

/** Whom a setting of a rule concerns: the whole municipality, or the board or unit that `scopeId` names. */
export const RULE_SCOPES = ['municipality', 'board', 'unit'] as const;
export interface RuleScope {
  readonly scope: (typeof RULE_SCOPES)[number];
  /** A BoardId or UnitId; left out for the municipality. */
  readonly scopeId?: string;
}

/** Parametrar för en regel beslutade. A rule's number of days has a history too. */
export interface RuleParametersAdopted {
  readonly type: 'RuleParametersAdopted';
  readonly data: RuleScope & {
    readonly ruleId: string;
    readonly from: LocalDate;
    readonly parameters: Readonly<Record<string, number | readonly string[]>>;
  };
}

/** Regel vilande: what arises from that day on is dropped. */
export interface RuleSuspended {
  readonly type: 'RuleSuspended';
  readonly data: RuleScope & { readonly ruleId: string; readonly from: LocalDate; readonly reason: string };
}

/** Regel åter i bruk. */
export interface RuleResumed {
  readonly type: 'RuleResumed';
  readonly data: RuleScope & { readonly ruleId: string; readonly from: LocalDate };
}

/** Kommunens insatser beslutade: the whole list as it reads from that day. */
export interface MeasuresAdopted {
  readonly type: 'MeasuresAdopted';
  readonly data: { readonly from: LocalDate; readonly measures: readonly Measure[] };
}

/** Kommunens livsområden beslutade: the whole list as it reads from that day. */
export interface LifeAreasAdopted {
  readonly type: 'LifeAreasAdopted';
  readonly data: { readonly from: LocalDate; readonly lifeAreas: readonly LifeAreaCode[] };
}

/** What can happen in the stream `ruleset-<municipality>`. */
export type RulesetEvent =
  RuleParametersAdopted | RuleSuspended | RuleResumed | MeasuresAdopted | LifeAreasAdopted;

export const RULESET_EVENT_TYPES = [
  'RuleParametersAdopted',
  'RuleSuspended',
  'RuleResumed',
  'MeasuresAdopted',
  'LifeAreasAdopted',
] as const satisfies readonly RulesetEvent['type'][];
