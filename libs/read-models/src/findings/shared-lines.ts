import { END_OF_TIME, type LocalDate } from '@rt/domain';
import { listedStatusOn, ruleOf, type Finding } from '@rt/rules';

/** That a finding stands in the line of another one: both are about the same contact, and one act settles both. */
export interface SharedLine {
  /** The finding that has the line. */
  readonly lineOf: string;
  /** The first day on which the two have different statuses: from then on the finding has a line of its own. */
  readonly ownLineFrom: LocalDate;
}

/**
 * The findings that stand in the line of another finding, by id. A contact that several rules find is one line: a second line would tell the reader
 * to do the same thing again. Counts are of findings, so a contact counts once for each rule.
 */
export const sharedLines = (findings: readonly Finding[]): ReadonlyMap<string, SharedLine> => {
  const shared = new Map<string, SharedLine>();
  const ofContacts = findings.filter((finding) => ruleOf(finding).step === 'contact');
  for (const found of Map.groupBy(ofContacts, ({ subject }) => subject).values()) {
    const [first, ...others] = [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const other of others) {
      const ownLineFrom = differFrom(first as Finding, other);
      if (ownLineFrom > other.arisesOn) shared.set(other.id, { lineOf: (first as Finding).id, ownLineFrom });
    }
  }
  return shared;
};

const differFrom = (one: Finding, other: Finding): LocalDate =>
  daysOfChange([one, other]).find((day) => listedStatusOn(one, day) !== listedStatusOn(other, day)) ??
  END_OF_TIME;

/** The days on which the status of one of the findings can change, in order. A violation has no other days than these. */
const daysOfChange = (findings: readonly Finding[]): readonly LocalDate[] =>
  findings
    .flatMap(({ arisesOn, fulfilledOn, voidedOn, explainedOn, ...acknowledged }) => [
      arisesOn,
      fulfilledOn,
      voidedOn,
      explainedOn,
      acknowledged.acknowledgedOn,
      acknowledged.acknowledgedUntil,
      ...(acknowledged.acknowledgedBefore ?? []).flatMap(({ from, until }) => [from, until]),
    ])
    .filter((day) => day !== undefined)
    .sort();
