/** What a plan should contain according to the general advice: the names of the parts, and which of them a plan has. */
import type { OrderContent, PlanReceived } from '@rt/domain';
import { comparePlanWithOrder } from './plan-order-comparison';
import { isStated } from './stated';

export const PLAN_PARTS = {
  goalsStated: { sv: 'mål', en: 'goals' },
  activitiesStated: { sv: 'aktiviteter', en: 'activities' },
  goalPerActivity: { sv: 'mål för varje aktivitet', en: 'a goal for each activity' },
  responsiblePerActivity: {
    sv: 'ansvarig hos utföraren för varje aktivitet',
    en: 'who at the provider is responsible for each activity',
  },
  whenPerActivity: { sv: 'när varje aktivitet ska genomföras', en: 'when each activity takes place' },
  goalsServeOrder: {
    sv: 'vilket av beställningens mål varje mål i planen avser',
    en: 'which goal of the order each goal of the plan serves',
  },
  howPerActivity: { sv: 'hur varje aktivitet ska genomföras', en: 'how each activity is carried out' },
  cooperationStated: { sv: 'samverkan', en: 'cooperation' },
  followUpWhenStated: { sv: 'när den ska följas upp', en: 'when it is followed up' },
  followUpHowStated: { sv: 'hur den ska följas upp', en: 'how it is followed up' },
  participationStated: {
    sv: 'den enskildes delaktighet, eller hur önskemålen fångats upp',
    en: 'that the person took part, or how the wishes were learnt',
  },
};

/** Which parts the plan has. A plan without activities lacks none of the parts that every activity must have. */
export const planPartsOf = (
  plan: PlanReceived['data'],
  ordered: OrderContent | undefined,
): Readonly<Record<keyof typeof PLAN_PARTS, boolean>> => {
  const { goals, activities } = plan;
  const goalIds = new Set(goals.map(({ goalId }) => goalId));
  return {
    goalsStated: goals.some(({ text }) => isStated(text)),
    activitiesStated: activities.some(({ what }) => isStated(what)),
    goalsServeOrder:
      ordered === undefined ||
      !comparePlanWithOrder(plan, ordered).goals.some(({ compared }) => compared === 'added'),
    goalPerActivity: activities.every(({ goalId }) => goalId !== null && goalIds.has(goalId)),
    responsiblePerActivity: activities.every(({ responsible }) => isStated(responsible)),
    whenPerActivity: activities.every(({ when }) => isStated(when)),
    howPerActivity: activities.every(({ how }) => isStated(how)),
    cooperationStated: isStated(plan.cooperation),
    followUpWhenStated: isStated(plan.followUpWhen),
    followUpHowStated: isStated(plan.followUpHow),
    participationStated: plan.personTookPart || isStated(plan.wishesCaughtOtherwise),
  };
};
