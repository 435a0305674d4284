import {
  caseTurns,
  isClosedOn,
  latest,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { dutyPeriodsOf, type DutyPeriod } from './duty-periods';

/**
 * The periods of a duty that arises some time after the event that triggers it. While the case is closed it does not arise: it waits for the
 * reopening. It does not arise at all if what it is about is over by then.
 */
export const laterPeriodsOf = (
  file: PersonalFile,
  trigger: Recorded<PersonalFileEvent>,
  arisesOn: LocalDate,
  overOn?: LocalDate,
): readonly DutyPeriod[] => {
  if (overOn !== undefined && overOn <= arisesOn) return [];
  const theCase = file.get('case', trigger.caseId);
  if (!theCase || !isClosedOn(theCase, arisesOn)) return dutyPeriodsOf(file, trigger, arisesOn, overOn);
  const reopened = caseTurns(theCase).find(
    ({ type, occurredOn }) => type === 'CaseReopened' && occurredOn > arisesOn,
  );
  return reopened
    ? laterPeriodsOf(
        file,
        { ...trigger, id: reopened.id },
        latest(theCase.created.occurredOn, reopened.occurredOn),
        overOn,
      )
    : [];
};
