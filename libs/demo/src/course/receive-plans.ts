import {
  addDays,
  addMonths,
  latest,
  nextWorkday,
  type GoalId,
  type LocalDate,
  type OrderContent,
  type OrderId,
  type PlanGoal,
  type PlanId,
  type PlanReceived,
} from '@rt/domain';
import type { FileWriter } from '../file-writer';
import {
  COOPERATION,
  FOLLOW_UP_HOW,
  FOLLOW_UP_WHEN,
  OTHER_GOALS,
  OTHER_PURPOSES,
  RESPONSIBLE,
  RETURN_REASONS,
} from '../texts/execution.texts';
import type { Theme } from '../texts/theme';
import type { Ordered, PlanCourse } from './course';
import { workdayBefore } from './workday';

/** Records the provider's plan, the case worker's review of it, and the plans of later years. */
export const receivePlans = (
  file: FileWriter,
  orderId: OrderId,
  orderedOn: LocalDate,
  order: OrderContent,
  themes: readonly Theme[],
  course: PlanCourse,
): Pick<Ordered, 'planId' | 'approvedOn'> => {
  const { chance } = file;
  const receive = (day: LocalDate): PlanId => {
    const planId = file.id<PlanId>();
    file.log('PlanReceived', day, { planId, orderId, ...planContent(file, order, themes, course) });
    return planId;
  };
  const reviewed = (day: LocalDate) =>
    latest(nextWorkday(day), workdayBefore(addDays(day, course.reviewAfterDays ?? chance.whole(1, 7))));

  let receivedOn =
    course.receivedOn ?? workdayBefore(addDays(orderedOn, course.afterDays ?? chance.whole(5, 15)));
  let planId = receive(receivedOn);
  if (course.reviewAfterDays === null) return { planId };
  if (course.returnedFirst) {
    const returnedOn = reviewed(receivedOn);
    file.log('PlanReturned', returnedOn, { planId, reasons: [chance.pick(RETURN_REASONS)] });
    if (course.returnedFirst === 'forGood') return { planId };
    receivedOn = workdayBefore(addDays(returnedOn, chance.whole(5, 13)));
    planId = receive(receivedOn);
  }
  const approve = () => {
    const approvedOn = reviewed(receivedOn);
    file.log('PlanApproved', approvedOn, { planId, approvedBy: file.workerOn(approvedOn) });
    return approvedOn;
  };
  let approvedOn = approve();
  const first = { planId, approvedOn };
  while (course.renewed && approvedOn < file.endsBefore) {
    receivedOn = nextWorkday(addDays(addMonths(receivedOn, 11), chance.whole(0, 14)));
    planId = receive(receivedOn);
    approvedOn = approve();
  }
  return first;
};

type PlanContent = Omit<PlanReceived['data'], 'planId' | 'orderId'>;

const planContent = (
  file: FileWriter,
  order: OrderContent,
  themes: readonly Theme[],
  { likeOrder = 'same', content = 'whole' }: PlanCourse,
): PlanContent => {
  const { chance } = file;
  const goals = planGoals(file, order, likeOrder);
  const tookPart = chance.happens(85);
  return {
    ...(order.task && { task: order.task }),
    ...(order.purpose && {
      purpose: likeOrder === 'purposeChanged' ? chance.pick(OTHER_PURPOSES) : order.purpose,
    }),
    goals,
    activities: goals.map(({ goalId }, at) => {
      const { activity, when, how } = themes[at % themes.length] as Theme;
      return {
        goalId,
        what: activity,
        ...(content !== 'noTimes' && { when, how }),
        ...(content !== 'noResponsible' && { responsible: chance.pick(RESPONSIBLE) }),
      };
    }),
    extent:
      order.extent && likeOrder === 'hoursChanged'
        ? { ...order.extent, amount: Math.max(1, order.extent.amount - chance.whole(2, 4)) }
        : order.extent,
    cooperation: chance.pick(COOPERATION),
    ...(content !== 'noFollowUp' && {
      followUpWhen: chance.pick(FOLLOW_UP_WHEN),
      followUpHow: chance.pick(FOLLOW_UP_HOW),
    }),
    personTookPart: content !== 'noParticipation' && tookPart,
    ...(content !== 'noParticipation' &&
      !tookPart && { wishesCaughtOtherwise: 'Genom samtal med god man och iakttagelser vid aktiviteterna.' }),
  };
};

const planGoals = (
  file: FileWriter,
  { goals }: OrderContent,
  likeOrder: NonNullable<PlanCourse['likeOrder']>,
): readonly PlanGoal[] => {
  const { chance } = file;
  const answering = (text: string, orderGoalId: GoalId | null): PlanGoal => ({
    goalId: file.id<GoalId>(),
    orderGoalId,
    text,
  });
  const same = goals.map(({ goalId, text }) => answering(text, goalId));
  const last = same.at(-1);
  if (!last) return [answering(chance.pick(OTHER_GOALS), null)];
  if (likeOrder === 'goalMissing') return same.slice(0, -1);
  if (likeOrder === 'goalAdded') return [...same, answering(chance.pick(OTHER_GOALS), null)];
  if (likeOrder === 'goalChanged') return [...same.slice(0, -1), { ...last, text: chance.pick(OTHER_GOALS) }];
  if (likeOrder === 'typingError') return [...same.slice(0, -1), { ...last, text: mistyped(last.text) }];
  return same;
};

/** Swaps two letters of the first long word. */
const mistyped = (text: string): string => text.replace(/(\p{L}{3})(\p{L})(\p{L})(?=\p{L})/u, '$1$3$2');
