import type { LocalDate } from '../calendar';
import type { Thread } from '../thread';
import type { Party } from './party.events';

/** The party as described on a day. A party is named, it does not happen: its first description holds for earlier days too. */
export const partyOn = (party: Thread<'party'>, day: LocalDate): Party =>
  (party.later('PartyChanged').findLast((change) => change.occurredOn <= day) ?? party.begun).data;
