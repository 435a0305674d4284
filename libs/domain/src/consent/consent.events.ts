import { SUBJECTS } from '../codes';
import {
  about,
  code,
  codeList,
  codes,
  creates,
  day,
  event,
  optional,
  orNone,
  part,
  refersTo,
  step,
  text,
  type EventIn,
  type EventsIn,
} from '../declare';

/** A consent may name a whole category instead of one party. */
export const CONSENT_CATEGORIES = codeList({
  relatives: ['Anhöriga', 'Relatives'],
  professionals: ['Professionella', 'Professionals'],
  authorities: ['Myndigheter', 'Authorities'],
  providers: ['Utförare', 'Providers'],
});
export type ConsentCategory = (typeof CONSENT_CATEGORIES)[number];
export const CONSENT_FORMS = codeList({ written: ['Skriftligt', 'Written'], oral: ['Muntligt', 'Oral'] });

const counterpart = {
  partyId: optional(refersTo('party')),
  category: optional(code(CONSENT_CATEGORIES, 'Grupp', 'Category')),
};

export const consentStep = step({
  title: { sv: 'Sekretessmedgivande, samtycke', en: 'Consent' },
  permission: 'consent.record',
  case: 'optional',
  events: {
    ConsentGiven: event({
      title: { sv: 'Sekretessmedgivande lämnat (OSL 10:1, 12:2)', en: 'Consent given' },
      whileClosed: true,
      fields: {
        consentId: creates('consent'),
        with: part(counterpart, 'Gäller', 'With', { oneOf: [['partyId'], ['category']] }),
        subjects: codes(SUBJECTS, 'Om vad', 'About what'),
        form: code(CONSENT_FORMS, 'Form', 'Form'),
        validFrom: day('Gäller från och med', 'Valid from'),
        validTo: optional(day('Gäller till och med', 'Valid through', { notBefore: 'validFrom' })),
        reservations: optional(text('Förbehåll', 'Reservations')),
        // None: the person.
        representativeId: orNone(
          refersTo('representative', 'Lämnat av företrädare', 'Given by representative'),
        ),
      },
    }),
    ConsentRenewed: event({
      title: { sv: 'Medgivande förnyat', en: 'Consent renewed' },
      whileClosed: true,
      afterItsThing: true,
      fields: { consentId: about('consent'), validTo: optional(day('Gäller till och med', 'Valid through')) },
    }),
    ConsentWithdrawn: event({
      title: { sv: 'Medgivande återkallat', en: 'Consent withdrawn' },
      whileClosed: true,
      afterItsThing: true,
      fields: { consentId: about('consent') },
    }),
  },
});

export type ConsentEvent = EventsIn<typeof consentStep>;
export type ConsentRenewed = EventIn<typeof consentStep, 'ConsentRenewed'>;
export type ConsentWithdrawn = EventIn<typeof consentStep, 'ConsentWithdrawn'>;
export type ConsentGiven = EventIn<typeof consentStep, 'ConsentGiven'>;
