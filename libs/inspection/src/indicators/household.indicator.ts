import { cohabitsWithRelatives, livesWithMinors, livesWithRelativesAlone } from './case.conditions';
import { everyOne } from './condition';
import type { Indicator } from './indicator';

/** Indicators of the people with whom the persons of the sample lived. */
export const HOUSEHOLD_INDICATORS: readonly Indicator[] = [
  {
    name: 'lives_with_minor_children',
    title: { sv: 'Bor med minderåriga barn', en: 'Lives with minor children' },
    definitionVersion: 1,
    rows: ['L17'],
    population: 'sample',
    value: { kind: 'share', part: livesWithMinors, whole: everyOne },
  },
  {
    name: 'cohabiting',
    title: { sv: 'Sammanboende med anhöriga', en: 'Lives with relatives' },
    definitionVersion: 1,
    rows: ['L18'],
    population: 'sample',
    value: { kind: 'share', part: livesWithRelativesAlone, whole: everyOne },
    plainReading: {
      part: cohabitsWithRelatives,
      words: {
        sv: 'Rapportens text, ordagrant, undantar inte dem som har minderåriga barn hemma',
        en: 'The plain text of the report does not leave out those with minor children at home',
      },
    },
  },
];
