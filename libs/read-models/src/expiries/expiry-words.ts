import type { LocalDate, PersonalFileEventType, Step } from '@rt/domain';

interface Text {
  readonly sv: string;
  readonly en: string;
}

/** The texts about a last day, and the event types that settle it, the most likely one first. */
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

export const EXPIRY_WORDS = {
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
  reminder: {
    step: 'reminder',
    title: { sv: 'Bevakning', en: 'Reminder' },
    settledBy: ['ReminderDone', 'ReminderMoved', 'ReminderDropped'],
    text: (day) => ({ sv: `Bevakas den ${day}.`, en: `To be looked at on ${day}.` }),
  },
} as const satisfies Readonly<Record<string, ExpiryWords>>;

/** The kinds of things with a day that the worklist tells of: the last day of a consent, of a decision or of a plan, the day of a reminder. */
export type ExpiryKind = keyof typeof EXPIRY_WORDS;
export const EXPIRY_KINDS = Object.keys(EXPIRY_WORDS) as readonly ExpiryKind[];
