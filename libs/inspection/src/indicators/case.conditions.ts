import { minorsIn, partyOn, type Act, type Outcome, type Sex } from '@rt/domain';
import { investigationsBehind } from '@rt/rules';
import type { DecisionFacts } from '../population';
import { gapIn, householdOf, isOverdue, ordersOn, type SampledCase } from '../sampled-case';
import { both, either, not, type Condition } from './condition';

export const sexIs = (sex: Sex): Condition<DecisionFacts> => ({
  words: sex === 'female' ? { sv: 'kvinnor', en: 'women' } : { sv: 'män', en: 'men' },
  holds: (decision) => decision.sex === sex,
});

export const actIs = (act: Act): Condition<DecisionFacts> => ({
  words:
    act === 'sol'
      ? { sv: 'beslut enligt SoL', en: 'decisions under SoL' }
      : { sv: 'beslut enligt LSS', en: 'decisions under LSS' },
  holds: (decision) => decision.act === act,
});

export const handledBy = (unitId: string, name: string): Condition<DecisionFacts> => ({
  words: { sv: `handlagda i ${name}`, en: `handled in ${name}` },
  holds: (decision) => decision.unitId === unitId,
});

const outcomeIn = (outcomes: readonly Outcome[], sv: string, en: string): Condition<DecisionFacts> => ({
  words: { sv, en },
  holds: (decision) => outcomes.includes(decision.outcome),
});

/** A partial rejection is an approval and a rejection in one decision. It counts as an approval. */
export const approved = outcomeIn(
  ['approval', 'partialRejection'],
  'bifall, delavslag inräknade',
  'approvals, partial rejections among them',
);
export const partlyRejected = outcomeIn(['partialRejection'], 'delavslag', 'partial rejections');
export const whollyRejected = outcomeIn(['rejection'], 'avslag i sin helhet', 'full rejections');

export const withoutCurrentInvestigation: Condition<SampledCase> = {
  words: {
    sv: 'bristen decision-without-current-investigation på beslutets dag',
    en: 'the gap decision-without-current-investigation on the day of the decision',
  },
  rules: ['decision-without-current-investigation'],
  holds: (one) =>
    gapIn(one, 'decision-without-current-investigation', one.decisionId, one.decidedOn) !== undefined,
};

export const withCurrentInvestigation = not(withoutCurrentInvestigation, {
  sv: 'ingen brist decision-without-current-investigation på beslutets dag',
  en: 'no gap decision-without-current-investigation on the day of the decision',
});

export const wishesCaught: Condition<SampledCase> = {
  words: {
    sv: 'ingen brist wishes-missing i beslutets utredning på mätdagen',
    en: 'no gap wishes-missing in the investigation behind the decision on the measuring day',
  },
  rules: ['wishes-missing'],
  holds: (one) =>
    investigationsBehind(one.file, one.decision).every(
      ({ investigation }) => !gapIn(one, 'wishes-missing', investigation.id, one.measuringDay),
    ),
};

export const livesWithMinors: Condition<SampledCase> = {
  words: {
    sv: 'hushåll med minderåriga barn på mätdagen',
    en: 'a household with minor children on the measuring day',
  },
  holds: (one) => {
    const household = householdOf(one);
    return household !== undefined && minorsIn(household, one.measuringDay).length > 0;
  },
};

export const cohabitsWithRelatives: Condition<SampledCase> = {
  words: { sv: 'bor med anhöriga på mätdagen', en: 'lives with relatives on the measuring day' },
  holds: (one) =>
    householdOf(one)?.cohabits.some((partyId) => {
      const party = one.file.get('party', partyId);
      return party !== undefined && partyOn(party, one.measuringDay).kind === 'relative';
    }) ?? false,
};

export const livesWithRelativesAlone = both(
  cohabitsWithRelatives,
  not(livesWithMinors, { sv: 'utan minderåriga barn', en: 'without minor children' }),
);

export const hasOrder: Condition<SampledCase> = {
  words: {
    sv: 'beslut med beställning (den senaste räknas) som inte är återkallad på mätdagen',
    en: 'decisions with an order (the latest counts) that is not called off on the measuring day',
  },
  holds: (one) => ordersOn(one).length > 0,
};

export const taskSpecified: Condition<SampledCase> = {
  words: {
    sv: 'uppdraget är angett: order-unspecific säger inget om uppdraget på mätdagen',
    en: 'the task is specified: order-unspecific says nothing of the task on the measuring day',
  },
  rules: ['order-unspecific'],
  holds: (one) => {
    const latest = ordersOn(one).at(-1);
    if (!latest) return false;
    const gap = gapIn(one, 'order-unspecific', latest.id, one.measuringDay);
    return gap === undefined || gap.inputs.taskSpecified === true;
  },
};

const planOwed = (rule: string): Condition<SampledCase> => ({
  words: { sv: `${rule} förfallen på mätdagen`, en: `${rule} overdue on the measuring day` },
  rules: [rule],
  holds: (one) => {
    const orders = ordersOn(one);
    const subjects = orders.flatMap((order) => [order.id, ...order.linked('plan').map((plan) => plan.id)]);
    return isOverdue(one, rule, subjects, one.measuringDay);
  },
});

export const currentPlanMissing = either(
  not(hasOrder, {
    sv: 'ingen gällande beställning på mätdagen',
    en: 'no order in force on the measuring day',
  }),
  planOwed('plan-due'),
  planOwed('plan-renewal-due'),
);
