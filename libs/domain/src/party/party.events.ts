import {
  about,
  code,
  codeList,
  creates,
  event,
  type EventsIn,
  flag,
  optional,
  type Payload,
  shortText,
  step,
} from '../declare';

export const PARTY_KINDS = codeList({
  relative: ['Relative', 'Relative'],
  professional: ['Professional', 'Professional'],
  authority: ['Authority', 'Authority'],
  provider: ['Provider', 'Provider'],
  other: ['Other', 'Other'],
});
export const RELATIONS = codeList({
  spouse: ['Spouse', 'Spouse'],
  partner: ['Partner', 'Partner'],
  parent: ['Parent', 'Parent'],
  child: ['Child', 'Child'],
  sibling: ['Sibling', 'Sibling'],
  spouseOfClose: ['Spouse of close', 'Spouse of close'],
  partnerOfClose: ['Partner of close', 'Partner of close'],
  childOfClose: ['Child of close', 'Child of close'],
  otherRelative: ['Other relative', 'Other relative'],
  none: ['None', 'None'],
});
export type PartyKind = (typeof PARTY_KINDS)[number];
export type Relation = (typeof RELATIONS)[number];

const party = {
  kind: code(PARTY_KINDS, 'Kind', 'Kind'),
  name: shortText('Name', 'Name'),
  relation: code(RELATIONS, 'Relation', 'Relation'),
  organisation: optional(shortText('Organisation', 'Organisation')),
  helps: flag('Helps', 'Helps'),
};
export type Party = Payload<typeof party>;

export const partyStep = step({
  title: { sv: 'Person i akten', en: 'Party' },
  permission: 'party.record',
  case: 'optional',
  events: {
    PartyRecorded: event({
      title: { sv: 'Part antecknad', en: 'Party recorded' },
      whileClosed: true,
      fields: {
        partyId: creates('party'),
        ...party,
      },
    }),
    PartyChanged: event({
      title: { sv: 'Part ändrad', en: 'Party changed' },
      whileClosed: true,
      fields: {
        partyId: about('party'),
        ...party,
      },
    }),
  },
});

export type PartyEvent = EventsIn<typeof partyStep>;
