import type { Step } from '@rt/domain';
import { STEP_WORDS } from '../texts/step-words';

/** What the list under the figures shows. */
const SHOWN_LISTS = ['overdue', 'violations', 'broken', 'soon', 'closed'] as const;
export type ShownList = (typeof SHOWN_LISTS)[number];

/** The day and the filters stand in the address, so that what one sees can be sent to a colleague. */
export interface UnitSearch {
  /** Left out: today. */
  readonly on?: string;
  readonly show?: ShownList;
  readonly step?: Step;
  readonly rule?: string;
  readonly worker?: string;
  readonly order?: 'newestFirst';
}

/** What is no day, list, step or id is dropped. */
export const readUnitSearch = (given: Record<string, unknown>): UnitSearch => {
  const { on, show, step, rule, worker, order } = given;
  return {
    ...(isDay(on) && { on }),
    ...(SHOWN_LISTS.some((one) => one === show) && { show: show as ShownList }),
    ...(typeof step === 'string' && step in STEP_WORDS && { step: step as Step }),
    ...(typeof rule === 'string' && /^[\w-]{1,80}$/.test(rule) && { rule }),
    ...(isUserId(worker) && { worker }),
    ...(order === 'newestFirst' && { order }),
  };
};

const isDay = (given: unknown): given is string =>
  typeof given === 'string' && /^(19|20|21)\d\d-\d\d-\d\d$/.test(given);
const isUserId = (given: unknown): given is string =>
  typeof given === 'string' && /^[\p{L}\p{N}._:@/-]{1,100}$/u.test(given);

/** Whose files are handed over. Left out: those of the whole unit. */
export interface HandOverSearch {
  readonly worker?: string;
}

export const readHandOverSearch = ({ worker }: Record<string, unknown>): HandOverSearch =>
  isUserId(worker) ? { worker } : {};

/** Whose readings are checked, and of which days. */
export interface LogCheckSearch {
  readonly user?: string;
  readonly from?: string;
  readonly to?: string;
}

export const readLogCheckSearch = ({ user, from, to }: Record<string, unknown>): LogCheckSearch => ({
  ...(isUserId(user) && { user }),
  ...(isDay(from) && { from }),
  ...(isDay(to) && { to }),
});
