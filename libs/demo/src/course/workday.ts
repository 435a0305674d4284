import { addDays, isFreeDay, type LocalDate } from '@rt/domain';

/** The day itself if it is a workday, else the last workday before it, so that a step which must be in time is not moved past its deadline. */
export const workdayBefore = (day: LocalDate): LocalDate => {
  let workday = day;
  while (isFreeDay(workday)) workday = addDays(workday, -1);
  return workday;
};
