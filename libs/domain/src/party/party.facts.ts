import type { LocalDate } from '../calendar';
import { lastBy } from '../occurrence';
import type { Thing } from '../thing';
import type { Party } from './party.events';

/** The details of the party on a day. The first description also applies to earlier days, because a party does not begin on the day it is recorded. */
export const partyOn = (party: Thing<'party'>, day: LocalDate): Party =>
  (lastBy(party.since('PartyChanged'), day) ?? party.created).data;

/** Whether a party is a relative of the person: recorded as one in the network, or by a family relation, whatever else the party is. */
export const isRelative = ({ kind, relation }: Party): boolean => kind === 'relative' || relation !== 'none';
