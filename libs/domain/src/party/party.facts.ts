import type { LocalDate } from '../calendar';
import { lastBy } from '../occurrence';
import type { Thing } from '../thing';
import type { Party } from './party.events';

/** The details of the party on a day. The first description also applies to earlier days, because a party does not begin on the day it is recorded. */
export const partyOn = (party: Thing<'party'>, day: LocalDate): Party =>
  (lastBy(party.since('PartyChanged'), day) ?? party.created).data;
