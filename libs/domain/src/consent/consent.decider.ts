import { inOrder } from '../checks';
import type { Deciders } from '../decider';
import type { ConsentEvent } from './consent.events';

export const consentDeciders: Deciders<ConsentEvent> = {
  ConsentRenewed: ({ data }, { file }) =>
    inOrder(file.get('consent', data.consentId)?.begun.data.validFrom, data.validTo, 'data.validTo'),
};
