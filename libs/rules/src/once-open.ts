import {
  caseTurns,
  isClosedOn,
  latest,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';

/** The event with which a duty begins, and its first day. */
interface Beginning {
  readonly trigger: Recorded<PersonalFileEvent>;
  readonly arisesOn: LocalDate;
}

/**
 * The beginning of a duty that arises some time after the event that triggers it. While the case is closed it does not arise: it waits for the
 * reopening. Undefined if what it is about is over by then, or if the case stays closed.
 */
export const onceOpen = (
  file: PersonalFile,
  trigger: Recorded<PersonalFileEvent>,
  arisesOn: LocalDate,
  overOn?: LocalDate,
): Beginning | undefined => {
  if (overOn !== undefined && overOn <= arisesOn) return undefined;
  const theCase = file.get('case', trigger.caseId);
  if (!theCase || theCase.created.occurredOn > arisesOn || !isClosedOn(theCase, arisesOn))
    return { trigger, arisesOn };
  const reopened = caseTurns(theCase).find(
    ({ type, occurredOn }) => type === 'CaseReopened' && occurredOn > arisesOn,
  );
  return (
    reopened &&
    onceOpen(
      file,
      { ...trigger, id: reopened.id },
      latest(theCase.created.occurredOn, reopened.occurredOn),
      overOn,
    )
  );
};
