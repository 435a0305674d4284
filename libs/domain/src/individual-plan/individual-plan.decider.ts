import { accept, refuse, type Deciders } from '../decider';
import type { IndividualPlanEvent } from './individual-plan.events';

export const individualPlanDeciders: Deciders<IndividualPlanEvent> = {
  /** It may only answer a request for an individual plan. A request to a provider is another kind of request. */
  IndividualPlanMade: ({ data }, { file }) =>
    data.requestId === null || file.get('request', data.requestId)?.created.type === 'IndividualPlanRequested'
      ? accept
      : refuse('UNKNOWN_ID', 'data.requestId'),
};
