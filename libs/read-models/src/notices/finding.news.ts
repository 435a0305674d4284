import { addDays, earliest, END_OF_TIME, firstFindingId, latest, type LocalDate } from '@rt/domain';
import { numbersIn, openUntil, type Finding } from '@rt/rules';
import type { News, NewsSource } from './news';

/** How many days before its last day a deadline becomes a notice. */
const nearDays = 3;

/** A deadline is near, there is a gap, something happened without a legal ground. */
type FindingKind = 'deadlineNear' | 'gap' | 'violation';

export const findingNews: NewsSource<FindingKind> = {
  kinds: ['deadlineNear', 'gap', 'violation'],
  newsIn: (_, findings) => findings.flatMap(ofFinding),
};

const ofFinding = (finding: Finding): readonly News<FindingKind>[] => {
  const { id, rule, trigger, caseId, dueOn, arisesOn } = finding;
  const shared = {
    rule,
    obligationId: id,
    numbers: numbersIn(finding),
    eventId: trigger,
    dueOn,
    ...(caseId !== undefined && { caseId }),
  };
  const until = endOf(finding);
  const news = (kind: FindingKind, from: LocalDate, end = until): News<FindingKind> => ({
    key: `${kind} ${firstFindingId(id)}`,
    kind,
    ...shared,
    from,
    ...(end !== undefined && { until: end }),
  });
  const late = latest(arisesOn, addDays(dueOn, 1));
  switch (finding.kind) {
    case 'deadline': {
      const near = latest(arisesOn, addDays(dueOn, -nearDays));
      return [
        news('deadlineNear', near, until === undefined ? late : earliest(until, late)),
        news('gap', late),
      ];
    }
    case 'quality':
      return [news('gap', late)];
    case 'violation':
      return [news('violation', arisesOn)];
  }
};

/** The day on which the finding was settled or acknowledged: a user who acknowledges it knows of it, until it is withdrawn. */
const endOf = (finding: Finding): LocalDate | undefined => {
  const { acknowledgedOn, acknowledgedUntil } = finding;
  const known = acknowledgedUntil === undefined ? acknowledgedOn : undefined;
  const end = earliest(openUntil(finding), known ?? END_OF_TIME);
  return end === END_OF_TIME ? undefined : end;
};
