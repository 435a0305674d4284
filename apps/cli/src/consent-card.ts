import {
  consentHoldsAt,
  partyOn,
  type LocalDate,
  type PersonalFile,
  type Subject,
  type Thing,
} from '@rt/domain';
import type { Text } from '@rt/domain';
import type { Output } from './output';

/** Prints the consent card (medgivandekort): whom the case worker may contact, about what, and until when. */
export const printConsents = (output: Output, file: PersonalFile, today: LocalDate): void => {
  const consents = file.things('consent');
  if (consents.length === 0) {
    output.line(
      output.say({
        sv: 'Medgivanden: inga. Ingen får kontaktas med stöd av medgivande.',
        en: 'Consents: none. Nobody may be contacted by consent.',
      }),
    );
    return;
  }
  output.table(
    [
      { sv: 'Medgivande', en: 'Consent' },
      { sv: 'Om', en: 'About' },
      { sv: 'Till och med', en: 'Until' },
      { sv: 'Gäller', en: 'In force' },
    ],
    consents.map((consent) => [
      counterpart(output, file, consent, today),
      consent.created.data.subjects.map((subject) => output.say(SUBJECT_TEXTS[subject])).join(', '),
      (consent.since('ConsentRenewed').at(-1) ?? consent.created).data.validTo ??
        output.say({ sv: 'tills vidare', en: 'further notice' }),
      output.say(inForce(consent, today)),
    ]),
  );
};

const inForce = (consent: Thing<'consent'>, today: LocalDate): Text => {
  if (!consentHoldsAt(consent, { occurredOn: today })) return { sv: 'nej', en: 'no' };
  return consent.created.data.reservations === undefined
    ? { sv: 'ja', en: 'yes' }
    : { sv: 'ja, läs förbehållet', en: 'yes, read the reservation' };
};

const counterpart = (
  output: Output,
  file: PersonalFile,
  consent: Thing<'consent'>,
  today: LocalDate,
): string => {
  const { partyId, category } = consent.created.data.with;
  if (category !== undefined) return output.say(CATEGORY_TEXTS[category]);
  const party = file.get('party', partyId);
  return party === undefined ? '–' : partyOn(party, today).name;
};

const CATEGORY_TEXTS: Record<NonNullable<Thing<'consent'>['created']['data']['with']['category']>, Text> = {
  relatives: { sv: 'anhöriga', en: 'relatives' },
  professionals: { sv: 'professionella', en: 'professionals' },
  authorities: { sv: 'myndigheter', en: 'authorities' },
  providers: { sv: 'utförare', en: 'providers' },
};

const SUBJECT_TEXTS: Record<Subject, Text> = {
  health: { sv: 'hälsa', en: 'health' },
  economy: { sv: 'ekonomi', en: 'economy' },
  dailyLife: { sv: 'vardag', en: 'daily life' },
  schoolOrWork: { sv: 'skola eller arbete', en: 'school or work' },
  measure: { sv: 'insatsen', en: 'the measure' },
  all: { sv: 'allt', en: 'everything' },
};
