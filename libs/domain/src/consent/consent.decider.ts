import { all, inOrder } from '../checks';
import { accept, refuse, type Deciders } from '../decider';
import type { ConsentEvent } from './consent.events';

export const consentDeciders: Deciders<ConsentEvent> = {
  ConsentGiven: ({ data }) =>
    all(
      (data.with.partyId === undefined) === (data.with.category === undefined)
        ? refuse('EXACTLY_ONE', 'data.with')
        : accept,
      inOrder(data.validFrom, data.validTo, 'data.validTo'),
    ),
  ConsentRenewed: ({ data, occurredOn }, { file }) => {
    const begun = file.get('consent', data.consentId)?.begun;
    return all(
      inOrder(begun?.occurredOn, occurredOn, 'occurredOn'),
      inOrder(begun?.data.validFrom, data.validTo, 'data.validTo'),
    );
  },
  ConsentWithdrawn: ({ data, occurredOn }, { file }) =>
    inOrder(file.get('consent', data.consentId)?.begun.occurredOn, occurredOn, 'occurredOn'),
};
