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
  /** On the day of such an answer nobody had asked yet. */
  RelativeEmploymentAnswered: ({ data, occurredOn }, { file }) =>
    endNotBeforeStart(file.get('question', data.questionId)?.created.occurredOn, occurredOn, 'occurredOn'),
};

/** What had not started cannot be broken off, go on or end. */
const onceStarted = (
  { data, occurredOn }: Command<'ExecutionInterrupted' | 'ExecutionResumed' | 'ExecutionEnded'>,
  { file }: Situation,
): Verdict =>
  endNotBeforeStart(file.get('execution', data.executionId)?.created.occurredOn, occurredOn, 'occurredOn');
