import { closedOn, latest, type CaseId, type LocalDate, type PersonalFile } from '@rt/domain';

/**
 * The day from which the case is closed; without a case id (for what concerns the person and no case), the day from which every case of the file is
 * closed. Undefined if a case is open.
 */
export const caseClosedFrom = (file: PersonalFile, caseId: CaseId | undefined): LocalDate | undefined => {
  const days = file
    .things('case')
    .filter(({ id }) => caseId === undefined || id === caseId)
    .map(closedOn);
  const [first, ...others] = days;
  return first !== undefined && others.every((day) => day !== undefined)
    ? latest(first, ...others)
    : undefined;
};
