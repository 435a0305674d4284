/** Code lists and parts that several steps share. Codes are stored for ever: a code may be retired, but never renamed. */
import * as f from './declare';

export const IDENTITY_KINDS = f.codeList({
  personalNumber: ['Personnummer', 'Personal number'],
  coordinationNumber: ['Samordningsnummer', 'Coordination number'],
  birthDate: ['Födelsedag', 'Day of birth'],
});
/** Personnummer or samordningsnummer as YYYYMMDDNNNN, or the day of birth alone. */
export interface Identity {
  readonly kind: (typeof IDENTITY_KINDS)[number];
  readonly value: string;
}
export const identity = (sv: string, en: string, more?: f.More) =>
  f.field<Identity>({ is: 'identity' }, sv, en, more);

export const SEXES = f.codeList({ female: ['Kvinna', 'Female'], male: ['Man', 'Male'] });
export type Sex = (typeof SEXES)[number];

/** The subjects that a consent covers or a contact was about. */
export const SUBJECTS = f.codeList({
  health: ['Hälsa', 'Health'],
  economy: ['Ekonomi', 'Economy'],
  dailyLife: ['Vardagen', 'Daily life'],
  schoolOrWork: ['Skola eller arbete', 'School or work'],
  measure: ['Insatsen', 'The measure'],
  all: ['Allt', 'Everything'],
});
export type Subject = (typeof SUBJECTS)[number];

export const CHANNELS = f.codeList({
  phone: ['Telefon', 'Phone'],
  meeting: ['Möte', 'Meeting'],
  homeVisit: ['Hembesök', 'Home visit'],
  letter: ['Brev', 'Letter'],
  email: ['E-post', 'E-mail'],
  digital: ['Digitalt möte', 'Digital meeting'],
  other: ['Annat sätt', 'Another way'],
});
/** Formats in which a person needs, or received, written communication. */
export const FORMATS = f.codeList({
  easyRead: ['Lättläst', 'Easy to read'],
  largePrint: ['Stor stil', 'Large print'],
  braille: ['Punktskrift', 'Braille'],
  audio: ['Inläst', 'Read aloud'],
  signLanguage: ['Teckenspråk', 'Sign language'],
  interpreter: ['Genom tolk', 'Through an interpreter'],
  otherLanguage: ['Annat språk', 'Another language'],
  other: ['Annat format', 'Another format'],
});
export const EXTENT_UNITS = f.codeList({
  hours: ['timmar', 'hours'],
  days: ['dagar', 'days'],
  nights: ['nätter', 'nights'],
  times: ['gånger', 'times'],
});
export const PERIODS = f.codeList({
  week: ['per vecka', 'a week'],
  month: ['per månad', 'a month'],
  year: ['per år', 'a year'],
});
export const OUTCOMES = f.codeList({
  approval: ['Bifall', 'Approval'],
  partialRejection: ['Delavslag', 'Partial rejection'],
  rejection: ['Avslag', 'Rejection'],
});
export type Outcome = (typeof OUTCOMES)[number];

const extentFields = {
  amount: f.amount('Antal', 'Amount'),
  unit: f.code(EXTENT_UNITS, 'Enhet', 'Unit'),
  per: f.code(PERIODS, 'Hur ofta', 'How often'),
  activities: f.texts('Aktiviteter', 'Activities', {
    help: ['Vad tiden ska räcka till, en per rad', 'What the time is for, one a line'],
  }),
};
/** How much of a measure was asked for, granted, ordered or planned. `null` if no extent was stated. */
export type Extent = f.Payload<typeof extentFields>;
export const extent = (sv = 'Omfattning', en = 'Extent', more?: f.More) => f.part(extentFields, sv, en, more);

const lawFields = {
  statute: f.statute('Lag', 'Act', {
    help: ['SFS-nummer: 1993:387 är LSS, 2025:400 SoL', 'SFS number: 1993:387 is LSS, 2025:400 SoL'],
  }),
  section: f.shortText('Paragraf', 'Section', {
    help: ['Så som den brukar anges: 9 § 3, 11:1', 'As it is usually cited: 9 § 3, 11:1'],
  }),
};
/** The statute's SFS number and the section as it is cited: `{ statute: '1993:387', section: '9 § 3' }`. */
export type Law = f.Payload<typeof lawFields>;
export const law = (sv = 'Lagrum', en = 'Section of law', more?: f.More) => f.part(lawFields, sv, en, more);
export const laws = (sv: string, en: string, more?: f.More) => f.parts(lawFields, sv, en, more);
/** The groups of people who are entitled to measures under LSS (LSS 1 §). */
export const ELIGIBLE_GROUPS = f.codeList({
  one: ['Personkrets 1 (LSS 1 § 1)', 'Group 1 (LSS 1 § 1)'],
  two: ['Personkrets 2 (LSS 1 § 2)', 'Group 2 (LSS 1 § 2)'],
  three: ['Personkrets 3 (LSS 1 § 3)', 'Group 3 (LSS 1 § 3)'],
});
/** The group of the person under LSS; left out under another act, or where the group was not stated. */
export const eligibleGroup = (...help: readonly [sv: string, en: string]) =>
  f.optional(f.code(ELIGIBLE_GROUPS, 'Personkrets', 'Eligible group', { help }));
export const ACTS = f.codeList({
  sol: ['SoL', 'SoL (social services)'],
  lss: ['LSS', 'LSS (certain disabilities)'],
});
/** The act by which statistics and samples are divided: the Social Services Act, old or new (`sol`), or LSS. */
export type Act = (typeof ACTS)[number];

const ACT_OF: Readonly<Record<string, Act>> = { '2001:453': 'sol', '2025:400': 'sol', '1993:387': 'lss' };

/** The act that a section belongs to; undefined for any other statute. */
export const actOf = (law: Law): Act | undefined =>
  Object.hasOwn(ACT_OF, law.statute) ? ACT_OF[law.statute] : undefined;

/** Code of a measure (insats) in the municipality's list, e.g. `ledsagning`. */
export type MeasureCode = string;

/** Code of a life area (livsområde) in the municipality's list. */
export type LifeAreaCode = string;

/** The amount of an extent in a year, in the unit of the extent. A year is counted as 12 months or 52 weeks. */
export const amountPerYear = (extent: Extent): number =>
  extent.amount * (extent.per === 'week' ? 52 : extent.per === 'month' ? 12 : 1);
