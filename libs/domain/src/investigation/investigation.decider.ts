import { accept, refuse, type Deciders } from '../decider';
import type { InvestigationEvent } from './investigation.events';

export const investigationDeciders: Deciders<InvestigationEvent> = {
  /** Either it was communicated, or it was exempt for a reason, but not both. */
  CommunicationSent: ({ data: { answerBy, channel, exemption } }) =>
    exemption !== undefined && (channel !== undefined || answerBy !== undefined)
      ? refuse('EXACTLY_ONE', 'data.exemption')
      : accept,
};
