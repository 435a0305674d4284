import { CHANNELS, law, SUBJECTS } from '../codes';
import * as f from '../declare';
import type { PartyId } from '../ids';

export const DIRECTIONS = f.codeList({
  out: ['Handläggaren tog kontakt', 'The case worker made contact'],
  in: ['De tog kontakt', 'They made contact'],
});

/** Why the contact was lawful: a consent, or a section of law with the reason why it applied. */
const contactGround = {
  consentId: f.optional(f.refersTo('consent')),
  law: f.optional(law()),
  reason: f.optional(
    f.text('Varför lagrummet är tillämpligt', 'Why the section applies', {
      help: ['Anges tillsammans med lagrummet', 'Given together with the section'],
    }),
  ),
};
export type ContactGround = f.Payload<typeof contactGround>;

const ground = (...help: readonly [sv: string, en: string]) =>
  f.part(contactGround, 'Grund för kontakten', 'Ground for the contact', {
    oneOf: [['consentId'], ['law', 'reason']],
    help,
  });

export const contactStep = f.step({
  title: { sv: 'Kontakt', en: 'Contact' },
  permission: 'contact.record',
  case: 'optional',
  events: {
    // A contact with the person, with parties, or with both. A contact without a ground is recorded too, because it happened; the rules report it.
    ContactMade: f.event({
      title: { sv: 'Kontakt tagen', en: 'Contact made' },
      // Version 1 had exactly one party, and could not say whether the person took part.
      upcasters: [
        (data) => {
          const { partyId, ...rest } = data as { readonly partyId: PartyId };
          return { ...rest, withPerson: false, partyIds: [partyId] };
        },
      ],
      fields: {
        contactId: f.creates('contact'),
        withPerson: f.flag('Den enskilde var med', 'The person took part', {
          help: ['Ett samtal, ett möte eller ett hembesök', 'A call, a meeting or a home visit'],
        }),
        partyIds: f.refersToSome('party', 'Andra som var med', 'Others who took part', {
          help: ['Tomt: bara den enskilde', 'Empty: the person alone'],
        }),
        direction: f.code(DIRECTIONS, 'Vem som tog kontakt', 'Who made contact'),
        channel: f.code(CHANNELS, 'Kontaktsätt', 'Way of contact'),
        subjects: f.codes(SUBJECTS, 'Om vad', 'About what', {
          help: [
            'Medgivandet ska täcka allt som kontakten gällde',
            'The consent is to cover all that it was about',
          ],
        }),
        purpose: f.text('Syfte', 'Purpose'),
        disclosed: f.flag('Uppgifter lämnades ut', 'Something was disclosed', {
          help: ['Om något om den enskilde berättades', 'Whether anything about the person was told'],
        }),
        ground: f.orNone(
          ground(
            'Medgivande, eller lagrum med skäl; tomt: ingen grund',
            'A consent, or a section with the reason; empty: none',
          ),
        ),
        text: f.optional(f.longText('Anteckning', 'Note')),
      },
    }),
    // A ground that is recorded afterwards explains the contact, but does not hide the gap.
    ContactGroundRecorded: f.event({
      title: { sv: 'Grund för kontakt antecknad i efterhand', en: 'Ground of a contact recorded afterwards' },
      whileClosed: true,
      fields: {
        contactId: f.about('contact'),
        ground: ground(
          'Förklarar kontakten; bristen försvinner inte',
          'Explains the contact; the gap does not go away',
        ),
      },
    }),
  },
});

export type ContactMade = f.EventIn<typeof contactStep, 'ContactMade'>;
export type ContactEvent = f.EventsIn<typeof contactStep>;
