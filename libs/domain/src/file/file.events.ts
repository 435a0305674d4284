import { FORMATS, SEXES, identity } from '../codes';
import {
  about,
  code,
  day,
  directoryId,
  event,
  type EventIn,
  type EventsIn,
  flag,
  longText,
  optional,
  orNone,
  part,
  parts,
  type Payload,
  refersTo,
  refersToSome,
  shortText,
  step,
  whole,
} from '../declare';

export const personFields = {
  name: shortText('Name', 'Name'),
  identity: identity('Identity', 'Identity'),
  sex: code(SEXES, 'Sex', 'Sex'),
  protectedIdentity: flag('Protected identity', 'Protected identity'),
};
export type Person = Payload<typeof personFields>;

const minorChild = {
  birthYear: whole(1900, 2200, 'Birth year', 'Birth year'),
  partyId: orNone(refersTo('party')),
};
export type MinorChild = Payload<typeof minorChild>;

export const fileStep = step({
  title: { sv: 'Personakt', en: 'Personal file' },
  permission: 'file.record',
  case: 'optional',
  events: {
    PersonalFileOpened: event({
      title: { sv: 'Personakt öppnad', en: 'Personal file opened' },
      permission: 'file.open',
      fields: {
        boardId: directoryId('board', 'Board', 'Board'),
        person: part(personFields, 'Person', 'Person'),
      },
    }),
    PersonDetailsChanged: event({
      title: { sv: 'Personuppgifter ändrade', en: 'Personal details changed' },
      whileClosed: true,
      fields: {
        person: part(personFields, 'Person', 'Person'),
      },
    }),
    HouseholdRecorded: event({
      title: { sv: 'Hushåll antecknat', en: 'Household recorded' },
      whileClosed: true,
      fields: {
        from: day('From', 'From'),
        cohabits: refersToSome('party', 'Cohabits', 'Cohabits'),
        minorChildren: parts(minorChild, 'Minor children', 'Minor children'),
      },
    }),
    NoteWritten: event({
      title: { sv: 'Journalanteckning', en: 'Journal note written' },
      whileClosed: true,
      ownKey: true,
      fields: {
        text: longText('Text', 'Text'),
      },
    }),
    CorrectionClaimNoted: event({
      title: {
        sv: 'Påstådd oriktig uppgift (SoL 14:6, LSS 21 b §)',
        en: 'Claim of an incorrect entry noted',
      },
      whileClosed: true,
      fields: {
        claim: longText('Claim', 'Claim'),
      },
    }),
    FormatNeedRecorded: event({
      title: { sv: 'Behov av anpassat format antecknat', en: 'Need of another format recorded' },
      whileClosed: true,
      fields: {
        format: code(FORMATS, 'Format', 'Format'),
        note: optional(shortText('Note', 'Note')),
      },
    }),
    LongTermPlanRecorded: event({
      title: { sv: 'Långsiktig planering antecknad', en: 'Long-term planning recorded' },
      fields: {
        text: longText('Text', 'Text'),
      },
    }),
    RelativeSupportInformed: event({
      title: {
        sv: 'Information om anhörigstöd given (SoL 13:9)',
        en: 'Relative informed of support to relatives',
      },
      fields: {
        partyId: about('party'),
      },
    }),
  },
});

export type FileEvent = EventsIn<typeof fileStep>;
export type HouseholdRecorded = EventIn<typeof fileStep, 'HouseholdRecorded'>;
