import { inOrder } from '../checks';
import type { Command, Deciders, Situation, Verdict } from '../decider';
import type { ExecutionEvent } from './execution.events';

export const executionDeciders: Deciders<ExecutionEvent> = {
  ExecutionInterrupted: (command, situation) => onceStarted(command, situation),
  ExecutionResumed: (command, situation) => onceStarted(command, situation),
  ExecutionEnded: (command, situation) => onceStarted(command, situation),
  ExecutionPostponedByPerson: ({ data, occurredOn }) => inOrder(occurredOn, data.until, 'data.until'),
  DeviationHandled: ({ data, occurredOn }, { file }) =>
    inOrder(file.get('deviation', data.deviationId)?.begun.occurredOn, occurredOn, 'occurredOn'),
  PerformerEnded: ({ data, occurredOn }, { file }) =>
    inOrder(file.get('performer', data.performerId)?.begun.occurredOn, occurredOn, 'occurredOn'),
  /** On the day of such an answer nobody had asked yet. */
  RelativeEmploymentAnswered: ({ data, occurredOn }, { file }) =>
    inOrder(file.get('question', data.questionId)?.begun.occurredOn, occurredOn, 'occurredOn'),
};

/** What had not started cannot be broken off, go on or end. */
const onceStarted = (
  { data, occurredOn }: Command<'ExecutionInterrupted' | 'ExecutionResumed' | 'ExecutionEnded'>,
  { file }: Situation,
): Verdict => inOrder(file.get('execution', data.executionId)?.begun.occurredOn, occurredOn, 'occurredOn');
