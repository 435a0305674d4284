import { accept, refuse, type Deciders } from '../decider';
import type { ApplicationEvent } from './application.events';

export const applicationDeciders: Deciders<ApplicationEvent> = {
  /** One applicant: the person, a representative or a party. The file may know no more of a representative or party (`null`). */
  ApplicationReceived: ({ data: { applicant } }) => {
    const { kind, representativeId, partyId } = applicant;
    return (representativeId !== null && kind !== 'representative') || (partyId !== null && kind !== 'party')
      ? refuse('EXACTLY_ONE', 'data.applicant')
      : accept;
  },
};
