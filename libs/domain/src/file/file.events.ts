import { FORMATS, SEXES, identity } from '../codes';
import * as f from '../declare';

const address = {
  street: f.shortText('Gatuadress', 'Street address'),
  postalCode: f.optional(f.shortText('Postnummer', 'Postal code')),
  place: f.optional(f.shortText('Postort', 'Postal town')),
};

export const personFields = {
  name: f.shortText('Namn', 'Name', { help: ['För- och efternamn', 'First and last name'] }),
  identity: identity('Personnummer', 'Personal number', {
    help: [
      'Samordningsnummer eller födelsedag om personnummer saknas',
      'Coordination number or day of birth where there is none',
    ],
  }),
  sex: f.code(SEXES, 'Kön', 'Sex', { help: ['Så som i folkbokföringen', 'As in the population register'] }),
  protectedIdentity: f.flag('Skyddade personuppgifter', 'Protected identity', {
    help: [
      'Sekretessmarkering eller skyddad folkbokföring; namnet visas bara för den som har akten',
      'Marked secret or protected in the population register; the name is shown to those with the file only',
    ],
  }),
  address: f.optional(f.part(address, 'Adress', 'Address')),
  phone: f.optional(f.shortText('Telefonnummer', 'Phone number')),
  interpreter: f.optional(
    f.shortText('Tolk', 'Interpreter', {
      help: ['Språk, eller teckenspråk; tomt: behövs inte', 'Language, or sign language; empty: not needed'],
    }),
  ),
};
export type Person = f.Payload<typeof personFields>;

