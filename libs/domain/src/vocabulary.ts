/** The vocabulary of a personal file: every event type, with its declaration and its spec. */
import { fileStep } from './file/file.events';
import { entryStep } from './entry/entry.events';
import { partyStep } from './party/party.events';
import { assignmentStep } from './assignment/assignment.events';
import { representativeStep } from './representative/representative.events';
import { consentStep } from './consent/consent.events';
import { contactStep } from './contact/contact.events';
import { caseStep } from './case/case.events';
import { applicationStep } from './application/application.events';
import { investigationStep } from './investigation/investigation.events';
import { decisionStep } from './decision/decision.events';
import { orderStep } from './order/order.events';
import { planStep } from './plan/plan.events';
import { executionStep } from './execution/execution.events';
import { followUpStep } from './follow-up/follow-up.events';
import { individualPlanStep } from './individual-plan/individual-plan.events';
import { coordinatedPlanStep } from './coordinated-plan/coordinated-plan.events';
import { violenceQuestionsStep } from './violence-questions/violence-questions.events';
import { malpracticeStep } from './malpractice/malpractice.events';
import { gapStep } from './gap/gap.events';
import { reminderStep } from './reminder/reminder.events';
import type { About, Creates, EventDeclaration, Happened, StepDeclaration } from './declare';
import { specsOf, titlesOf } from './derived';
import type { EventSpec } from './event';
import type { ThingKind } from './ids';

/** The handling steps, in the order in which a case goes through them. This is the only list of them. */
export const STEPS = {
  file: fileStep,
  entry: entryStep,
  party: partyStep,
  assignment: assignmentStep,
  representative: representativeStep,
  consent: consentStep,
  contact: contactStep,
  case: caseStep,
  application: applicationStep,
  investigation: investigationStep,
  decision: decisionStep,
  order: orderStep,
  plan: planStep,
  execution: executionStep,
  'follow-up': followUpStep,
  'individual-plan': individualPlanStep,
  'coordinated-plan': coordinatedPlanStep,
  'violence-questions': violenceQuestionsStep,
  malpractice: malpracticeStep,
  gap: gapStep,
  reminder: reminderStep,
} as const;

export type Step = keyof typeof STEPS;

type In<S extends { readonly events: object }> = S['events'];

type All<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;
type Merged = All<In<(typeof STEPS)[Step]>>;
/** The declaration of every event type. */
type Declared = { readonly [T in keyof Merged]: Merged[T] };

export type PersonalFileEventType = keyof Declared;

type EventByType = { readonly [T in PersonalFileEventType]: Happened<T, Declared[T]['fields']> };

/** The event of a type. It is an indexed access, because `Extract` over the union took half of the compiler's time. */
export type EventOf<T extends PersonalFileEventType> = EventByType[T];

export type PersonalFileEvent = EventOf<PersonalFileEventType>;

const declarations = Object.values<StepDeclaration>(STEPS);

export const DECLARED = Object.assign({}, ...declarations.map(({ events }) => events)) as Readonly<
  Record<PersonalFileEventType, EventDeclaration>
>;

export const SPECS = Object.assign({}, ...declarations.map(specsOf)) as Readonly<
  Record<PersonalFileEventType, EventSpec>
>;

/** The event types as a list of codes with their titles. */
export const EVENT_TITLES = titlesOf(DECLARED);

export const EVENT_TYPES = Object.keys(SPECS) as readonly PersonalFileEventType[];

export const isEventType = (type: string): type is PersonalFileEventType => Object.hasOwn(SPECS, type);

/** The type of the event that creates a thing of a kind. */
export type CreatorOf<K extends ThingKind> = Creators[K];
type Creators = {
  [K in ThingKind]: {
    [T in PersonalFileEventType]: Declared[T]['fields'] extends { readonly [F in `${K}Id`]: Creates<K> }
      ? T
      : never;
  }[PersonalFileEventType];
};

/** The types of the later events about a thing of a kind. */
export type AboutType<K extends ThingKind> = Abouts[K];
type Abouts = {
  [K in ThingKind]: {
    [T in PersonalFileEventType]: Declared[T]['fields'] extends { readonly [F in `${K}Id`]: About<K> }
      ? T
      : never;
  }[PersonalFileEventType];
};

const stepOfType = new Map<string, Step>(
  (Object.keys(STEPS) as Step[]).flatMap((step) =>
    Object.keys(STEPS[step].events).map((type) => [type, step] as const),
  ),
);

/** The handling step that an event type belongs to. */
export const stepOf = (type: PersonalFileEventType): Step => stepOfType.get(type) as Step;
