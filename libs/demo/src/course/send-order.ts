import {
  addDays,
  addMonths,
  nextWorkday,
  type DecisionId,
  type ExecutionId,
  type GoalId,
  type LocalDate,
  type OrderContent,
  type OrderGoal,
  type OrderId,
} from '@rt/domain';
import { provider } from '../city';
import type { FileWriter } from '../file-writer';
import { OVERALL_GOALS, PURPOSES } from '../texts/execution.texts';
import type { Theme } from '../texts/theme';
import type { Course, OrderCourse, Ordered } from './course';
import { followUp } from './follow-up';
import { extentOf, kindOf } from './kinds';
import { receivePlans } from './receive-plans';
import { workdayBefore } from './workday';

/** Records the order and what follows from it: plans, the start of the measure, follow-ups. */
export const sendOrder = (
  file: FileWriter,
  course: Course,
  decisionId: DecisionId,
  themes: readonly Theme[],
  order: OrderCourse,
): Ordered => {
  const { chance } = file;
  const orderId = file.id<OrderId>();
  const orderedOn =
    order.sentOn ?? workdayBefore(addDays(course.decidedOn, order.afterDays ?? chance.whole(0, 6)));
  const content = orderContent(file, course, themes, order);
  file.log('OrderSent', orderedOn, { orderId, decisionId, ...provider(chance), ...content });
  const plans =
    order.plan === null
      ? undefined
      : receivePlans(file, orderId, orderedOn, content, themes, order.plan ?? {});
  const ordered = { orderId, orderedOn, content, ...plans };
  if (order.beginsAfterDays === null) return ordered;

  const executionId = file.id<ExecutionId>();
  const beganOn =
    order.beganOn ?? nextWorkday(addDays(orderedOn, order.beginsAfterDays ?? chance.whole(9, 30)));
  file.log('ExecutionStarted', beganOn, { executionId, decisionId, orderId });
  for (const day of followUpDays(file, beganOn, order.followUps ?? 'kept'))
    followUp(file, day, decisionId, { ...ordered, executionId, beganOn }, themes, course.childrenAtHome);
  return { ...ordered, executionId, beganOn };
};

/** The days of follow-up: the first within half a year, each later one within a year of the one before. */
const followUpDays = (
  { chance, endsBefore }: FileWriter,
  beganOn: LocalDate,
  kept: NonNullable<OrderCourse['followUps']>,
): readonly LocalDate[] => {
  if (kept === 'none') return [];
  const days: LocalDate[] = [];
  let day = addMonths(beganOn, kept === 'late' ? 8 : 5);
  while (day < endsBefore) {
    days.push(nextWorkday(addDays(day, chance.whole(0, 20))));
    if (kept === 'firstOnly') break;
    day = addMonths(day, kept === 'late' ? 14 : 10);
  }
  return days;
};

const orderContent = (
  file: FileWriter,
  course: Course,
  themes: readonly Theme[],
  order: OrderCourse,
): OrderContent => {
  const { chance } = file;
  const { name } = kindOf(course.measure);
  const task = {
    specified: themes.map((theme) => theme.task).join(' '),
    name,
    leisure: `${name} till fritidsaktiviteter`,
  }[order.task ?? 'specified'];
  return {
    measure: course.measure,
    task,
    ...(order.purpose !== 'none' && { purpose: chance.pick(PURPOSES) }),
    goals: order.goals === 'none' ? [] : orderGoals(file, themes),
    extent: extentOf(
      course.measure,
      course.granted + (order.moreThanGranted ?? 0),
      themes.map(({ activity }) => activity),
    ),
    from: course.decidedOn,
    ...(course.grantedTo && { to: course.grantedTo }),
  };
};

const orderGoals = (file: FileWriter, themes: readonly Theme[]): readonly OrderGoal[] => {
  const overall: OrderGoal = {
    goalId: file.id<GoalId>(),
    level: 'overall',
    parentGoalId: null,
    text: file.chance.pick(OVERALL_GOALS),
    byThePerson: false,
  };
  const subGoals = themes.map(({ goal, measuredBy }): OrderGoal => ({
    goalId: file.id<GoalId>(),
    level: 'sub',
    parentGoalId: overall.goalId,
    lifeArea: 'communityLife',
    text: goal,
    measuredBy,
    direction: file.chance.pick(['improve', 'keep'] as const),
    byThePerson: file.chance.happens(80),
  }));
  return [overall, ...subGoals];
};