const minorChild = {
  birthYear: f.whole(1900, 2200, 'Födelseår', 'Year of birth'),
  partyId: f.orNone(
    f.refersTo('party', 'Barnet i nätverket', 'The child in the network', {
      help: ['Om barnet är antecknat för sig', 'If the child is recorded separately'],
    }),
  ),
};
export const fileStep = f.step({
  title: { sv: 'Personakt', en: 'Personal file' },
  permission: 'file.record',
  case: 'optional',
  events: {
    PersonalFileOpened: f.event({
      title: { sv: 'Personakt öppnad', en: 'Personal file opened' },
      permission: 'file.open',
      fields: {
        boardId: f.directoryId('board', 'Nämnd', 'Board', {
          help: ['Nämnden som ansvarar för akten', 'The board that is responsible for the file'],
        }),
        person: f.part(personFields, 'Den enskilde', 'The person'),
      },
    }),
    // Holds all details of the person as they are from that day.
    PersonDetailsChanged: f.event({
      title: { sv: 'Personuppgifter ändrade', en: 'Personal details changed' },
      day: { sv: 'Dagen uppgifterna började gälla', en: 'The day from which the details hold' },
      whileClosed: true,
      fields: {
        person: f.part(personFields, 'Den enskilde', 'The person', {
          help: ['Alla uppgifter, också de oförändrade', 'All details, the unchanged ones too'],
        }),
      },
    }),
    // Lists who lives with the person from a day until the next such entry.
    HouseholdRecorded: f.event({
      title: { sv: 'Hushåll antecknat', en: 'Household recorded' },
      day: { sv: 'Dagen uppgiften lämnades', en: 'The day on which it was told' },
      whileClosed: true,
      fields: {
        from: f.day('Gäller från och med', 'From', {
          help: ['Till dess att hushållet antecknas på nytt', 'Until the household is recorded again'],
        }),
        cohabits: f.refersToSome('party', 'Bor tillsammans med', 'Lives with', {
          help: ['Tomt: inte med någon vuxen', 'Empty: with no adult'],
        }),
        minorChildren: f.parts(minorChild, 'Minderåriga barn', 'Children under 18', {
          help: [
            'Som bor där helt eller delvis; då krävs barnkonsekvensanalys',
            'Who live there all or part of the time; a child impact analysis is then required',
          ],
        }),
      },
    }),
    NoteWritten: f.event({
      title: { sv: 'Journalanteckning', en: 'Journal note written' },
      day: { sv: 'Dagen det hände som antecknas', en: 'The day on which what is noted happened' },
      whileClosed: true,
      fields: {
        text: f.longText('Anteckning', 'Note', {
          help: [
            'Det väsentliga, tillräckligt och korrekt; inte svar på frågor om våld',
            'What is essential, sufficient and correct; no answers to violence questions',
          ],
        }),
      },
    }),
    // The file holds what came in and where it is kept. It holds no copy of it.
    DocumentReceived: f.event({
      title: { sv: 'Handling mottagen', en: 'Document received' },
      day: { sv: 'Dagen handlingen kom in', en: 'The day on which the document came in' },
      whileClosed: true,
      fields: {
        what: f.shortText('Handling', 'Document', {
          help: ['Till exempel läkarintyg eller registerutdrag', 'Such as a medical certificate'],
        }),
        partyId: f.orNone(
          f.refersTo('party', 'Från vem i akten', 'From whom in the file', {
            help: ['Tomt: den enskilde, eller den som anges nedan', 'Empty: the person, or the sender below'],
          }),
        ),
        sender: f.optional(
          f.shortText('Avsändare utanför akten', 'Sender outside the file', {
            help: ['Den som inte är antecknad i nätverket', 'Somebody who is not recorded in the network'],
          }),
        ),
        dated: f.optional(f.day('Handlingens datum', 'Date of the document')),
        keptAt: f.optional(
          f.shortText('Var handlingen förvaras', 'Where the document is kept', {
            help: ['Till exempel pärm, eller diarienummer', 'Such as a binder, or a registry number'],
          }),
        ),
      },
    }),
    // Ends the duties of all cases of the person. It closes no case.
    DeathRecorded: f.event({
      title: { sv: 'Dödsfall antecknat', en: 'Death recorded' },
      day: { sv: 'Dagen den enskilde avled', en: 'The day on which the person died' },
      whileClosed: true,
      fields: {
        source: f.optional(
          f.shortText('Hur det blev känt', 'How it became known', {
            help: ['Till exempel folkbokföringen', 'Such as the population register'],
          }),
        ),
      },
    }),
    CorrectionClaimNoted: f.event({
      title: {
        sv: 'Påstådd oriktig uppgift (SoL 14:6, LSS 21 b §)',
        en: 'Claim of an incorrect entry noted',
      },
      whileClosed: true,
      fields: {
        claim: f.longText('Vad den enskilde anser vara oriktigt', 'What the person holds to be incorrect', {
          help: ['Vilken uppgift, och vad som skulle stå', 'Which entry, and what it should say'],
        }),
      },
    }),
    FormatNeedRecorded: f.event({
      title: { sv: 'Behov av anpassat format antecknat', en: 'Need of another format recorded' },
      whileClosed: true,
      fields: {
        format: f.code(FORMATS, 'Anpassat format', 'Format needed', {
          help: [
            'Hur det som skrivs till den enskilde ska lämnas',
            'How what is written is to reach the person',
          ],
        }),
        note: f.optional(
          f.shortText('Kommentar', 'Comment', {
            help: ['Till exempel vilket språk', 'Such as which language'],
          }),
        ),
      },
    }),
    LongTermPlanRecorded: f.event({
      title: { sv: 'Långsiktig planering antecknad', en: 'Long-term planning recorded' },
      fields: {
        text: f.longText('Långsiktig planering', 'Long-term planning', {
          help: [
            'Vart insatserna tillsammans ska leda, vad som ska bibehållas, nästa steg',
            'Where the measures lead together, what is to be maintained, the next step',
          ],
        }),
      },
    }),
    RelativeSupportInformed: f.event({
      title: {
        sv: 'Information om anhörigstöd given (SoL 13:9)',
        en: 'Relative informed of support to relatives',
      },
      fields: {
        partyId: f.about('party', 'Anhörig som fick informationen', 'Relative who was informed', {
          help: [
            'Informationen ges återkommande, inte bara en gång',
            'It is given recurrently, not just once',
          ],
        }),
      },
    }),
  },
});

export type FileEvent = f.EventsIn<typeof fileStep>;
export type HouseholdRecorded = f.EventIn<typeof fileStep, 'HouseholdRecorded'>;
