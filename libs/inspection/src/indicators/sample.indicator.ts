import { actIs, sexIs } from './case.conditions';
import { everyOne } from './condition';
import type { Indicator } from './indicator';

/** Indicators of the drawn cases: by district, sex and act. */
export const SAMPLE_INDICATORS: readonly Indicator[] = [
  {
    name: 'cases_reviewed',
    title: { sv: 'Granskade ärenden', en: 'Cases reviewed' },
    definitionVersion: 1,
    rows: ['L01', 'L02', 'L03', 'L04', 'L05', 'L06', 'L07'],
    population: 'sample',
    value: { kind: 'count', of: everyOne },
  },
  {
    name: 'sample_women',
    title: { sv: 'Kvinnor i urvalet', en: 'Women in the sample' },
    definitionVersion: 1,
    rows: ['L08'],
    population: 'sample',
    value: { kind: 'share', part: sexIs('female'), whole: everyOne },
  },
  {
    name: 'sample_SoL',
    title: { sv: 'Beslut enligt SoL i urvalet', en: 'Decisions under SoL in the sample' },
    definitionVersion: 1,
    rows: ['L09'],
    population: 'sample',
    value: { kind: 'share', part: actIs('sol'), whole: everyOne },
  },
];
