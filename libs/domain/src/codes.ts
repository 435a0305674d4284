/**
 * Code lists that several steps share. Codes are stored for ever: a code may be retired, but never renamed.
 */
import {
  amount,
  code,
  codeList,
  field,
  part,
  parts,
  shortText,
  statute,
  texts,
  type Payload,
} from './declare';

export const IDENTITY_KINDS = codeList({
  personalNumber: ['Personnummer', 'Personal number'],
  coordinationNumber: ['Samordningsnummer', 'Coordination number'],
  birthDate: ['Födelsedag', 'Day of birth'],
});
/** Personnummer or samordningsnummer as YYYYMMDDNNNN, or the day of birth alone. */
export interface Identity {
  readonly kind: (typeof IDENTITY_KINDS)[number];
  readonly value: string;
}
export const identity = (sv: string, en: string) => field<Identity>({ is: 'identity' }, sv, en);

export const SEXES = codeList({ female: ['Kvinna', 'Female'], male: ['Man', 'Male'] });
export type Sex = (typeof SEXES)[number];

/** The subjects that a consent covers or a contact was about. */
export const SUBJECTS = codeList({
  health: ['Hälsa', 'Health'],
  economy: ['Ekonomi', 'Economy'],
  dailyLife: ['Vardagen', 'Daily life'],
  schoolOrWork: ['Skola eller arbete', 'School or work'],
  measure: ['Insatsen', 'The measure'],
  all: ['Allt', 'Everything'],
});
export type Subject = (typeof SUBJECTS)[number];

export const CHANNELS = codeList({
  phone: ['Telefon', 'Phone'],
  meeting: ['Möte', 'Meeting'],
  homeVisit: ['Hembesök', 'Home visit'],
  letter: ['Brev', 'Letter'],
  email: ['E-post', 'E-mail'],
  digital: ['Digitalt möte', 'Digital meeting'],
  other: ['Annat sätt', 'Other'],
});
export type Channel = (typeof CHANNELS)[number];

/** Formats in which a person needs, or received, written communication. */
export const FORMATS = codeList({
  easyRead: ['Lättläst', 'Easy to read'],
  largePrint: ['Stor stil', 'Large print'],
  braille: ['Punktskrift', 'Braille'],
  audio: ['Uppläst', 'Audio'],
  signLanguage: ['Teckenspråk', 'Sign language'],
  interpreter: ['Genom tolk', 'Through an interpreter'],
  otherLanguage: ['Annat språk', 'Another language'],
  other: ['Annat', 'Other'],
});
export type Format = (typeof FORMATS)[number];

export const EXTENT_UNITS = codeList({
  hours: ['timmar', 'hours'],
  days: ['dagar', 'days'],
  nights: ['nätter', 'nights'],
  times: ['gånger', 'times'],
});
export type ExtentUnit = (typeof EXTENT_UNITS)[number];

export const PERIODS = codeList({
  week: ['per vecka', 'a week'],
  month: ['per månad', 'a month'],
  year: ['per år', 'a year'],
});
export type Period = (typeof PERIODS)[number];

export const OUTCOMES = codeList({
  approval: ['Bifall', 'Approval'],
  partialRejection: ['Delvis avslag', 'Partial rejection'],
  rejection: ['Avslag', 'Rejection'],
});
export type Outcome = (typeof OUTCOMES)[number];

const extentFields = {
  amount: amount('Antal', 'Amount'),
  unit: code(EXTENT_UNITS, 'Enhet', 'Unit'),
  per: code(PERIODS, 'Per', 'Per'),
  activities: texts('Aktiviteter', 'Activities'),
};
/** How much of a measure was asked for, granted, ordered or planned. `null` if no extent was stated. */
export type Extent = Payload<typeof extentFields>;
export const extent = (sv = 'Omfattning', en = 'Extent') => part(extentFields, sv, en);

const lawFields = {
  statute: statute('Lag (SFS-nummer)', 'Act (SFS number)'),
  section: shortText('Paragraf', 'Section'),
};
/** The statute's SFS number and the section as it is cited: `{ statute: '1993:387', section: '9 § 3' }`. */
export type Law = Payload<typeof lawFields>;
export const law = (sv = 'Lagrum', en = 'Section of law') => part(lawFields, sv, en);
export const laws = (sv: string, en: string) => parts(lawFields, sv, en);
export const ACTS = codeList({ sol: ['SoL', 'Social Services Act'], lss: ['LSS', 'LSS'] });
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
