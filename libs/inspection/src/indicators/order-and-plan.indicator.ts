import { currentPlanMissing, hasOrder, taskSpecified } from './case.conditions';
import { everyOne } from './condition';
import type { Indicator } from './indicator';

/** Indicators of the orders to providers and of the providers' plans. */
export const ORDER_AND_PLAN_INDICATORS: readonly Indicator[] = [
  {
    name: 'order_task_specified',
    title: { sv: 'Uppdraget angett i beställningen', en: 'Task specified in the order' },
    definitionVersion: 1,
    rows: ['L33'],
    population: 'sample',
    value: { kind: 'share', part: taskSpecified, whole: hasOrder },
  },
  {
    name: 'current_plan_missing',
    title: { sv: 'Aktuell genomförandeplan saknas', en: 'Current plan missing' },
    definitionVersion: 1,
    rows: ['L34'],
    population: 'sample',
    value: { kind: 'share', part: currentPlanMissing, whole: everyOne },
  },
];
