import * as f from '../declare';

export const PARTY_KINDS = f.codeList({
  relative: ['Anhörig', 'Relative'],
  professional: ['Professionell', 'Professional'],
  authority: ['Myndighet', 'Authority'],
  provider: ['Utförare', 'Provider'],
  other: ['Annan', 'Other'],
});
export type PartyKind = (typeof PARTY_KINDS)[number];

/** The statutory list of close persons (närstående), LSS 9 c §: the first five, their spouses and partners, their children. */
export const PARTY_RELATIONS = f.codeList({
  spouse: ['Make eller maka', 'Spouse'],
  partner: ['Sambo', 'Cohabiting partner'],
  parent: ['Förälder', 'Parent'],
  child: ['Barn', 'Child'],
  sibling: ['Syskon', 'Sibling'],
  spouseOfClose: ['Make eller maka till närstående', 'Spouse of a close person'],
  partnerOfClose: ['Sambo till närstående', 'Partner of a close person'],
  childOfClose: ['Barn till närstående', 'Child of a close person'],
  otherRelative: ['Annan släkting', 'Other relative'],
  none: ['Inte släkt', 'Not related'],
});
export type PartyRelation = (typeof PARTY_RELATIONS)[number];

/** A person other than the one the file is about, or an organisation. */
const party = {
  kind: f.code(PARTY_KINDS, 'Roll i nätverket', 'Role in the network', {
    help: ['Avgör vilka medgivanden för en hel grupp som gäller', 'Decides which consents for a group apply'],
  }),
  name: f.shortText('Namn', 'Name', {
    help: [
      'Personens, eller organisationens om ingen viss person',
      'Of the person, or else the organisation',
    ],
  }),
  relation: f.code(PARTY_RELATIONS, 'Släktskap', 'Family relation', {
    help: ['Avgör vem som är närstående (LSS 9 c §)', 'Decides who is a close person (LSS 9 c §)'],
  }),
  organisation: f.optional(
    f.shortText('Arbetsplats eller organisation', 'Workplace or organisation', {
      help: ['Till exempel vårdcentral eller Jobbtorg', 'Such as a health centre or a job centre'],
    }),
  ),
  helps: f.flag('Vårdar eller stödjer den enskilde', 'Cares for or supports the person', {
    help: [
      'En anhörig ska då få information om anhörigstöd',
      'A relative is then told of support to relatives',
    ],
  }),
};
export type Party = f.Payload<typeof party>;

export const partyStep = f.step({
  title: { sv: 'Person i akten', en: 'Party' },
  permission: 'party.record',
  case: 'optional',
  events: {
    // A party does not happen on a day: a replay shows it whatever day is asked for, once it was recorded.
    PartyRecorded: f.event({
      title: { sv: 'Person i nätverket antecknad', en: 'Party recorded' },
      whileClosed: true,
      fields: { partyId: f.creates('party'), ...party },
    }),
    // Holds all details of the party as they are from that day.
    PartyChanged: f.event({
      title: { sv: 'Person i nätverket ändrad', en: 'Party changed' },
      day: { sv: 'Dagen uppgifterna började gälla', en: 'The day from which the details hold' },
      whileClosed: true,
      fields: { partyId: f.about('party'), ...party },
    }),
  },
});
