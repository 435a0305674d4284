import { earliest } from '../calendar';
import { endNotBeforeStart } from '../checks';
import type { Deciders } from '../decider';
import type { RepresentativeEvent } from './representative.events';

export const representativeDeciders: Deciders<RepresentativeEvent> = {
  /** The end may be before the day of registration, because the representative may have started earlier. It may not be before that start. */
  RepresentativeEnded: ({ data, occurredOn }, { file }) => {
    const created = file.get('representative', data.representativeId)?.created;
    return endNotBeforeStart(
      created && earliest(created.occurredOn, created.data.validFrom),
      occurredOn,
      'occurredOn',
    );
  },
};
