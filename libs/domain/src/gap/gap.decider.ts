import { endNotBeforeStart } from '../checks';
import { refuse, type Deciders } from '../decider';
import type { GapEvent } from './gap.events';
import { findingIdNow } from './rule-ids';

export const gapDeciders: Deciders<GapEvent> = {
  GapAcknowledgementWithdrawn: ({ data, occurredOn }, { file }) => {
    const given = file
      .events('GapAcknowledged')
      .find(({ data: { obligationId } }) => findingIdNow(obligationId) === findingIdNow(data.obligationId));
    return given
      ? endNotBeforeStart(given.occurredOn, occurredOn, 'occurredOn')
      : refuse('UNKNOWN_ID', 'data.obligationId');
  },
};
