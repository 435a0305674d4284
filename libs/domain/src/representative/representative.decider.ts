import { earliest } from '../calendar';
import { endNotBeforeStart } from '../checks';
import type { Deciders } from '../decider';
import type { RepresentativeEvent } from './representative.events';

export const representativeDeciders: Deciders<RepresentativeEvent> = {
  /** That it ended may be learnt before the municipality was ever told of it: its own start is what counts. */
  RepresentativeEnded: ({ data, occurredOn }, { file }) => {
    const created = file.get('representative', data.representativeId)?.created;
    return endNotBeforeStart(
      created && earliest(created.occurredOn, created.data.validFrom),
      occurredOn,
      'occurredOn',
    );
  },
};
