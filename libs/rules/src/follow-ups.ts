/** The follow-ups of what an execution performs, and the end of its chain. */
import {
  latest,
  type FollowUpDocumented,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type Thing,
} from '@rt/domain';
import { firstOf } from './first-of';
import { executionsOfDecision, namedIn, renewalsOf, threadOf } from './thread';

/** A follow-up of a measure, and the day from which it counts. */
export interface FollowUp {
  readonly event: Recorded<FollowUpDocumented>;
  readonly occurredOn: LocalDate;
}

/**
 * The follow-ups of what an execution performs, at most one a day: those about something in its thread, and those of its case that are about
 * nothing more than the case. Of two on one day the lower id counts, whichever was recorded first.
 */
export const followUpsOf = (file: PersonalFile, execution: Thing<'execution'>): readonly FollowUp[] => {
  const events = file.events('FollowUpDocumented');
  if (events.length === 0) return [];
  const thread = threadOf(file, execution);
  return events
    .flatMap((event) => {
      const named = namedIn(file, event);
      const from =
        named.length === 0
          ? event.caseId === execution.created.caseId
            ? event.occurredOn
            : undefined
          : firstOf(named.map((id) => thread.get(id)));
      return from === undefined ? [] : [{ event, occurredOn: latest(from, event.occurredOn) }];
    })
    .filter(({ event }) => event.occurredOn >= execution.created.occurredOn)
    .sort((a, b) => (`${a.occurredOn} ${a.event.id}` < `${b.occurredOn} ${b.event.id}` ? -1 : 1))
    .filter(({ occurredOn }, index, all) => all[index - 1]?.occurredOn !== occurredOn);
};

/** The day from which an execution is no longer followed up: it ended, or the execution of a renewal of its decision began. */
export const executionOverOn = (execution: Thing<'execution'>, file: PersonalFile): LocalDate | undefined => {
  const { decisionId, orderId } = execution.created.data;
  const decision = file.get('decision', decisionId ?? file.get('order', orderId)?.created.data.decisionId);
  return firstOf([
    ...execution.since('ExecutionEnded').map((ended) => ended.occurredOn),
    ...(decision ? renewalsOf(decision) : []).flatMap(({ thing: renewal, from }) =>
      executionsOfDecision(renewal).map((next) => latest(from, next.from)),
    ),
  ]);
};
