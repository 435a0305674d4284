/**
 * Code lists that several steps share. A code is stored for ever: it may be retired, never renamed.
 * The lists are values so that the input check, the schema and the type are one thing.
 */
export const SEXES = ['female', 'male'] as const;
export type Sex = (typeof SEXES)[number];

/** What a consent covers and a contact was about. */
export const SUBJECTS = ['health', 'economy', 'dailyLife', 'schoolOrWork', 'measure', 'all'] as const;
export type Subject = (typeof SUBJECTS)[number];

export const CHANNELS = ['phone', 'meeting', 'homeVisit', 'letter', 'email', 'digital', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Formats in which a person needs, or got, what is written to them. */
export const FORMATS = [
  'easyRead',
  'largePrint',
  'braille',
  'audio',
  'signLanguage',
  'interpreter',
  'otherLanguage',
  'other',
] as const;
export type Format = (typeof FORMATS)[number];

export const EXTENT_UNITS = ['hours', 'days', 'nights', 'times'] as const;
export type ExtentUnit = (typeof EXTENT_UNITS)[number];

export const PERIODS = ['week', 'month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

export const OUTCOMES = ['approval', 'partialRejection', 'rejection'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How much of what: asked for, granted, ordered or planned. `null` where none was stated. */
export interface Extent {
  /** Not negative, at most two decimals. */
  readonly amount: number;
  readonly unit: ExtentUnit;
  readonly per: Period;
  readonly activities: readonly string[];
}

/** The statute's SFS number and the section as it is cited: `{ statute: '1993:387', section: '9 § 3' }`. */
export interface Law {
  readonly statute: string;
  readonly section: string;
}

export const ACTS = ['sol', 'lss'] as const;
/** Socialtjänstlagen, old or new, or LSS: what statistics and samples tell apart. */
export type Act = (typeof ACTS)[number];

const ACT_OF: Readonly<Record<string, Act>> = { '2001:453': 'sol', '2025:400': 'sol', '1993:387': 'lss' };

/** The act a section stands in; undefined for any other statute. */
export const actOf = (law: Law): Act | undefined =>
  Object.hasOwn(ACT_OF, law.statute) ? ACT_OF[law.statute] : undefined;

/** Code of a measure (insats) in the municipality's list, e.g. `ledsagning`. */
export type MeasureCode = string;

/** Code of a life area (livsområde) in the municipality's list. */
export type LifeAreaCode = string;

/** What an extent comes to in a year, in its own unit. Source: a year is 12 months is 52 weeks. */
export const amountPerYear = (extent: Extent): number =>
  extent.amount * (extent.per === 'week' ? 52 : extent.per === 'month' ? 12 : 1);
