import { endNotBeforeStart } from '../checks';
import { accept, refuse, type Deciders } from '../decider';
import type { GapEvent } from './gap.events';
import { findingIdNow } from './rule-ids';

export const gapDeciders: Deciders<GapEvent> = {
  /** A judgement is about a thing of the file. Which rules there are, the write side knows. */
  JudgementRecorded: ({ data: { subject } }, { existing }) =>
    existing.has(subject) ? accept : refuse('UNKNOWN_ID', 'data.subject'),
  GapAcknowledgementWithdrawn: ({ data, occurredOn }, { file }) => {
    const given = file
      .events('GapAcknowledged')
      .find(({ data: { obligationId } }) => findingIdNow(obligationId) === findingIdNow(data.obligationId));
    return given
      ? endNotBeforeStart(given.occurredOn, occurredOn, 'occurredOn')
      : refuse('UNKNOWN_ID', 'data.obligationId');
  },
};
