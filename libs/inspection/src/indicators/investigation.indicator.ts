import { wishesCaught, withCurrentInvestigation, withoutCurrentInvestigation } from './case.conditions';
import { everyOne } from './condition';
import type { Indicator } from './indicator';

/** Indicators of the investigations behind the decisions. */
export const INVESTIGATION_INDICATORS: readonly Indicator[] = [
  {
    name: 'current_dur',
    title: { sv: 'Aktuell utredning bakom beslutet', en: 'Current investigation behind the decision' },
    definitionVersion: 1,
    rows: ['L10'],
    population: 'sample',
    value: { kind: 'share', part: withCurrentInvestigation, whole: everyOne },
  },
  {
    name: 'no_current_dur',
    title: { sv: 'Aktuell utredning saknas', en: 'No current investigation' },
    definitionVersion: 1,
    rows: ['L11', 'L12', 'L13', 'L14', 'L15'],
    population: 'sample',
    value: { kind: 'share', part: withoutCurrentInvestigation, whole: everyOne },
  },
  {
    name: 'interests_resources_wishes',
    title: {
      sv: 'Intressen, resurser och önskemål framgår',
      en: 'Interests, resources and wishes are there',
    },
    definitionVersion: 1,
    rows: ['L16'],
    population: 'sample',
    value: { kind: 'share', part: wishesCaught, whole: withCurrentInvestigation },
    tellOutOfAll: true,
  },
];
