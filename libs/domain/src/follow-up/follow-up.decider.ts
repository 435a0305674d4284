import { endNotBeforeStart } from '../checks';
import { refuse, type Deciders } from '../decider';
import type { FollowUpEvent } from './follow-up.events';

export const followUpDeciders: Deciders<FollowUpEvent> = {
  /** Answers a request to the provider; a request for an individual plan is none. */
  ProviderDataReceived: ({ data, occurredOn }, { file }) => {
    const asked = file.get('request', data.requestId)?.created;
    return asked?.type === 'ProviderDataRequested'
      ? endNotBeforeStart(asked.occurredOn, occurredOn, 'occurredOn')
      : refuse('UNKNOWN_ID', 'data.requestId');
  },
};
