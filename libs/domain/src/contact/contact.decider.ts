import { accept, refuse, type Deciders } from '../decider';
import type { ContactEvent } from './contact.events';

export const contactDeciders: Deciders<ContactEvent> = {
  ContactMade: ({ data: { withPerson, partyIds } }) =>
    withPerson || partyIds.length > 0 ? accept : refuse('AT_LEAST_ONE', 'data.partyIds'),
};
