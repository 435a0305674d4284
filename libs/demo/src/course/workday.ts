import { addDays, isFreeDay, type LocalDate } from '@rt/domain';

/** The day itself when it is a workday, else the last workday before it: a step that is to keep its time is not put off. */
export const workdayBefore = (day: LocalDate): LocalDate => {
  let workday = day;
  while (isFreeDay(workday)) workday = addDays(workday, -1);
  return workday;
};
