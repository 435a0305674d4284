import { isClosedOn, latest, type CaseId, type LocalDate, type PersonalFile, type Thing } from '@rt/domain';
import { END_OF_TIME } from './file-holder';

/** The day on which a case was closed, where it has not been opened again since. */
export const closedOn = (theCase: Thing<'case'>): LocalDate | undefined =>
  isClosedOn(theCase, END_OF_TIME) ? lastClosing([theCase]) : undefined;

/**
 * The day from which nothing goes on in what something is about: the case was closed, or, where it is about the person rather than a case,
 * every case of the file was.
 */
export const atRestFrom = (file: PersonalFile, caseId: CaseId | undefined): LocalDate | undefined => {
  const cases = file.things('case').filter(({ id }) => caseId === undefined || id === caseId);
  return cases.every((one) => isClosedOn(one, END_OF_TIME)) ? lastClosing(cases) : undefined;
};

const lastClosing = (cases: readonly Thing<'case'>[]): LocalDate | undefined => {
  const [first, ...others] = cases
    .flatMap((one) => one.since('CaseClosed'))
    .map(({ occurredOn }) => occurredOn);
  return first && latest(first, ...others);
};
