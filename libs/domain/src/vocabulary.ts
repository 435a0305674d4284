/** The vocabulary of a personal file: every event type there is, with what the machine must know of it. */
import { fileSpecs, type FileEvent } from './file/file.events';
import { entrySpecs, type EntryEvent } from './entry/entry.events';
import { partySpecs, type PartyEvent } from './party/party.events';
import { assignmentSpecs, type AssignmentEvent } from './assignment/assignment.events';
import { representativeSpecs, type RepresentativeEvent } from './representative/representative.events';
import { consentSpecs, type ConsentEvent } from './consent/consent.events';
import { contactSpecs, type ContactEvent } from './contact/contact.events';
import { caseSpecs, type CaseEvent } from './case/case.events';
import { applicationSpecs, type ApplicationEvent } from './application/application.events';
import { investigationSpecs, type InvestigationEvent } from './investigation/investigation.events';
import { decisionSpecs, type DecisionEvent } from './decision/decision.events';
import { orderSpecs, type OrderEvent } from './order/order.events';
import { planSpecs, type PlanEvent } from './plan/plan.events';
import { executionSpecs, type ExecutionEvent } from './execution/execution.events';
import { followUpSpecs, type FollowUpEvent } from './follow-up/follow-up.events';
import { individualPlanSpecs, type IndividualPlanEvent } from './individual-plan/individual-plan.events';
import { coordinatedPlanSpecs, type CoordinatedPlanEvent } from './coordinated-plan/coordinated-plan.events';
import {
  violenceQuestionsSpecs,
  type ViolenceQuestionsEvent,
} from './violence-questions/violence-questions.events';
import { malpracticeSpecs, type MalpracticeEvent } from './malpractice/malpractice.events';
import { gapSpecs, type GapEvent } from './gap/gap.events';
import type { EventSpec } from './event';
import type { ThingKind } from './ids';

export type PersonalFileEvent =
  | FileEvent
  | EntryEvent
  | PartyEvent
  | AssignmentEvent
  | RepresentativeEvent
  | ConsentEvent
  | ContactEvent
  | CaseEvent
  | ApplicationEvent
  | InvestigationEvent
  | DecisionEvent
  | OrderEvent
  | PlanEvent
  | ExecutionEvent
  | FollowUpEvent
  | IndividualPlanEvent
  | CoordinatedPlanEvent
  | ViolenceQuestionsEvent
  | MalpracticeEvent
  | GapEvent;

export type PersonalFileEventType = PersonalFileEvent['type'];

/** The event of a type. */
export type EventOf<T extends PersonalFileEventType> = Extract<PersonalFileEvent, { type: T }>;

/** The handling steps and the event types of each, in the order of the thread. */
export const STEPS = {
  file: fileSpecs,
  entry: entrySpecs,
  party: partySpecs,
  assignment: assignmentSpecs,
  representative: representativeSpecs,
  consent: consentSpecs,
  contact: contactSpecs,
  case: caseSpecs,
  application: applicationSpecs,
  investigation: investigationSpecs,
  decision: decisionSpecs,
  order: orderSpecs,
  plan: planSpecs,
  execution: executionSpecs,
  'follow-up': followUpSpecs,
  'individual-plan': individualPlanSpecs,
  'coordinated-plan': coordinatedPlanSpecs,
  'violence-questions': violenceQuestionsSpecs,
  malpractice: malpracticeSpecs,
  gap: gapSpecs,
} as const;

export type Step = keyof typeof STEPS;

const literalSpecs = {
  ...fileSpecs,
  ...entrySpecs,
  ...partySpecs,
  ...assignmentSpecs,
  ...representativeSpecs,
  ...consentSpecs,
  ...contactSpecs,
  ...caseSpecs,
  ...applicationSpecs,
  ...investigationSpecs,
  ...decisionSpecs,
  ...orderSpecs,
  ...planSpecs,
  ...executionSpecs,
  ...followUpSpecs,
  ...individualPlanSpecs,
  ...coordinatedPlanSpecs,
  ...violenceQuestionsSpecs,
  ...malpracticeSpecs,
  ...gapSpecs,
} as const;

type LiteralSpecs = typeof literalSpecs;

export const SPECS: Readonly<Record<PersonalFileEventType, EventSpec>> = literalSpecs;

export const EVENT_TYPES = Object.keys(SPECS) as readonly PersonalFileEventType[];

export const isEventType = (type: string): type is PersonalFileEventType => Object.hasOwn(SPECS, type);

/** The type of the event that brings a thing of a kind into being. */
export type CreatorOf<K extends ThingKind> = {
  [T in PersonalFileEventType]: LiteralSpecs[T] extends { readonly creates: K } ? T : never;
}[PersonalFileEventType];

/** The types of the later events about a thing of a kind. */
export type AboutType<K extends ThingKind> = {
  [T in PersonalFileEventType]: LiteralSpecs[T] extends { readonly about: K } ? T : never;
}[PersonalFileEventType];

const stepOfType = new Map<string, Step>(
  (Object.keys(STEPS) as Step[]).flatMap((step) =>
    Object.keys(STEPS[step]).map((type) => [type, step] as const),
  ),
);

/** The handling step an event type belongs to. */
export const stepOf = (type: PersonalFileEventType): Step => stepOfType.get(type) as Step;
