/** Rules about what a document lacks: an order without a purpose, a plan without goals, an investigation without wishes. */
import type { LocalDate, PersonalFile, PersonalFileEvent, Recorded, Text } from '@rt/domain';
import { dutyPeriodsOf } from './duty-periods';
import { lacksIn, type DocumentVersion, type Judged, type Lack } from './lacks';
import type { Inputs, Parameters, Rule, RuleContext } from './rule';
import { untilDeath } from './until-death';
import { inputsOf, ruleFrom, type DescribedWith, type WrittenRule } from './written-rule';

/** A document of a file, or several that take each other's place. */
export interface JudgedDocument<F extends Inputs> {
  /** The event that brought the first version. The document belongs to its case. */
  readonly trigger: Recorded<PersonalFileEvent>;
  /** An event of the case that the document belongs to. Left out: the trigger. */
  readonly inCaseOf?: Recorded<PersonalFileEvent>;
  /** Left out: the day of the trigger. */
  readonly arisesOn?: LocalDate;
  /** The day from which the document is no longer judged, whatever happens to the case. */
  readonly overOn?: LocalDate | undefined;
  /** The document belongs to how something was done on its day, so that the closing of the case ends nothing. */
  readonly isOfItsTime?: true;
  /** The later versions, oldest first. */
  readonly versions: readonly DocumentVersion[];
  /** Judges the document as it reads at the end of a day; `undefined` says that the day changes nothing. */
  judge(day: LocalDate): Judged<F> | undefined;
}

/** What a finding says of a document, in phrases that the texts of all its statuses are made of. */
interface QualityPhrases {
  /** `I planen saknas mål`, `I planen saknades mål`: without a full stop. */
  readonly lacks: Text;
  readonly lacked: Text;
  /** What supplied it; the day follows these words: `En fullständig plan kom in`. */
  readonly supplied: Text;
  /** Why it is no longer judged. */
  readonly over: Text;
  /** What the machine cannot see, and the reader has to judge. */
  readonly caveat?: Text;
}

interface WrittenQuality<P extends Parameters, F extends Inputs> extends WrittenRule<P> {
  documents(file: PersonalFile, context: RuleContext<P>): readonly JudgedDocument<F>[];
  phrases(found: DescribedWith<F, P>): QualityPhrases;
}

export const quality = <P extends Parameters, F extends Inputs>({
  documents,
  phrases,
  ...written
}: WrittenQuality<P, F>): Rule<P> =>
  ruleFrom<P, F, QualityStatus>(written, {
    kind: 'quality',
    statuses: QUALITY_STATUSES,
    check: (file, context) =>
      documents(file, context).flatMap(({ trigger, arisesOn = trigger.occurredOn, overOn, ...document }) => {
        const { inCaseOf = trigger, versions, judge, isOfItsTime = false } = document;
        const first = { day: arisesOn, event: trigger.id };
        return lacksIn(first, overOn, versions, judge)
          .flatMap((lack) => (isOfItsTime ? [lack] : untilDeath(file, inPeriods(file, inCaseOf, lack))))
          .map(({ inputs, ...lack }) => ({
            ...lack,
            caseId: inCaseOf.caseId,
            kind: 'quality',
            inputs: inputsOf(inputs, context.parametersOn(lack.arisesOn)),
          }));
      }),
    text: (found, status, since) => textFrom(phrases(found), found.dueOn, status, since),
  });

/**
 * A lack that was pending when the case closed, which is the day it arose, is voided and opened again by a reopening. A lack that was
 * supplied on the day of the closing was supplied.
 */
const inPeriods = <F extends Inputs>(
  file: PersonalFile,
  inCaseOf: Recorded<PersonalFileEvent>,
  lack: Lack<F>,
): readonly Lack<F>[] => {
  const { fulfilledOn, voidedOn } = lack;
  const periods = dutyPeriodsOf(file, inCaseOf, {
    trigger: lack.trigger,
    arisesOn: lack.arisesOn,
    dueOn: lack.dueOn,
    ...(voidedOn !== undefined && { voidedOn }),
  });
  return periods
    .filter(({ arisesOn }, index) => index === 0 || fulfilledOn === undefined || fulfilledOn > arisesOn)
    .map(({ trigger: opensIt, arisesOn, dueOn, voidedOn: endsOn }, index) => {
      const isMet = fulfilledOn !== undefined && (endsOn === undefined || fulfilledOn <= endsOn);
      const { voidedOn: _, fulfilledOn: __, ...kept } = lack;
      return {
        ...kept,
        trigger: opensIt,
        arisesOn,
        dueOn,
        evidence: index === 0 ? lack.evidence : [...lack.evidence, opensIt],
        ...(isMet ? { fulfilledOn } : endsOn !== undefined && { voidedOn: endsOn }),
      };
    });
};

/** A document is due on its own day, so what a later version supplies is always late. */
const QUALITY_STATUSES = ['pending', 'overdue', 'fulfilledLate', 'voided'] as const;
type QualityStatus = (typeof QUALITY_STATUSES)[number];

const textFrom = (
  { lacks, lacked, supplied, over, caveat }: QualityPhrases,
  dueOn: LocalDate,
  status: QualityStatus,
  since: LocalDate,
): Text => {
  const withCaveat = (sv: string, en: string): Text =>
    caveat ? { sv: `${sv} ${caveat.sv}`, en: `${en} ${caveat.en}` } : { sv, en };
  switch (status) {
    case 'pending':
      return withCaveat(
        `${lacks.sv}. Sista dagen att åtgärda det är ${dueOn}.`,
        `${lacks.en}. The last day to put it right is ${dueOn}.`,
      );
    case 'overdue':
      return withCaveat(
        `${lacks.sv}. Sista dagen att åtgärda det var ${dueOn}.`,
        `${lacks.en}. The last day to put it right was ${dueOn}.`,
      );
    case 'fulfilledLate':
      return {
        sv: `${lacked.sv}. ${supplied.sv} ${since}, efter sista dagen ${dueOn}.`,
        en: `${lacked.en}. ${supplied.en} on ${since}, after the last day, ${dueOn}.`,
      };
    case 'voided':
      return {
        sv: `${lacked.sv}. Från ${since} prövas det inte längre: ${over.sv}.`,
        en: `${lacked.en}. From ${since} on it is no longer judged: ${over.en}.`,
      };
  }
};
