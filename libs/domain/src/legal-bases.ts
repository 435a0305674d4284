/** Which statute and section a measure is applied for, granted and ordered under, and since when: the one list of the pairs that go together. */
import { on, type LocalDate } from './calendar';
import type { Law, MeasureCode } from './codes';
import type { Text } from './declare';
import type { Measure } from './ruleset/ruleset.events';

/** A statute that grants measures, with the first and the last day of its force. */
interface GrantingStatute {
  readonly statute: string;
  readonly title: Text;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** The section, for a measure of that code. */
  readonly sectionOf: (measure: MeasureCode) => string;
}

/** Sections of LSS 9 §. A measure that is not here is granted under the paragraph as a whole. */
const LSS_SECTIONS: Readonly<Record<MeasureCode, string>> = {
  personligAssistans: '9 § 2',
  ledsagarservice: '9 § 3',
  kontaktperson: '9 § 4',
  avlosarservice: '9 § 5',
  korttidsvistelse: '9 § 6',
  korttidstillsyn: '9 § 7',
  bostadMedSarskildService: '9 § 9',
  dagligVerksamhet: '9 § 10',
};

/** Source: LSS (1993:387) 9 §; SoL (2001:453) 4 kap. 1 §, replaced on 2025-07-01 by SoL (2025:400) 11 kap. 1 §. */
const STATUTES: readonly GrantingStatute[] = [
  {
    statute: '1993:387',
    title: { sv: 'LSS', en: 'LSS' },
    from: on('1994-01-01'),
    to: null,
    sectionOf: (measure) =>
      Object.hasOwn(LSS_SECTIONS, measure) ? (LSS_SECTIONS[measure] as string) : '9 §',
  },
  {
    statute: '2001:453',
    title: { sv: 'SoL (2001:453)', en: 'SoL (2001:453)' },
    from: on('2002-01-01'),
    to: on('2025-06-30'),
    sectionOf: () => '4 kap. 1 §',
  },
  {
    statute: '2025:400',
    title: { sv: 'SoL (2025:400)', en: 'SoL (2025:400)' },
    from: on('2025-07-01'),
    to: null,
    sectionOf: () => '11 kap. 1 §',
  },
];

export interface LegalBasis {
  readonly measure: MeasureCode;
  readonly law: Law;
  readonly title: Text;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** What each of some measures can rest on, whatever the day: the statutes that the measure names, with their sections and days. */
export const legalBasesOf = (measures: readonly Measure[]): readonly LegalBasis[] =>
  measures.flatMap(({ code, statutes }) =>
    STATUTES.filter(({ statute }) => statutes.includes(statute)).map(
      ({ statute, title, from, to, sectionOf }) => {
        const section = sectionOf(code);
        return {
          measure: code,
          law: { statute, section },
          title: { sv: `${title.sv} ${section}`, en: `${title.en} ${section}` },
          from,
          to,
        };
      },
    ),
  );
