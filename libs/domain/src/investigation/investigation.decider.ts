import { accept, refuse, type Deciders } from '../decider';
import type { InvestigationEvent } from './investigation.events';

export const investigationDeciders: Deciders<InvestigationEvent> = {
  /** Communicated in some way, or exempt for a reason. */
  CommunicationSent: ({ data: { answerBy, channel, exemption } }) =>
    exemption !== undefined && (channel !== undefined || answerBy !== undefined)
      ? refuse('EXACTLY_ONE', 'data.exemption')
      : accept,
};
