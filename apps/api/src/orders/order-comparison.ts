/** An order held against a plan for it, part by part: what is the same, changed, missing or added, and in which words. */
import {
  amountPerYear,
  cancelledOn,
  decisionContentOn,
  orderContentOn,
  orderStep,
  orderVersions,
  planStep,
  shape as s,
  type Extent,
  type LocalDate,
  type OrderContent,
  type PersonalFile,
  type PlanReceived,
  type Shaped,
  type Thing,
} from '@rt/domain';
import { comparePlanWithOrder, PLAN_PARTS, planPartsOf, planStandingOn, type Compared } from '@rt/rules';
import { WORD_SIDES, wordRuns } from './word-difference';

const COMPARED = ['same', 'reworded', 'changed', 'missing', 'added'] as const satisfies readonly Compared[];
const { goals, extent } = s.shapesOf(orderStep.events.OrderSent.fields);
const planFields = s.shapesOf(planStep.events.PlanReceived.fields);

const plannedText = s.fields({
  goalId: s.orNull(s.uuid()),
  text: s.text(),
  words: s.described(
    s.listOf(s.fields({ side: s.oneOf(WORD_SIDES), text: s.text() })),
    'The words of both, of the order alone, and of the plan alone. Both and order together are the text of the order, both and plan this text',
  ),
});
const pair = s.fields({
  part: s.oneOf(['task', 'purpose', 'goal']),
  compared: s.described(
    s.oneOf([...COMPARED, 'unstated']),
    'reworded: in other words or with more detail, and a reader judges whether it is the same; unstated: it has no word that can be compared',
  ),
  place: s.described(
    s.orNull(s.count()),
    'The number of a goal of the order, from 1, as the findings say it',
  ),
  ordered: s.orNull(s.fields({ goalId: s.orNull(s.uuid()), text: s.text() })),
  planned: s.described(
    s.listOf(plannedText),
    'Several where several goals of the plan serve one of the order',
  ),
});
const plan = s.fields({
  planId: s.uuid(),
  receivedOn: s.day(),
  standing: s.oneOf(['received', 'approved', 'returned']),
  since: s.day(),
});

const COMPARISON = {
  order: s.fields({
    orderId: s.uuid(),
    caseId: s.orNull(s.uuid()),
    providerId: s.text(),
    measure: s.text(),
    sentOn: s.day(),
    sentBy: s.text(),
    revisedOn: s.described(
      s.orNull(s.day()),
      'The day of the last change: the order is compared as it reads now',
    ),
    cancelledOn: s.orNull(s.day()),
    goals,
  }),
  plans: s.described(s.listOf(s.refTo('PlanOfOrder', plan)), 'Every plan for the order, the newest first'),
  plan: s.described(
    s.orNull(s.fields({ planId: s.uuid(), goals: planFields.goals, activities: planFields.activities })),
    'The plan that is compared: the newest, or the one that was asked for. Null: no plan has come',
  ),
  pairs: s.described(
    s.listOf(pair),
    'The task, the purpose, each goal of the order in its sequence, and the goals that only the plan has',
  ),
  hours: s.fields({
    compared: s.oneOf(COMPARED),
    ordered: extent,
    planned: planFields.extent,
    granted: s.described(extent, 'What the decision behind the order grants'),
    more: s.described(
      s.orNull(s.amount()),
      'How much more the plan gives than the order, in the unit and period of the order; negative: less',
    ),
  }),
  content: s.described(
    s.listOf(s.fields({ part: s.text(), title: s.inBoth(), stated: s.flag() })),
    'What a plan should contain according to the general advice',
  ),
};

/** The schemas of the answer, by name. */
export const COMPARISON_ANSWERS = {
  PlanOfOrder: plan,
  OrderComparison: s.fields({ fileId: s.uuid(), on: s.day(), revision: s.count(), ...COMPARISON }),
};

type Compares = Omit<Shaped<(typeof COMPARISON_ANSWERS)['OrderComparison']>, 'fileId' | 'on' | 'revision'>;
type Pair = Compares['pairs'][number];

