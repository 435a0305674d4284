import type { LocalDate, PersonalFileEventType, Step, Text } from '@rt/domain';
import type { ExpiryKind } from './expiries.table';

/** What is said of a last day, and which steps settle it, the nearest at hand first. */
interface ExpiryWords {
  readonly step: Step;
  readonly title: Text;
  readonly settledBy: readonly [PersonalFileEventType, ...PersonalFileEventType[]];
  text(lastDay: LocalDate, on: LocalDate): Text;
}

const holds = (lastDay: LocalDate, on: LocalDate, sv: string, en: string): Text =>
  lastDay < on
    ? { sv: `${sv} gällde till och med ${lastDay}.`, en: `${en} held until ${lastDay}.` }
    : { sv: `${sv} gäller till och med ${lastDay}.`, en: `${en} holds until ${lastDay}.` };

export const EXPIRY_WORDS: Readonly<Record<ExpiryKind, ExpiryWords>> = {
  consent: {
    step: 'consent',
    title: { sv: 'Medgivandet löper ut', en: 'The consent expires' },
    settledBy: ['ConsentRenewed', 'ConsentGiven', 'ConsentWithdrawn'],
    text: (lastDay, on) => holds(lastDay, on, 'Medgivandet', 'The consent'),
  },
  decision: {
    step: 'decision',
    title: { sv: 'Beslutet löper ut', en: 'The decision expires' },
    settledBy: ['DecisionMade', 'DecisionChanged', 'ExecutionEnded', 'CaseClosed'],
    text: (lastDay, on) => holds(lastDay, on, 'Beslutet', 'The decision'),
  },
  plan: {
    step: 'plan',
    title: { sv: 'Genomförandeplanen löper ut', en: 'The plan expires' },
    settledBy: ['PlanReceived', 'PlanReturned', 'OrderCancelled', 'ExecutionEnded', 'CaseClosed'],
    text: (lastDay, on) => holds(lastDay, on, 'Genomförandeplanen', 'The plan'),
  },
};
