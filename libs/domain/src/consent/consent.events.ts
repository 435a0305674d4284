import { SUBJECTS } from '../codes';
import * as f from '../declare';

/** A consent may name a whole category instead of one party. */
export const CONSENT_CATEGORIES = f.codeList({
  relatives: ['Anhöriga', 'Relatives'],
  professionals: ['Professionella', 'Professionals'],
  authorities: ['Myndigheter', 'Authorities'],
  providers: ['Utförare', 'Providers'],
});
export type ConsentCategory = (typeof CONSENT_CATEGORIES)[number];
export const CONSENT_FORMS = f.codeList({ written: ['Skriftligt', 'Written'], oral: ['Muntligt', 'Oral'] });

const counterpart = {
  partyId: f.optional(f.refersTo('party')),
  category: f.optional(f.code(CONSENT_CATEGORIES, 'En hel grupp', 'A whole group')),
};

const untilWithdrawn = { help: ['Tomt: tills det återkallas', 'Empty: until it is withdrawn'] } as const;

export const consentStep = f.step({
  title: { sv: 'Sekretessmedgivande, samtycke', en: 'Consent' },
  permission: 'consent.record',
  case: 'optional',
  events: {
    ConsentGiven: f.event({
      title: { sv: 'Sekretessmedgivande lämnat (OSL 10:1, 12:2)', en: 'Consent given' },
      day: { sv: 'Dagen medgivandet lämnades', en: 'The day on which the consent was given' },
      whileClosed: true,
      fields: {
        consentId: f.creates('consent'),
        with: f.part(counterpart, 'Vem som får kontaktas', 'Who may be contacted', {
          oneOf: [['partyId'], ['category']],
          help: ['En person, eller en hel grupp', 'One person, or a whole group'],
        }),
        subjects: f.codes(SUBJECTS, 'Om vad', 'About what'),
        form: f.code(CONSENT_FORMS, 'Skriftligt eller muntligt', 'Written or oral'),
        validFrom: f.day('Gäller från och med', 'Valid from'),
        validTo: f.optional(
          f.day('Gäller till och med', 'Valid through', { ...untilWithdrawn, notBefore: 'validFrom' }),
        ),
        reservations: f.optional(
          f.text('Förbehåll', 'Reservations', {
            help: [
              'Vad som inte får lämnas ut, eller inte till vem',
              'What may not be disclosed, or not to whom',
            ],
          }),
        ),
        representativeId: f.orNone(
          f.refersTo('representative', 'Lämnat av företrädare', 'Given by a representative', {
            help: ['Tomt: av den enskilde', 'Empty: by the person'],
          }),
        ),
      },
    }),
    ConsentRenewed: f.event({
      title: { sv: 'Medgivande förnyat', en: 'Consent renewed' },
      whileClosed: true,
      afterItsThing: true,
      fields: {
        consentId: f.about('consent'),
        validTo: f.optional(f.day('Gäller till och med', 'Valid through', untilWithdrawn)),
      },
    }),
    ConsentWithdrawn: f.event({
      title: { sv: 'Medgivande återkallat', en: 'Consent withdrawn' },
      whileClosed: true,
      afterItsThing: true,
      fields: { consentId: f.about('consent') },
    }),
  },
});

export type ConsentEvent = f.EventsIn<typeof consentStep>;
export type ConsentRenewed = f.EventIn<typeof consentStep, 'ConsentRenewed'>;
export type ConsentWithdrawn = f.EventIn<typeof consentStep, 'ConsentWithdrawn'>;
export type ConsentGiven = f.EventIn<typeof consentStep, 'ConsentGiven'>;
