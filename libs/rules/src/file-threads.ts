/** The red threads of a file's cases on a day, in words: for the file page and for replay. */
import {
  decisionContentOn,
  OUTCOMES,
  shape,
  type CaseId,
  type Configuration,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Shaped,
  type Text,
  type Thing,
} from '@rt/domain';
import { nodesOn, threadsOf, upTo, type NodeFacts, type ThreadOf } from './case-thread';
import type { Finding } from './rule';
import { NODE_STATE_WORDS, NODE_STATES, THREAD_STEPS, threadCode, type ThreadCode } from './thread-states';

const ids = () => shape.listOf(shape.uuid<EventId>());

const threadNode = shape.fields({
  step: shape.oneOf(THREAD_STEPS),
  state: shape.oneOf(NODE_STATES),
  words: shape.described(shape.inBoth(), 'The state in words'),
  title: shape.described(shape.inBoth(), 'What was done, or the name of the step'),
  on: shape.described(shape.orNull(shape.day()), 'The day on which the step was taken, for the last time'),
  due: shape.described(shape.orNull(shape.day()), 'The last day for taking it, or for taking it anew'),
  takenBy: shape.described(ids(), 'The entries that took the step'),
  entries: shape.described(ids(), 'All entries about it, in order of occurrence'),
  referredToBy: shape.described(ids(), 'The entries of the case that name it'),
  findings: shape.described(shape.listOf(shape.text()), 'The ids of what the rules found about it'),
  notesAfter: shape.described(ids(), 'Journal notes of the case from this step on to the next'),
  contactsAfter: shape.described(ids(), 'Contacts of the case from this step on to the next'),
});

/** The thread of one case. */
export const caseThread = shape.fields({
  caseId: shape.uuid<CaseId>(),
  states: shape.described(
    shape.text<ThreadCode>(),
    'The seven states as letters: done d, flawed f, broken b, expected e, does not apply n',
  ),
  nodes: shape.listOf(threadNode),
});
export type CaseThread = Shaped<typeof caseThread>;

type Event = Recorded<PersonalFileEvent>;

/** The threads of all cases of a file. @param findings what the rules find in the file */
export const fileThreads = (
  file: PersonalFile,
  findings: readonly Finding[],
  configuration: Configuration,
  day: LocalDate,
): readonly CaseThread[] => threadsOf(file, findings, configuration).map((of) => threadOfCase(of, day));

const threadOfCase = (of: ThreadOf, day: LocalDate): CaseThread => {
  const nodes = nodesOn(of, day);
  const beside = besideThread(of, nodes, day);
  return {
    caseId: of.theCase.id,
    states: threadCode(nodes.map(({ state }) => state)),
    nodes: nodes.map((node, index) => ({
      step: node.step,
      state: node.state,
      words: NODE_STATE_WORDS[node.state],
      title: titleOfNode(of, node, day),
      on: node.takenBy.at(-1)?.occurredOn ?? null,
      due: node.due ?? null,
      takenBy: idsOf(node.takenBy),
      entries: idsOf(
        upTo(
          day,
          node.things.flatMap((thing) => [thing.created, ...thing.allSince()]),
        ),
      ),
      referredToBy: idsOf(upTo(day, namersOfNode(node))),
      findings: node.findings.map(({ id }) => id),
      notesAfter: idsOf(
        beside
          .filter((one) => one.after === index && one.event.type === 'NoteWritten')
          .map(({ event }) => event),
      ),
      contactsAfter: idsOf(
        beside
          .filter((one) => one.after === index && one.event.type === 'ContactMade')
          .map(({ event }) => event),
      ),
    })),
  };
};

const idsOf = (events: readonly Event[]): readonly EventId[] => events.map(({ id }) => id);

/** The notes and contacts of a case, each with the place of the step that was taken last before it; before all steps: with the first. */
const besideThread = (
  { file, theCase }: ThreadOf,
  nodes: readonly NodeFacts[],
  day: LocalDate,
): readonly { readonly event: Event; readonly after: number }[] => {
  const takenOn = nodes.map(({ takenBy }) => takenBy.at(-1)?.occurredOn);
  return upTo(day, file.events('NoteWritten', 'ContactMade') as readonly Event[])
    .filter(({ caseId }) => caseId === theCase.id)
    .map((event) => ({
      event,
      after: Math.max(
        0,
        takenOn.findLastIndex((taken) => taken !== undefined && taken <= event.occurredOn),
      ),
    }));
};

