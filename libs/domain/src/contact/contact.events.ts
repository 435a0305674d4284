import { CHANNELS, law, SUBJECTS } from '../codes';
import {
  about,
  code,
  codeList,
  codes,
  creates,
  event,
  flag,
  longText,
  optional,
  orNone,
  part,
  refersTo,
  step,
  text,
  type EventIn,
  type EventsIn,
  type Payload,
} from '../declare';

export const DIRECTIONS = codeList({
  out: ['Vi tog kontakt', 'We made contact'],
  in: ['De tog kontakt', 'They did'],
});

/** Why the contact was lawful: a consent, or a section of law with the reason it applied. */
const contactGround = {
  consentId: optional(refersTo('consent')),
  law: optional(law()),
  reason: optional(text('Varför lagrummet är tillämpligt', 'Why the section applied')),
};
export type ContactGround = Payload<typeof contactGround>;

const ground = () =>
  part(contactGround, 'Grund', 'Ground', {
    oneOf: [['consentId'], ['law', 'reason']],
    help: ['Ett medgivande, eller ett lagrum med skälet', 'A consent, or a section of law with the reason'],
  });

export const contactStep = step({
  title: { sv: 'Kontakt', en: 'Contact' },
  permission: 'contact.record',
  case: 'optional',
  events: {
    // With a relative or somebody else than the person. A contact without a ground happened: it is recorded, and the rules speak.
    ContactMade: event({
      title: { sv: 'Kontakt tagen', en: 'Contact made' },
      fields: {
        contactId: creates('contact'),
        partyId: refersTo('party', 'Med vem', 'With whom'),
        direction: code(DIRECTIONS, 'Riktning', 'Direction'),
        channel: code(CHANNELS, 'Kontaktsätt', 'Channel'),
        subjects: codes(SUBJECTS, 'Om vad', 'About what'),
        purpose: text('Syfte', 'Purpose'),
        disclosed: flag('Uppgifter lämnades ut', 'Something was disclosed', {
          help: ['Om något om den enskilde berättades', 'Whether anything about the person was told'],
        }),
        ground: orNone(ground()),
        text: optional(longText('Anteckning', 'Note')),
      },
    }),
    // Explains, never hides.
    ContactGroundRecorded: event({
      title: { sv: 'Grund för kontakt antecknad i efterhand', en: 'Ground of a contact recorded afterwards' },
      whileClosed: true,
      fields: { contactId: about('contact'), ground: ground() },
    }),
  },
});

export type ContactEvent = EventsIn<typeof contactStep>;
export type ContactMade = EventIn<typeof contactStep, 'ContactMade'>;
