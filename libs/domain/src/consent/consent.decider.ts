import { endNotBeforeStart } from '../checks';
import type { Deciders } from '../decider';
import type { ConsentEvent } from './consent.events';

export const consentDeciders: Deciders<ConsentEvent> = {
  ConsentRenewed: ({ data }, { file }) =>
    endNotBeforeStart(
      file.get('consent', data.consentId)?.created.data.validFrom,
      data.validTo,
      'data.validTo',
    ),
};
