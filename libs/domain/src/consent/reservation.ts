/**
 * Reads the reservation of a consent. The program finds words that name the party or a subject. It does not understand the sentence: a
 * reservation that names a party may also allow it. Therefore what is named counts as not covered, and the reader is told to read the text.
 */
import type { LocalDate } from '../calendar';
import { SUBJECTS, type Subject } from '../codes';
import type { PartyKind, PartyRelation } from '../party/party.events';
import { partyOn } from '../party/party.facts';
import type { Thing } from '../thing';

/** What the reservation of a consent names. */
export interface Reserved {
  /** It names the party, its role or its family relation. */
  readonly party: boolean;
  readonly subjects: readonly Subject[];
}

export const reservedIn = (consent: Thing<'consent'>, party: Thing<'party'>, day: LocalDate): Reserved => {
  const words = wordsOf(consent.created.data.reservations ?? '');
  if (words.length === 0) return { party: false, subjects: [] };
  const { name, organisation = '', kind, relation } = partyOn(party, day);
  const own = [...wordsOf(name), ...wordsOf(organisation)].filter((word) => !PARTICLES.has(word));
  const roles = [...KIND_WORDS[kind], ...RELATION_WORDS[relation]];
  return {
    party: words.some((word) => own.some((each) => isNamed(word, each)) || isAnyOf(word, roles)),
    subjects: SUBJECT_WORDS.flatMap(([subject, stems]) =>
      words.some((word) => isAnyOf(word, stems)) ? [subject] : [],
    ),
  };
};

/** The granted subjects without those that the reservation names. A reserved subject turns `all` into every other subject by itself. */
export const withoutReserved = (granted: readonly Subject[], reserved: Reserved): readonly Subject[] => {
  if (reserved.party) return [];
  if (reserved.subjects.length === 0) return granted;
  return (granted.includes('all') ? SUBJECTS : granted).filter(
    (subject) => subject !== 'all' && !reserved.subjects.includes(subject),
  );
};

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words of names that are also ordinary words of a sentence. */
const PARTICLES: ReadonlySet<string> = new Set([
  'af',
  'av',
  'de',
  'den',
  'di',
  'och',
  'i',
  'på',
  'von',
  'van',
]);

/** A name in a text may have the s of the genitive: `Karins`. */
const isNamed = (word: string, name: string): boolean => word === name || word === `${name}s`;

/** A stem of at least four letters may have an ending or be the beginning of a compound. A shorter one must be the whole word. */
const isAnyOf = (word: string, stems: readonly string[]): boolean =>
  stems.some((stem) => (stem.length >= 4 ? word.startsWith(stem) : word === stem));

const SUBJECT_WORDS: readonly (readonly [Subject, readonly string[]])[] = [
  ['health', ['hälsa', 'hälso', 'sjukdom', 'sjukvård', 'diagnos', 'medicin', 'läkemed', 'medical', 'health']],
  ['economy', ['ekonomi', 'pengar', 'skuld', 'inkomst', 'lön', 'lönen', 'economy', 'money']],
  ['dailyLife', ['vardag']],
  ['schoolOrWork', ['skola', 'skolan', 'arbete', 'jobb', 'school']],
  ['measure', ['insats', 'ledsag', 'boendestöd']],
];

const KIND_WORDS: Readonly<Record<PartyKind, readonly string[]>> = {
  relative: ['anhörig', 'närstående', 'släkting', 'släkten', 'familj'],
  professional: ['professionell', 'läkare', 'vårdcentral', 'vården', 'sjukvård'],
  authority: ['myndighet'],
  provider: ['utförare'],
  other: ['granne', 'vänner', 'väninna', 'vän', 'vännen'],
};

const CLOSE = ['anhörig', 'närstående', 'släkting', 'släkten', 'familj'];

const RELATION_WORDS: Readonly<Record<PartyRelation, readonly string[]>> = {
  spouse: [...CLOSE, 'make', 'maken', 'maka', 'makan', 'mannen', 'hustru', 'fru', 'frun'],
  partner: [...CLOSE, 'sambo'],
  parent: [
    ...[...CLOSE, 'förälder', 'föräldr', 'mamma', 'mamman', 'pappa', 'pappan'],
    ...['mor', 'modern', 'moder', 'far', 'fadern', 'fader'],
  ],
  child: [...CLOSE, 'barn', 'barnet', 'barnen', 'son', 'sonen', 'söner', 'dotter', 'döttrar'],
  sibling: [...CLOSE, 'bror', 'broder', 'bröder', 'syster', 'systrar', 'syskon'],
  spouseOfClose: [...CLOSE, 'svåger', 'svägersk', 'svärson', 'svärdotter'],
  partnerOfClose: [...CLOSE, 'sambo'],
  childOfClose: [...CLOSE, 'syskonbarn', 'brorson', 'brorsdotter', 'systerson', 'systerdotter', 'barnbarn'],
  otherRelative: [...CLOSE, 'kusin', 'moster', 'faster', 'morbror', 'farbror'],
  none: [],
};
