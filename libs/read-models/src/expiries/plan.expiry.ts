import type { PersonalFile } from '@rt/domain';
import { planPeriods } from '@rt/rules';
import { closingOf, holds, isAfter, occurredOnOf, type ExpiryDeclaration, type Statement } from './expiry';

export const planExpiry = {
  step: 'plan',
  title: { sv: 'Genomförandeplanen löper ut', en: 'The plan expires' },
  whatToDo: {
    sv: 'Be utföraren skicka en ny genomförandeplan, och registrera den när den kommer.',
    en: 'Ask the provider to send a new plan, and record it when it arrives.',
  },
  settledBy: ['PlanReceived', 'PlanReturned', 'OrderCancelled', 'ExecutionEnded', 'CaseClosed'],
  text: (lastDay, on) => holds(lastDay, on, 'Genomförandeplanen', 'The plan'),
  statementsIn: (file) => plansOf(file),
} as const satisfies ExpiryDeclaration;

const plansOf = (file: PersonalFile): readonly Statement[] =>
  file.things('plan').flatMap((plan) => {
    const { created } = plan;
    if (created.data.validTo === undefined) return [];
    const order = file.get('order', created.data.orderId);
    const later =
      order
        ?.linked('plan')
        .map((other) => other.created)
        .filter(isAfter(created)) ?? [];
    const { validTo: lastDay } = created.data;
    return planPeriods(file, plan).map(({ event, to }) => ({
      subject: plan.id,
      said: { ...event, caseId: created.caseId },
      lastDay,
      renewals: later.map(occurredOnOf),
      ends: [to, closingOf(file, created.caseId)],
    }));
  });
