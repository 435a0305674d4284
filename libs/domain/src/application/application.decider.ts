import { accept, refuse, type Deciders } from '../decider';
import type { ApplicationEvent } from './application.events';

export const applicationDeciders: Deciders<ApplicationEvent> = {
  /** The applicant is one of three: the person, a representative or a party. The id may be null if the file does not know them. */
  ApplicationReceived: ({ data: { applicant } }) => {
    const { kind, representativeId, partyId } = applicant;
    return (representativeId !== null && kind !== 'representative') || (partyId !== null && kind !== 'party')
      ? refuse('EXACTLY_ONE', 'data.applicant')
      : accept;
  },
};
