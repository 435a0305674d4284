import { endNotBeforeStart } from '../checks';
import type { Command, Deciders, Situation, Verdict } from '../decider';
import type { ExecutionEvent } from './execution.events';

export const executionDeciders: Deciders<ExecutionEvent> = {
  ExecutionInterrupted: (command, situation) => onceStarted(command, situation),
  ExecutionResumed: (command, situation) => onceStarted(command, situation),
  ExecutionEnded: (command, situation) => onceStarted(command, situation),
  ExecutionPostponedByPerson: ({ data, occurredOn }) =>
    endNotBeforeStart(occurredOn, data.until, 'data.until'),
  DeviationHandled: ({ data, occurredOn }, { file }) =>
    endNotBeforeStart(file.get('deviation', data.deviationId)?.created.occurredOn, occurredOn, 'occurredOn'),
  PerformerEnded: ({ data, occurredOn }, { file }) =>
    endNotBeforeStart(file.get('performer', data.performerId)?.created.occurredOn, occurredOn, 'occurredOn'),
  /** An answer may not be dated before its question. */
  RelativeEmploymentAnswered: ({ data, occurredOn }, { file }) =>
    endNotBeforeStart(file.get('question', data.questionId)?.created.occurredOn, occurredOn, 'occurredOn'),
};

/** An execution cannot be interrupted, resumed or ended before its start. */
const onceStarted = (
  { data, occurredOn }: Command<'ExecutionInterrupted' | 'ExecutionResumed' | 'ExecutionEnded'>,
  { file }: Situation,
): Verdict =>
  endNotBeforeStart(file.get('execution', data.executionId)?.created.occurredOn, occurredOn, 'occurredOn');
