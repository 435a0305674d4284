import { closedOn, latest, type CaseId, type LocalDate, type PersonalFile } from '@rt/domain';

/**
 * The day from which nothing goes on in what something is about: the case was closed, or, where it is about the person rather than a case,
 * every case of the file was.
 */
export const atRestFrom = (file: PersonalFile, caseId: CaseId | undefined): LocalDate | undefined => {
  const days = file
    .things('case')
    .filter(({ id }) => caseId === undefined || id === caseId)
    .map(closedOn);
  const [first, ...others] = days;
  return first !== undefined && others.every((day) => day !== undefined)
    ? latest(first, ...others)
    : undefined;
};
