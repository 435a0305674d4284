import { actIs, approved, handledBy, partlyRejected, whollyRejected } from './case.conditions';
import { both, everyOne } from './condition';
import type { Indicator } from './indicator';

/** Indicators of the decisions of the year, in all and by district. */
export const DECISION_INDICATORS: readonly Indicator[] = [
  {
    name: 'decisions_total',
    title: { sv: 'Årets beslut', en: 'Decisions of the year' },
    definitionVersion: 1,
    rows: ['L19'],
    population: 'year',
    value: { kind: 'count', of: everyOne },
    tellPersons: true,
  },
  {
    name: 'approvals',
    title: { sv: 'Bifall', en: 'Approvals' },
    definitionVersion: 1,
    rows: ['L20'],
    population: 'year',
    value: { kind: 'share', part: approved, whole: everyOne },
    tellPersons: true,
  },
  {
    name: 'full_rejections',
    title: { sv: 'Avslag i sin helhet', en: 'Full rejections' },
    definitionVersion: 1,
    rows: ['L21'],
    population: 'year',
    value: { kind: 'share', part: whollyRejected, whole: everyOne },
    tellPersons: true,
  },
  {
    name: 'full_rejections',
    title: {
      sv: 'Skärholmens andel av avslagen i sin helhet',
      en: "Skärholmen's share of the full rejections",
    },
    definitionVersion: 1,
    rows: ['L22'],
    acrossDistricts: true,
    population: 'year',
    value: { kind: 'share', part: handledBy('skarholmen', 'Skärholmen'), whole: whollyRejected },
    tellPersons: true,
  },
  {
    name: 'partial_rejections',
    title: { sv: 'Delavslag bland bifallen', en: 'Partial rejections among the approvals' },
    definitionVersion: 1,
    rows: ['L23'],
    population: 'year',
    value: { kind: 'share', part: partlyRejected, whole: approved },
    tellPersons: true,
  },
  {
    name: 'rejection_decisions_reviewed',
    title: { sv: 'Granskade avslag och delavslag', en: 'Rejections and partial rejections reviewed' },
    definitionVersion: 1,
    rows: ['L24'],
    population: 'reviewedWhole',
    value: { kind: 'count', of: everyOne },
    tellPersons: true,
  },
  {
    name: 'partial_rejection_share',
    title: {
      sv: 'Delavslag bland stadsdelens bifall',
      en: "Partial rejections among the district's approvals",
    },
    definitionVersion: 1,
    rows: ['L25', 'L26', 'L27', 'L28', 'L29', 'L30'],
    population: 'year',
    value: { kind: 'share', part: partlyRejected, whole: approved },
  },
  {
    name: 'avg_granted_hours_month_at_partial_rejection_SoL',
    title: {
      sv: 'Beviljade timmar per månad vid delavslag, SoL',
      en: 'Granted hours a month at a partial rejection, SoL',
    },
    definitionVersion: 1,
    rows: ['L31'],
    population: 'year',
    value: { kind: 'meanHours', of: both(partlyRejected, actIs('sol')) },
  },
  {
    name: 'avg_granted_hours_month_at_partial_rejection_LSS',
    title: {
      sv: 'Beviljade timmar per månad vid delavslag, LSS',
      en: 'Granted hours a month at a partial rejection, LSS',
    },
    definitionVersion: 1,
    rows: ['L32'],
    population: 'year',
    value: { kind: 'meanHours', of: both(partlyRejected, actIs('lss')) },
  },
];
