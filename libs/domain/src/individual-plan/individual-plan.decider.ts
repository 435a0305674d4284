import { accept, refuse, type Deciders } from '../decider';
import type { IndividualPlanEvent } from './individual-plan.events';

export const individualPlanDeciders: Deciders<IndividualPlanEvent> = {
  /** Answers a request for such a plan; a request to a provider is none. */
  IndividualPlanMade: ({ data }, { file }) =>
    data.requestId === null || file.get('request', data.requestId)?.created.type === 'IndividualPlanRequested'
      ? accept
      : refuse('UNKNOWN_ID', 'data.requestId'),
};
