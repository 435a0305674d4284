import type { LocalDate, PersonalFileEventType, Step, Text } from '@rt/domain';

/** The texts about a last day, and the event types that settle it, the most likely one first. */
interface ExpiryWords {
  readonly step: Step;
  readonly title: Text;
  /** What the case worker can do about it. An imperative. */
  readonly whatToDo: Text;
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
    whatToDo: {
      sv: 'Fråga den enskilde om medgivandet ska förnyas, och registrera svaret.',
      en: 'Ask the person whether the consent is to be renewed, and record the answer.',
    },
    settledBy: ['ConsentRenewed', 'ConsentGiven', 'ConsentWithdrawn'],
    text: (lastDay, on) => holds(lastDay, on, 'Medgivandet', 'The consent'),
  },
  decision: {
    step: 'decision',
    title: { sv: 'Beslutet löper ut', en: 'The decision expires' },
    whatToDo: {
      sv: 'Utred om insatsen ska fortsätta. Fatta ett nytt beslut, eller avsluta insatsen.',
      en: 'Investigate whether the measure is to continue. Make a new decision, or end the measure.',
    },
    settledBy: ['DecisionMade', 'DecisionChanged', 'ExecutionEnded', 'CaseClosed'],
    text: (lastDay, on) => holds(lastDay, on, 'Beslutet', 'The decision'),
  },
  plan: {
    step: 'plan',
    title: { sv: 'Genomförandeplanen löper ut', en: 'The plan expires' },
    whatToDo: {
      sv: 'Be utföraren skicka en ny genomförandeplan, och registrera den när den kommer.',
      en: 'Ask the provider to send a new plan, and record it when it arrives.',
    },
    settledBy: ['PlanReceived', 'PlanReturned', 'OrderCancelled', 'ExecutionEnded', 'CaseClosed'],
    text: (lastDay, on) => holds(lastDay, on, 'Genomförandeplanen', 'The plan'),
  },
  reminder: {
    step: 'reminder',
    title: { sv: 'Bevakning', en: 'Reminder' },
    whatToDo: {
      sv: 'Gör det du ville bli påmind om och markera bevakningen som klar, eller flytta den.',
      en: 'Do what you wanted to be reminded of and mark the reminder as done, or move it.',
    },
    settledBy: ['ReminderDone', 'ReminderMoved', 'ReminderDropped'],
    text: (day) => ({ sv: `Bevakas den ${day}.`, en: `To be looked at on ${day}.` }),
  },
} as const satisfies Readonly<Record<string, ExpiryWords>>;

/** The kinds of things with a day that the worklist tells of: the last day of a consent, of a decision or of a plan, the day of a reminder. */
export type ExpiryKind = keyof typeof EXPIRY_WORDS;
export const EXPIRY_KINDS = Object.keys(EXPIRY_WORDS) as readonly ExpiryKind[];
