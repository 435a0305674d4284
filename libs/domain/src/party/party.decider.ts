import { asItIs } from '../checks';
import type { Deciders } from '../decider';
import type { PartyEvent } from './party.events';

export const partyDeciders: Deciders<PartyEvent> = {
  PartyRecorded: asItIs,
  PartyChanged: asItIs,
};
