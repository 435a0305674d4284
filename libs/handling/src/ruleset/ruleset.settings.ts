import type { RulesetEvent } from '@rt/domain';
import type { PayloadDefinition } from '../definitions';
import type { SameShape } from '../same-shape';
import {
  LifeAreasAdoptedDto,
  MeasuresAdoptedDto,
  RuleParametersAdoptedDto,
  RuleResumedDto,
  RuleSuspendedDto,
} from './ruleset.dto';

type TypeOf = RulesetEvent['type'];

/** What a municipality can adopt, with title and DTO. */
export const RULESET_DEFINITIONS = {
  RuleParametersAdopted: {
    title: { sv: 'Parametrar för en regel beslutade', en: 'Parameters of a rule adopted' },
    dto: RuleParametersAdoptedDto,
  },
  RuleSuspended: {
    title: { sv: 'Regel vilande', en: 'Rule suspended' },
    dto: RuleSuspendedDto,
  },
  RuleResumed: {
    title: { sv: 'Regel åter i bruk', en: 'Rule resumed' },
    dto: RuleResumedDto,
  },
  MeasuresAdopted: {
    title: { sv: 'Kommunens insatser beslutade', en: 'The municipality’s measures adopted' },
    dto: MeasuresAdoptedDto,
  },
  LifeAreasAdopted: {
    title: { sv: 'Kommunens livsområden beslutade', en: 'The municipality’s life areas adopted' },
    dto: LifeAreasAdoptedDto,
  },
} as const satisfies Readonly<Record<TypeOf, PayloadDefinition>>;

/** `true` for every type, or this does not compile: a DTO may not drift from what is stored. */
export const rulesetIsFaithful: {
  readonly [T in TypeOf]: SameShape<
    InstanceType<(typeof RULESET_DEFINITIONS)[T]['dto']>,
    Extract<RulesetEvent, { type: T }>['data']
  >;
} = {
  RuleParametersAdopted: true,
  RuleSuspended: true,
  RuleResumed: true,
  MeasuresAdopted: true,
  LifeAreasAdopted: true,
};
