import {
  closedOn,
  decisionContentOn,
  decisionMarks,
  END_OF_TIME,
  isApproval,
  latest,
  type LocalDate,
  type Outcome,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Step,
  type Thing,
  type ThingKind,
} from '@rt/domain';
import type { RowHolder } from '../holders/row-holders';
import type { CaseRow, CaseState } from './case-overview.table';

type Progress = Omit<CaseRow, 'fileId' | 'caseId' | 'measure' | keyof RowHolder>;
type Event = Recorded<PersonalFileEvent>;
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
  const things = thingsOf(file, theCase);
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

/** The things that belong to a case, without withdrawn applications and cancelled orders. */
const thingsOf = (file: PersonalFile, theCase: Thing<'case'>) => {
  const every = <K extends ThingKind>(kind: K): readonly Thing<K>[] =>
    file.things(kind).filter(({ created }) => (created as Event).caseId === theCase.id);
  return {
    applications: every('application').filter(
      (application) => application.since('ApplicationWithdrawn').length === 0,
    ),
    investigations: every('investigation'),
    decisions: every('decision'),
    orders: every('order').filter((order) => order.since('OrderCancelled').length === 0),
    plans: every('plan'),
    executions: every('execution'),
    followUps: every('followUp'),
  };
};

type Things = ReturnType<typeof thingsOf>;

/**
 * The furthest state that was reached since the last application. Things that are older, or that refer to an older decision, belong to the previous
 * round and do not count.
 */
const stateOf = (
  theCase: Thing<'case'>,
  things: Things,
): {
  readonly state: CaseState;
  readonly on: LocalDate;
  readonly outcome: Outcome | null;
  readonly decision: Thing<'decision'> | undefined;
} => {
  const opened = theCase.created.occurredOn;
  const appliedOn = lastDayOf(things.applications);
  const since = <K extends ThingKind>(ofKind: readonly Thing<K>[], from = appliedOn) =>
    ofKind.filter(({ created }) => from === undefined || created.occurredOn >= from);
  const investigations = since(things.investigations);
  const decision = last(since(things.decisions));
  const closed = closedOn(theCase);
  const reached: readonly Reached[] = [
    ['opened', opened],
    ['applied', appliedOn],
    ['investigating', lastDayOf(investigations)],
    ['investigated', lastDay(investigations.flatMap((one) => one.since('InvestigationCompleted')))],
    ['decided', decision?.created.occurredOn],
    ...(decision ? afterDecision(things, decision) : appliedOn === undefined ? withoutDecision(things) : []),
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

/** The states reached by things that refer to this decision. A thing that refers to no decision counts if it is not older than this one. */
const afterDecision = (things: Things, decision: Thing<'decision'>): readonly Reached[] => {
  const decidedOn = decision.created.occurredOn;
  const ids = new Set<string>([decision.id]);
  const hanging = <K extends ThingKind>(
    ofKind: readonly Thing<K>[],
    refersTo: (data: Thing<K>['created']['data']) => readonly (string | null)[],
  ): readonly Thing<K>[] => {
    const found = ofKind.filter(({ created }) => {
      const named = refersTo(created.data as never).filter((id) => id !== null);
      return named.length === 0 ? created.occurredOn >= decidedOn : named.some((id) => ids.has(id));
    });
    for (const { id } of found) ids.add(id);
    return found;
  };
  const orders = hanging(things.orders, ({ decisionId }) => [decisionId]);
  const plans = hanging(things.plans, ({ orderId }) => [orderId]);
  const executions = hanging(things.executions, ({ decisionId, orderId }) => [decisionId, orderId]);
  const followUps = hanging(things.followUps, ({ decisionId, orderId, planId }) => [
    decisionId,
    orderId,
    planId,
  ]);
  return steps(orders, plans, executions, followUps);
};

const withoutDecision = ({ orders, plans, executions, followUps }: Things): readonly Reached[] =>
  steps(orders, plans, executions, followUps);

const steps = (
  orders: readonly Thing<'order'>[],
  plans: readonly Thing<'plan'>[],
  executions: readonly Thing<'execution'>[],
  followUps: readonly Thing<'followUp'>[],
): readonly Reached[] => [
  ['ordered', lastDayOf(orders)],
  ['planned', lastDayOf(plans)],
  ['running', lastDayOf(executions)],
  ['followedUp', lastDayOf(followUps)],
  ['ended', endedOn(executions)],
];

/** The day on which the last execution ended; undefined while one is running. */
const endedOn = (executions: readonly Thing<'execution'>[]): LocalDate | undefined => {
  const running = executions.some((execution) => execution.since('ExecutionEnded').length === 0);
  return running ? undefined : lastDay(executions.flatMap((one) => one.since('ExecutionEnded')));
};

const last = <K extends ThingKind>(ofKind: readonly Thing<K>[]): Thing<K> | undefined => ofKind.at(-1);

const lastDayOf = <K extends ThingKind>(ofKind: readonly Thing<K>[]): LocalDate | undefined =>
  lastDay(ofKind.map(({ created }) => created as Event));

const lastDay = (events: readonly Event[]): LocalDate | undefined => {
  const [first, ...others] = events.map(({ occurredOn }) => occurredOn);
  return first && latest(first, ...others);
};