/** Undefined if the plan is not one for the order. @param planId left out: the newest */
export const orderCompared = (
  file: PersonalFile,
  order: Thing<'order'>,
  planId: string | undefined,
  on: LocalDate,
): Compares | undefined => {
  const plans = order.linked('plan');
  const chosen = planId === undefined ? plans.at(-1) : plans.find(({ id }) => id === planId);
  if (planId !== undefined && chosen === undefined) return undefined;
  const content = orderContentOn(order, on);
  const { caseId, data, occurredOn, recordedBy } = order.created;
  const decision = file.get('decision', data.decisionId);
  return {
    order: {
      orderId: order.id,
      caseId: caseId ?? null,
      providerId: data.providerId,
      measure: content.measure,
      sentOn: occurredOn,
      sentBy: recordedBy,
      revisedOn: orderVersions(order).slice(1).at(-1)?.occurredOn ?? null,
      cancelledOn: cancelledOn(order) ?? null,
      goals: content.goals,
    },
    plans: plans
      .map((one) => ({ planId: one.id, receivedOn: one.created.occurredOn, ...planStandingOn(one, on) }))
      .reverse(),
    ...heldAgainst(content, chosen, decision && decisionContentOn(decision, on).grantedExtent),
  };
};

const heldAgainst = (
  ordered: OrderContent,
  chosen: Thing<'plan'> | undefined,
  granted: Extent | null | undefined,
): Pick<Compares, 'plan' | 'pairs' | 'hours' | 'content'> => {
  const amounts = { ordered: ordered.extent, granted: granted ?? null };
  if (chosen === undefined)
    return {
      plan: null,
      pairs: [],
      hours: {
        compared: ordered.extent === null ? 'same' : 'missing',
        planned: null,
        more: null,
        ...amounts,
      },
      content: [],
    };
  const { data } = chosen.created;
  const compared = comparePlanWithOrder(data, ordered);
  const parts = planPartsOf(data, ordered);
  return {
    plan: { planId: chosen.id, goals: data.goals, activities: data.activities },
    pairs: [
      textPair('task', compared.task, ordered.task, data.task),
      textPair('purpose', compared.purpose, ordered.purpose, data.purpose),
      ...goalPairs(compared),
    ],
    hours: {
      compared: compared.hours,
      planned: data.extent,
      more: compared.hours === 'same' ? null : moreThan(ordered.extent, data.extent),
      ...amounts,
    },
    content: (Object.keys(PLAN_PARTS) as (keyof typeof PLAN_PARTS)[]).map((part) => ({
      part,
      title: PLAN_PARTS[part],
      stated: parts[part],
    })),
  };
};

const textPair = (
  part: 'task' | 'purpose',
  compared: Compared,
  ordered: string | undefined,
  planned: string | undefined,
): Pair => ({
  part,
  compared,
  place: null,
  ordered: ordered === undefined ? null : { goalId: null, text: ordered },
  planned:
    planned === undefined ? [] : [{ goalId: null, text: planned, words: wordRuns(ordered ?? '', planned) }],
});

const goalPairs = ({ goals: pairs, unstated }: ReturnType<typeof comparePlanWithOrder>): readonly Pair[] => [
  ...pairs.map(({ ordered, planned, compared }, index) =>
    goalPair(compared, ordered === undefined ? null : index + 1, ordered, planned),
  ),
  ...unstated.ordered.map((ordered) => goalPair('unstated', null, ordered, [])),
  ...unstated.planned.map((planned) => goalPair('unstated', null, undefined, [planned])),
];

const goalPair = (
  compared: Pair['compared'],
  place: number | null,
  ordered: OrderContent['goals'][number] | undefined,
  planned: PlanReceived['data']['goals'],
): Pair => ({
  part: 'goal',
  compared,
  place,
  ordered: ordered === undefined ? null : { goalId: ordered.goalId, text: ordered.text },
  planned: planned.map(({ goalId, text }) => ({ goalId, text, words: wordRuns(ordered?.text ?? '', text) })),
});

/** In the unit and period of the order. Null where the two cannot be counted together. */
const moreThan = (ordered: Extent | null, planned: Extent | null): number | null => {
  if (ordered === null || planned === null || ordered.unit !== planned.unit) return null;
  const periods = amountPerYear({ ...ordered, amount: 1 });
  return Math.round(((amountPerYear(planned) - amountPerYear(ordered)) / periods) * 100) / 100;
};
