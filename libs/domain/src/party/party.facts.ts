import type { LocalDate } from '../calendar';
import { lastBy } from '../occurrence';
import type { Thing } from '../thing';
import type { Party } from './party.events';

/** The party as described on a day. A party is named, it does not happen: its first description holds for earlier days too. */
export const partyOn = (party: Thing<'party'>, day: LocalDate): Party =>
  (lastBy(party.since('PartyChanged'), day) ?? party.created).data;
