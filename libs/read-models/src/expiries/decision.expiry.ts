import { decisionReadings, isApproval, type PersonalFile, type Thing } from '@rt/domain';
import { decisionPeriods } from '@rt/rules';
import { closingOf, holds, isAfter, occurredOnOf, type ExpiryDeclaration, type Statement } from './expiry';

export const decisionExpiry = {
  step: 'decision',
  title: { sv: 'Beslutet löper ut', en: 'The decision expires' },
  whatToDo: {
    sv: 'Utred om insatsen ska fortsätta. Fatta ett nytt beslut, eller avsluta insatsen.',
    en: 'Investigate whether the measure is to continue. Make a new decision, or end the measure.',
  },
  settledBy: ['DecisionMade', 'DecisionChanged', 'ExecutionEnded', 'CaseClosed'],
  begunBy: ['InvestigationOpened'],
  text: (lastDay, on) => holds(lastDay, on, 'Beslutet', 'The decision'),
  statementsIn: (file) => decisionsOf(file),
} as const satisfies ExpiryDeclaration;

const decisionsOf = (file: PersonalFile): readonly Statement[] =>
  file.things('decision').flatMap((decision) => {
    const readings = decisionReadings(decision);
    return readings.flatMap(({ event: said, content: { outcome, to: lastDay } }, index) =>
      lastDay === undefined || !isApproval(outcome)
        ? []
        : decisionPeriods(decision, said).map(({ event, to }) => ({
            subject: decision.id,
            said: { ...event, caseId: decision.created.caseId ?? event.caseId },
            lastDay,
            renewals: [
              readings[index + 1]?.event.occurredOn,
              ...renewalsOf(file, decision).map(occurredOnOf),
            ],
            ends: [to, closingOf(file, decision.created.caseId)],
          })),
    );
  });

/** Later decisions that replace this one, whatever their outcome: they refer to it, or they are in the same case about the same measure. */
const renewalsOf = (file: PersonalFile, decision: Thing<'decision'>) => {
  const { created } = decision;
  const sameCase = file
    .things('decision')
    .map((other) => other.created)
    .filter(({ caseId, data }) => caseId === created.caseId && data.measure === created.data.measure)
    .filter(isAfter(created));
  return [...decision.linked('decision').map((next) => next.created), ...sameCase];
};
