import { endNotBeforeStart } from '../checks';
import { refuse, type Deciders } from '../decider';
import type { FollowUpEvent } from './follow-up.events';

export const followUpDeciders: Deciders<FollowUpEvent> = {
  /** It must answer a request to the provider. A request for an individual plan is another kind of request. */
  ProviderDataReceived: ({ data, occurredOn }, { file }) => {
    const asked = file.get('request', data.requestId)?.created;
    return asked?.type === 'ProviderDataRequested'
      ? endNotBeforeStart(asked.occurredOn, occurredOn, 'occurredOn')
      : refuse('UNKNOWN_ID', 'data.requestId');
  },
};
