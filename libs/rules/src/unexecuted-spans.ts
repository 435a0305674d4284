/** The times in which what was granted is not carried out: from the decision until it begins, and from each interruption until it is resumed. */
import {
  latest,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { earliestOf, firstOf } from './first-of';
import { grantedPeriods } from './granted-periods';
import { rejectionsOf } from './order-over';
import { executionsOfDecision } from './thread';

export interface UnexecutedSpan {
  /** The decision, or the interrupted execution. */
  readonly subject: string;
  readonly decision: Thing<'decision'> | undefined;
  readonly trigger: Recorded<PersonalFileEvent>;
  readonly from: LocalDate;
  /** The day of the interruption, where the span begins later because the decision grants again. */
  readonly interruptedOn?: LocalDate;
  /** What carried it out: the beginning of the execution, or its resumption. */
  readonly metBy?: { readonly id: EventId; readonly occurredOn: LocalDate } | undefined;
  /** The day from which nothing is to be carried out any longer. */
  readonly overOn?: LocalDate | undefined;
}

/** From each approval, until an execution of it begins. */
export const beforeExecution = (file: PersonalFile): readonly UnexecutedSpan[] =>
  file.things('decision').flatMap((decision) => {
    const executions = executionsOfDecision(decision).map(({ thing, from }) => ({
      id: thing.created.id,
      occurredOn: from,
      endedOn: thing.since('ExecutionEnded')[0]?.occurredOn,
    }));
    return grantedPeriods(decision).map(({ event, from, to }) => ({
      subject: decision.id,
      decision,
      trigger: event,
      from,
      overOn: to,
      metBy: earliestOf(executions.filter(({ endedOn }) => endedOn === undefined || endedOn >= from)),
    }));
  });

/**
 * From each interruption of an execution, until it is resumed. An interruption of what is interrupted already changes nothing. While the decision
 * is changed into a rejection there is nothing to resume; the time counts anew from the day on which it grants again.
 */
export const duringInterruption = (file: PersonalFile): readonly UnexecutedSpan[] =>
  file.things('execution').flatMap((execution) => {
    const { decisionId, orderId } = execution.created.data;
    const decision = file.get('decision', decisionId ?? file.get('order', orderId)?.created.data.decisionId);
    const spans: UnexecutedSpan[] = [];
    let open: UnexecutedSpan | undefined;
    for (const turn of execution.since('ExecutionInterrupted', 'ExecutionResumed', 'ExecutionEnded')) {
      const day = latest(execution.created.occurredOn, turn.occurredOn);
      if (turn.type === 'ExecutionInterrupted')
        open ??= { subject: execution.id, decision, trigger: turn, from: day };
      else if (open) {
        spans.push(
          turn.type === 'ExecutionEnded'
            ? { ...open, overOn: day }
            : { ...open, metBy: { id: turn.id, occurredOn: day } },
        );
        open = undefined;
      }
    }
    return (open ? [...spans, open] : spans).flatMap(whileGranted);
  });

/** A span without the time in which the decision is changed into a rejection. */
const whileGranted = (span: UnexecutedSpan): readonly UnexecutedSpan[] => {
  const { decision, from, overOn, metBy } = span;
  const rests = (decision ? rejectionsOf(decision) : []).filter(({ to }) => to === undefined || to > from);
  const end = firstOf([overOn, metBy?.occurredOn]);
  return [
    { ...span, overOn: firstOf([overOn, rests[0]?.from]) },
    ...rests.flatMap(({ to, again }, index) =>
      to === undefined || !again || (end !== undefined && end <= to)
        ? []
        : {
            ...span,
            trigger: again,
            from: to,
            interruptedOn: from,
            overOn: firstOf([overOn, rests[index + 1]?.from]),
          },
    ),
  ];
};