const NAMED_BY = ['investigation', 'decision', 'order', 'plan', 'execution', 'followUp', 'appeal'] as const;

const namersOfNode = ({ things }: NodeFacts): readonly Event[] =>
  NAMED_BY.flatMap((kind) =>
    things.flatMap((thing) =>
      (thing as unknown as Thing<'order'>).linked(kind).map(({ created }) => created as Event),
    ),
  );

const STEP_NAMES = {
  application: { sv: 'Ansökan', en: 'Application' },
  investigation: { sv: 'Utredning', en: 'Investigation' },
  decision: { sv: 'Beslut', en: 'Decision' },
  order: { sv: 'Beställning', en: 'Order' },
  plan: { sv: 'Genomförandeplan', en: 'Implementation plan' },
  execution: { sv: 'Utförande', en: 'Performance' },
  'follow-up': { sv: 'Uppföljning', en: 'Follow-up' },
} as const satisfies Readonly<Record<(typeof THREAD_STEPS)[number], Text>>;

const titleOfNode = (of: ThreadOf, node: NodeFacts, day: LocalDate): Text => {
  const { step, takenBy, things } = node;
  const last = takenBy.at(-1);
  switch (step) {
    case 'application':
      if (last?.type === 'InformationReceived') return { sv: 'Uppgift mottagen', en: 'Information received' };
      return last?.type === 'ApplicationReceived' && last.data.law.statute === LSS
        ? { sv: 'Begäran enligt LSS', en: 'Request under LSS' }
        : STEP_NAMES.application;
    case 'investigation':
      if (last) return { sv: 'Utredning klar', en: 'Investigation completed' };
      return things.length > 0
        ? { sv: 'Utredning pågår', en: 'Investigation under way' }
        : STEP_NAMES.investigation;
    case 'decision':
      return last?.type === 'DecisionMade'
        ? titleOfDecision(of, last.data.decisionId, day)
        : STEP_NAMES.decision;
    case 'order':
      if (takenBy.length > 1)
        return { sv: `${takenBy.length} beställningar skickade`, en: `${takenBy.length} orders sent` };
      return last ? { sv: 'Beställning skickad', en: 'Order sent' } : STEP_NAMES.order;
    case 'plan':
      return titleOfPlan(node, day);
    case 'execution':
      return titleOfExecution(node, day);
    case 'follow-up':
      return STEP_NAMES['follow-up'];
  }
};

const LSS = '1993:387';

const titleOfDecision = ({ file }: ThreadOf, decisionId: Thing<'decision'>['id'], day: LocalDate): Text => {
  const decision = file.get('decision', decisionId);
  if (decision === undefined) return STEP_NAMES.decision;
  const { sv, en } = OUTCOMES.labels[decisionContentOn(decision, day).outcome];
  return { sv: `Beslut: ${sv.toLowerCase()}`, en: `Decision: ${en.toLowerCase()}` };
};

const titleOfPlan = ({ takenBy, things }: NodeFacts, day: LocalDate): Text => {
  const last = takenBy.at(-1);
  if (last === undefined)
    return things.length > 0 ? { sv: 'Planen returnerad', en: 'Plan returned' } : STEP_NAMES.plan;
  const later = things.find(({ created }) => created === last)?.allSince() ?? [];
  return upTo(day, later).some(({ type }) => type === 'PlanApproved')
    ? { sv: 'Plan godkänd', en: 'Plan approved' }
    : { sv: 'Plan mottagen', en: 'Plan received' };
};

const titleOfExecution = ({ takenBy, things }: NodeFacts, day: LocalDate): Text => {
  if (takenBy.length === 0) return STEP_NAMES.execution;
  const last = upTo(day, things.at(-1)?.allSince() ?? []).findLast(
    ({ type }) => type === 'ExecutionEnded' || type === 'ExecutionInterrupted' || type === 'ExecutionResumed',
  )?.type;
  if (last === 'ExecutionEnded') return { sv: 'Utförandet avslutat', en: 'Performance ended' };
  return last === 'ExecutionInterrupted'
    ? { sv: 'Utförandet avbrutet', en: 'Performance interrupted' }
    : { sv: 'Utförs sedan', en: 'Performed since' };
};
