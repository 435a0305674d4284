/** Acknowledgements: a named person has seen a finding and given a reason. Each holds from its day until the day it is withdrawn. */
import { findingIdNow, type LocalDate, type PersonalFile } from '@rt/domain';
import type { Finding } from './rule';

export type Acknowledged = Pick<Finding, 'acknowledgedOn' | 'acknowledgedUntil' | 'acknowledgedBefore'>;

interface Period {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

/** The acknowledgements of a file, by the id of the finding. */
export const acknowledgements = (file: PersonalFile): ReadonlyMap<string, Acknowledged> => {
  const periods = new Map<string, Period[]>();
  for (const { type, occurredOn, data } of file.events('GapAcknowledged', 'GapAcknowledgementWithdrawn')) {
    const id = findingIdNow(data.obligationId);
    const ofFinding = periods.get(id) ?? [];
    periods.set(id, ofFinding);
    const last = ofFinding.at(-1);
    const isHeld = last !== undefined && last.until === undefined;
    if (type === 'GapAcknowledged') {
      if (!isHeld) ofFinding.push({ from: occurredOn });
    } else if (isHeld) {
      ofFinding.pop();
      // One that was withdrawn on its own day held on no day.
      if (last.from < occurredOn) ofFinding.push({ from: last.from, until: occurredOn });
    }
  }
  return new Map([...periods].flatMap(([id, list]) => (list.length === 0 ? [] : [[id, saidOf(list)]])));
};

const saidOf = (periods: readonly Period[]): Acknowledged => {
  const last = periods.at(-1) as Period;
  const before = periods
    .slice(0, -1)
    .flatMap(({ from, until }) => (until === undefined ? [] : [{ from, until }]));
  return {
    acknowledgedOn: last.from,
    ...(last.until !== undefined && { acknowledgedUntil: last.until }),
    ...(before.length > 0 && { acknowledgedBefore: before }),
  };
};

/** The day from which the acknowledgement holds that a finding has on a day; undefined if it has none. */
export const acknowledgementOn = (
  { acknowledgedOn, acknowledgedUntil, acknowledgedBefore = [] }: Acknowledged,
  day: LocalDate,
): LocalDate | undefined =>
  [...acknowledgedBefore, { from: acknowledgedOn, until: acknowledgedUntil }].find(
    ({ from, until }) => from !== undefined && from <= day && (until === undefined || day < until),
  )?.from;
