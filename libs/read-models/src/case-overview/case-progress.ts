import {
  closedOn,
  decisionContentOn,
  decisionMarks,
  END_OF_TIME,
  isApproval,
  lastDayAmong,
  lastDayOf,
  latest,
  roundOf,
  thingsOfCase,
  thingsUpTo,
  type CaseRound,
  type CaseThings,
  type LocalDate,
  type Outcome,
  type PersonalFile,
  type Step,
  type Thing,
} from '@rt/domain';
import type { RowHolder } from '../holders/row-holders';
import type { CaseRow, CaseState } from './case-overview.table';

type Progress = Omit<CaseRow, 'fileId' | 'caseId' | 'measure' | keyof RowHolder>;
type Reached = readonly [state: CaseState, on: LocalDate | undefined];

/** The step that is expected after each state. After a rejection it is the closing of the case; after a follow-up, the next follow-up. */
const NEXT: Readonly<Record<CaseState, Step | null>> = {
  opened: 'application',
  applied: 'investigation',
  investigating: 'investigation',
  investigated: 'decision',
  decided: 'order',
  ordered: 'plan',
  planned: 'execution',
  running: 'follow-up',
  followedUp: 'follow-up',
  ended: 'case',
  closed: null,
};

/** The state of a case according to all that is recorded, and the days of its steps. */
export const progressOf = (file: PersonalFile, theCase: Thing<'case'>): Progress => {
  const things = thingsUpTo(thingsOfCase(file, theCase), END_OF_TIME);
  const { state, on, outcome, decision } = stateOf(theCase, things);
  const marks = decision && decisionMarks(decision);
  return {
    state,
    stateOn: on,
    nextStep: state === 'decided' && outcome !== null && !isApproval(outcome) ? 'case' : NEXT[state],
    outcome,
    decisionCorrectedOn: marks?.correctedAfterService?.on ?? null,
    decisionByCourt: marks?.byCourt?.on ?? null,
    openedOn: theCase.created.occurredOn,
    applicationOn: lastDayOf(things.applications) ?? null,
    investigationOn: lastDayOf(things.investigations) ?? null,
    decisionOn: lastDayOf(things.decisions) ?? null,
    orderOn: lastDayOf(things.orders) ?? null,
    planOn: lastDayOf(things.plans) ?? null,
    startedOn: lastDayOf(things.executions) ?? null,
    lastFollowUpOn: lastDayOf(things.followUps) ?? null,
    closedOn: closedOn(theCase) ?? null,
  };
};

/**
 * The furthest state that was reached since the last application. Things that are older, or that refer to an older decision, belong to the previous
 * round and do not count.
 */
const stateOf = (
  theCase: Thing<'case'>,
  things: CaseThings,
): {
  readonly state: CaseState;
  readonly on: LocalDate;
  readonly outcome: Outcome | null;
  readonly decision: Thing<'decision'> | undefined;
} => {
  const opened = theCase.created.occurredOn;
  const { applications, investigations, decision, ...rest } = roundOf(things);
  const closed = closedOn(theCase);
  const reached: readonly Reached[] = [
    ['opened', opened],
    ['applied', lastDayOf(applications)],
    ['investigating', lastDayOf(investigations)],
    ['investigated', lastDayAmong(investigations.flatMap((one) => one.since('InvestigationCompleted')))],
    ['decided', decision?.created.occurredOn],
    ...statesAfterDecision(rest),
    ['closed', closed],
  ];
  const [state, on = opened] = reached.findLast(([, day]) => day !== undefined) as Reached;
  return {
    state,
    on: latest(opened, on),
    outcome: decision ? decisionContentOn(decision, END_OF_TIME).outcome : null,
    decision,
  };
};

/** The states reached by what came after the decision. */
const statesAfterDecision = ({
  orders,
  plans,
  executions,
  followUps,
}: Pick<CaseRound, 'orders' | 'plans' | 'executions' | 'followUps'>): readonly Reached[] => [
  ['ordered', lastDayOf(orders)],
  ['planned', lastDayOf(plans)],
  ['running', lastDayOf(executions)],
  ['followedUp', lastDayOf(followUps)],
  ['ended', endedOn(executions)],
];

/** The day on which the last execution ended; undefined while one is running. */
const endedOn = (executions: readonly Thing<'execution'>[]): LocalDate | undefined => {
  const running = executions.some((execution) => execution.since('ExecutionEnded').length === 0);
  return running ? undefined : lastDayAmong(executions.flatMap((one) => one.since('ExecutionEnded')));
};
