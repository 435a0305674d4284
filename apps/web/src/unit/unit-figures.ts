/** The figures of a unit, from the counts by rule, step and case worker. */
import type { Step } from '@rt/domain';
import { THREAD_STEPS } from '@rt/rules';
import type { ApiAnswer } from '../api/client';
import type { ShownList, UnitSearch } from './unit.search';

export type UnitStatus = ApiAnswer<'UnitStatus'>;
type StatusRow = UnitStatus['rows'][number];

const sum = <Row>(rows: readonly Row[], count: (row: Row) => number): number =>
  rows.reduce((total, row) => total + count(row), 0);

const gapsOf = ({ counts }: StatusRow): number => (counts['overdue'] ?? 0) + (counts['violation'] ?? 0);

/** What a list counts of a row. `soon` is counted by case worker alone. */
const COUNTED: Readonly<Record<Exclude<ShownList, 'soon'>, (row: StatusRow) => number>> = {
  overdue: ({ inCase, counts }) => (inCase === 'open' ? (counts['overdue'] ?? 0) : 0),
  violations: ({ inCase, counts }) => (inCase === 'open' ? (counts['violation'] ?? 0) : 0),
  broken: (row) => (row.inCase === 'open' ? gapsOf(row) : 0),
  closed: (row) => (row.inCase === 'closed' ? gapsOf(row) : 0),
};

/** How many lines the list of the address has. Undefined where only the list itself knows. */
export const countOfList = (
  { rows, workers }: UnitStatus,
  { show = 'overdue', step, rule, worker }: UnitSearch,
): number | undefined => {
  if (show === 'soon')
    return step !== undefined || rule !== undefined
      ? undefined
      : sum(
          workers.filter(({ workerId }) => worker === undefined || workerId === worker),
          ({ dueWithin7Days }) => dueWithin7Days,
        );
  return sum(
    rows.filter(
      (row) =>
        (step === undefined || row.step === step) &&
        (rule === undefined || row.rule === rule) &&
        (worker === undefined || row.workerId === worker),
    ),
    COUNTED[show],
  );
};

export const figuresOf = ({ rows, workers }: UnitStatus) => ({
  openCases: sum(workers, ({ openCases }) => openCases),
  workers: workers.filter(({ workerId, openCases }) => workerId !== null && openCases > 0).length,
  brokenThreads: sum(workers, ({ brokenThreads }) => brokenThreads),
  overdue: sum(rows, COUNTED.overdue),
  violations: sum(rows, COUNTED.violations),
  soon: sum(workers, ({ dueWithin7Days }) => dueWithin7Days),
});

interface LackingAtStep {
  readonly step: Step;
  readonly count: number;
}

/** Where the threads of open cases break: at each step after the first, and at steps beside the thread. */
export const breaksOf = ({
  rows,
}: UnitStatus): {
  readonly holes: readonly LackingAtStep[];
  readonly beside: readonly LackingAtStep[];
  readonly inClosedCases: number;
} => {
  const byStep = new Map<Step, number>();
  for (const row of rows) {
    const step = row.step as Step;
    byStep.set(step, (byStep.get(step) ?? 0) + COUNTED.broken(row));
  }
  const [, ...joined] = THREAD_STEPS;
  const inThread = new Set<Step>(joined);
  return {
    holes: joined.map((step) => ({ step, count: byStep.get(step) ?? 0 })),
    beside: [...byStep].flatMap(([step, count]) =>
      inThread.has(step) || count === 0 ? [] : [{ step, count }],
    ),
    inClosedCases: sum(rows, COUNTED.closed),
  };
};

/** What each rule finds in open cases, the most first. */
export const rulesFound = ({
  rows,
}: UnitStatus): readonly { readonly rule: string; readonly count: number }[] => {
  const byRule = new Map<string, number>();
  for (const row of rows) byRule.set(row.rule, (byRule.get(row.rule) ?? 0) + COUNTED.broken(row));
  return [...byRule]
    .flatMap(([rule, count]) => (count > 0 ? [{ rule, count }] : []))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
};

/** The load of each case worker with what is to be explained, the most overdue first. Those without a case worker come last. */
export const workersFound = ({ rows, workers }: UnitStatus) =>
  workers
    .map((worker) => ({
      ...worker,
      violations: sum(
        rows.filter(({ workerId }) => workerId === worker.workerId),
        COUNTED.violations,
      ),
    }))
    .sort(
      (a, b) =>
        Number(a.workerId === null) - Number(b.workerId === null) ||
        b.overdue - a.overdue ||
        ((a.workerId ?? '') < (b.workerId ?? '') ? -1 : 1),
    );

/** What stood open at each point of the months behind. */
export const trendOf = ({ points }: ApiAnswer<'UnitTrend'>) =>
  points.map(({ on, rows }) => ({
    on,
    overdue: sum(rows, ({ overdue }) => overdue),
    violations: sum(rows, ({ violation }) => violation),
  }));
