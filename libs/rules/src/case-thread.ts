/** The red thread of a case on a day: seven steps with their states, made of what the file says and of what the rules find in it. */
import {
  caseTurns,
  decisionContentOn,
  decisionVersions,
  diedOn,
  earliest,
  isApproval,
  roundOf,
  thingsOfCase,
  thingsUpTo,
  type CaseId,
  type CaseRound,
  type CaseThings,
  type Configuration,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type PersonalFileEventType,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { measureToOrderOn } from './owed-orders';
import { ruleOf } from './register';
import type { Finding, RuleKind, Severity } from './rule';
import { isGapStatus, statusOn } from './status';
import { isThreadStep, THREAD_STEPS, type NodeState, type ThreadStep } from './thread-states';

type Event = Recorded<PersonalFileEvent>;

/** The events that take a step. */
const TAKEN_BY: Readonly<Record<ThreadStep, readonly PersonalFileEventType[]>> = {
  application: ['ApplicationReceived', 'InformationReceived'],
  investigation: ['InvestigationOpened', 'InvestigationCompleted'],
  decision: ['DecisionMade'],
  order: ['OrderSent'],
  plan: ['PlanReceived'],
  execution: ['ExecutionStarted', 'ExecutionResumed'],
  'follow-up': ['FollowUpDocumented'],
};

const SERIOUS: readonly Severity[] = ['critical', 'high'];

/**
 * Whether a finding, when it is a gap, says that its step is lacking: the step has to be taken, or taken anew. A violation was done and cannot be taken
 * anew, and a slight defect of a document leaves the document as it is: they are flaws in a step.
 */
export const breaksThread = ({
  rule: id,
  kind,
  severity,
}: {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
}): boolean => {
  const { step, settledBy } = ruleOf({ rule: id });
  if (!isThreadStep(step) || !TAKEN_BY[step].includes(settledBy[0])) return false;
  return kind === 'deadline' || (kind === 'quality' && SERIOUS.includes(severity));
};

/** What belongs to one step of a case on a day. */
export interface NodeFacts {
  readonly step: ThreadStep;
  readonly state: NodeState;
  /** The entries that took the step, in folding order. */
  readonly takenBy: readonly Event[];
  /** What it is about: applications, investigations, the decision, orders … */
  readonly things: readonly ThreadThing[];
  /** What the rules found about it, by the day. */
  readonly findings: readonly Finding[];
  /** The last day for taking it, or for taking it anew; undefined if none is set. */
  readonly due: LocalDate | undefined;
}

/** A thing of any kind, as the thread reads it. */
export interface ThreadThing {
  readonly id: string;
  readonly created: Event;
  allSince(): readonly Event[];
}

/** The findings of a case that are about steps of its thread, by their step. They do not depend on the day. */
type FindingsByStep = Readonly<Record<ThreadStep, readonly Finding[]>>;

/** What the thread of one case is made of. */
export interface ThreadOf {
  readonly file: PersonalFile;
  readonly theCase: Thing<'case'>;
  readonly things: CaseThings;
  /** What the board was told before anybody applied. */
  readonly told: readonly Thing<'information'>[];
  readonly findings: FindingsByStep;
  readonly configuration: Configuration;
}

/** What the threads of a file's cases are made of, case by case. @param findings what the rules find in the file */
export const threadsOf = (
  file: PersonalFile,
  findings: readonly Finding[],
  configuration: Configuration,
): readonly ThreadOf[] =>
  file.things('case').map((theCase) => ({
    file,
    theCase,
    things: thingsOfCase(file, theCase),
    told: file.things('information').filter(({ created }) => created.caseId === theCase.id),
    findings: findingsByStep(theCase.id, findings),
    configuration,
  }));

const findingsByStep = (caseId: CaseId, findings: readonly Finding[]): FindingsByStep => {
  const byStep: Record<ThreadStep, Finding[]> = {
    application: [],
    investigation: [],
    decision: [],
    order: [],
    plan: [],
    execution: [],
    'follow-up': [],
  };
  for (const finding of findings) {
    if (finding.caseId !== caseId) continue;
    const { step } = ruleOf(finding);
    if (isThreadStep(step)) byStep[step].push(finding);
  }
  return byStep;
};

/** The seven steps of a case on a day, from left to right. */
export const nodesOn = (of: ThreadOf, day: LocalDate): readonly NodeFacts[] => {
  const round = roundOf(thingsUpTo(of.things, day));
  const things = thingsOfNodes(of, round, day);
  const taken = THREAD_STEPS.map((step) => takenBy(step, round, things, day));
  const lastTaken = taken.findLastIndex((events) => events.length > 0);
  const asked = stepsAsked(of, round, day);
  return THREAD_STEPS.map((step, index) => {
    const events = taken[index] as readonly Event[];
    const found = of.findings[step].filter(({ arisesOn }) => arisesOn <= day);
    const { worst, due } = weighed(found, day);
    const isAsked = index > lastTaken && asked.includes(step);
    const untaken = due !== undefined || isAsked ? 'expected' : 'doesNotApply';
    const state = worst ?? (events.length > 0 ? 'done' : untaken);
    return { step, state, takenBy: events, things: things[step], findings: found, due };
  });
};

/** What the findings about a step make of it: the worst of the gaps among them, and the earliest day by which the step has to be taken. */
const weighed = (
  findings: readonly Finding[],
  day: LocalDate,
): { readonly worst: 'broken' | 'flawed' | undefined; readonly due: LocalDate | undefined } => {
  let worst: 'broken' | 'flawed' | undefined;
  let due: LocalDate | undefined;
  for (const finding of findings) {
    const status = statusOn(finding, day);
    if (isGapStatus(status)) worst = worst === 'broken' || breaksThread(finding) ? 'broken' : 'flawed';
    else if (status === 'pending' && breaksThread(finding))
      due = due === undefined ? finding.dueOn : earliest(due, finding.dueOn);
  }
  return { worst, due };
};

/** The steps that are asked for on a day where they are not taken: none of a closed case, none after a rejection. */
const stepsAsked = (of: ThreadOf, round: CaseRound, day: LocalDate): readonly ThreadStep[] => {
  const { decision, executions } = round;
  if (isOver(of, round, day)) return [];
  if (decision && !isApproval(decisionContentOn(decision, day).outcome))
    return THREAD_STEPS.slice(0, THREAD_STEPS.indexOf('order'));
  const hasEnded =
    executions.length > 0 && executions.every((one) => upTo(day, one.since('ExecutionEnded')).length > 0);
  const isOrdered = decision === undefined || grantsAnOrder(decision, of, day);
  return THREAD_STEPS.filter((step) => {
    if (step === 'follow-up') return !hasEnded;
    return isOrdered || (step !== 'order' && step !== 'plan');
  });
};

/** Whether nothing more is asked for: the case is closed, the person has died, or the application was withdrawn before a decision. */
const isOver = (
  { file, theCase, things }: ThreadOf,
  { applications, decision }: CaseRound,
  day: LocalDate,
): boolean => {
  const died = diedOn(file);
  if (died !== undefined && died <= day) return true;
  if (upTo(day, caseTurns(theCase)).at(-1)?.type === 'CaseClosed') return true;
  return (
    applications.length === 0 &&
    decision === undefined &&
    things.applications.some((one) => upTo(day, one.since('ApplicationWithdrawn')).length > 0)
  );
};

/** By the list of measures of the day from which the decision reads as it does. */
const grantsAnOrder = (decision: Thing<'decision'>, { configuration }: ThreadOf, day: LocalDate): boolean => {
  const readsSince = upTo(day, decisionVersions(decision)).at(-1)?.occurredOn ?? decision.created.occurredOn;
  return measureToOrderOn(decision, readsSince, configuration) !== undefined;
};

/** The entries of a list that happened by the end of a day. */
export const upTo = <E extends Event>(day: LocalDate, events: readonly E[]): readonly E[] =>
  events.filter(({ occurredOn }) => occurredOn <= day);

type ThingsByStep = Readonly<Record<ThreadStep, readonly ThreadThing[]>>;

const thingsOfNodes = (
  { told }: ThreadOf,
  { applications, investigations, decision, orders, plans, executions, followUps }: CaseRound,
  day: LocalDate,
): ThingsByStep => ({
  // Where nobody has applied, what the board was told begins the case.
  application:
    applications.length > 0
      ? applications.slice(-1)
      : told.filter(({ created }) => created.occurredOn <= day),
  investigation: investigations,
  decision: decision ? [decision] : [],
  order: orders,
  plan: plans,
  execution: executions,
  'follow-up': followUps,
});

/** The entries that took a step by the end of the day. A plan that was returned is not one, nor an investigation that was only begun. */
const takenBy = (
  step: ThreadStep,
  { investigations, plans }: CaseRound,
  things: ThingsByStep,
  day: LocalDate,
): readonly Event[] => {
  if (step === 'investigation')
    return investigations.flatMap((one) => upTo(day, one.since('InvestigationCompleted')));
  if (step === 'plan')
    return plans
      .filter((plan) => upTo(day, plan.since('PlanReturned')).length === 0)
      .map(({ created }) => created);
  return things[step].map(({ created }) => created);
};
