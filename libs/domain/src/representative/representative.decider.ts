import { earliest } from '../calendar';
import { inOrder } from '../checks';
import type { Deciders } from '../decider';
import type { RepresentativeEvent } from './representative.events';

export const representativeDeciders: Deciders<RepresentativeEvent> = {
  RepresentativeRegistered: ({ data }) => inOrder(data.validFrom, data.validTo, 'data.validTo'),
  /** That it ended may be learnt before the municipality was ever told of it: its own start is what counts. */
  RepresentativeEnded: ({ data, occurredOn }, { file }) => {
    const begun = file.get('representative', data.representativeId)?.begun;
    return inOrder(begun && earliest(begun.occurredOn, begun.data.validFrom), occurredOn, 'occurredOn');
  },
};
