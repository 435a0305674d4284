/** Branded strings, so that the compiler does not accept the id of an order in place of the id of a plan. */
declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/**
 * The kinds of things of a file that have an id of their own, with their names. The field that holds the id is `<kind>Id`. Add new kinds at
 * the end, because the ids of examples contain the position of the kind.
 */
export const THING_NAMES = {
  party: { sv: 'Person i nätverket', en: 'Person in the network' },
  assignment: { sv: 'Handläggaruppdrag', en: 'Assignment' },
  representative: { sv: 'Företrädare', en: 'Representative' },
  consent: { sv: 'Medgivande', en: 'Consent' },
  contact: { sv: 'Kontakt', en: 'Contact' },
  case: { sv: 'Ärende', en: 'Case' },
  application: { sv: 'Ansökan', en: 'Application' },
  information: { sv: 'Aktualisering', en: 'Information received' },
  investigation: { sv: 'Utredning', en: 'Investigation' },
  decision: { sv: 'Beslut', en: 'Decision' },
  appeal: { sv: 'Överklagande', en: 'Appeal' },
  advanceDecision: { sv: 'Förhandsbesked', en: 'Advance decision' },
  order: { sv: 'Beställning', en: 'Order' },
  goal: { sv: 'Mål', en: 'Goal' },
  plan: { sv: 'Genomförandeplan', en: 'Implementation plan' },
  execution: { sv: 'Verkställighet', en: 'Execution' },
  deviation: { sv: 'Avvikelse', en: 'Deviation' },
  performer: { sv: 'Utförarens personal', en: 'Performer' },
  question: { sv: 'Fråga om anhöriganställning', en: 'Question about employing a relative' },
  followUp: { sv: 'Uppföljning', en: 'Follow-up' },
  request: { sv: 'Begäran', en: 'Request' },
  individualPlan: { sv: 'Individuell plan (LSS)', en: 'Individual plan (LSS)' },
  coordinatedPlan: { sv: 'Samordnad individuell plan (SIP)', en: 'Coordinated individual plan (SIP)' },
  malpractice: { sv: 'Lex Sarah-rapport', en: 'Report of malpractice (lex Sarah)' },
  reminder: { sv: 'Bevakning', en: 'Reminder' },
} as const satisfies Readonly<Record<string, { readonly sv: string; readonly en: string }>>;

export type ThingKind = keyof typeof THING_NAMES;
export const THING_KINDS = Object.keys(THING_NAMES) as readonly ThingKind[];

/** The type of the id of every kind of thing. The ids are UUIDs. */
export type ThingIds = { [K in ThingKind]: Brand<`${Capitalize<K>}Id`> };

export type FileId = Brand<'FileId'>;
export type EventId = Brand<'EventId'>;
export type PartyId = ThingIds['party'];
export type AssignmentId = ThingIds['assignment'];
export type RepresentativeId = ThingIds['representative'];
export type ConsentId = ThingIds['consent'];
export type ContactId = ThingIds['contact'];
export type CaseId = ThingIds['case'];
export type ApplicationId = ThingIds['application'];
export type InvestigationId = ThingIds['investigation'];
export type DecisionId = ThingIds['decision'];
export type AppealId = ThingIds['appeal'];
export type OrderId = ThingIds['order'];
export type GoalId = ThingIds['goal'];
export type PlanId = ThingIds['plan'];
export type ExecutionId = ThingIds['execution'];
export type PerformerId = ThingIds['performer'];
export type QuestionId = ThingIds['question'];
export type FollowUpId = ThingIds['followUp'];
/** The id of an inspection, which has a stream of its own. */
export type ReviewId = Brand<'ReviewId'>;

/** The ids below come from the municipality's own directory and are never names. */
export type UserId = Brand<'UserId'>;
export type UnitId = Brand<'UnitId'>;
export type BoardId = Brand<'BoardId'>;
export type ProviderId = Brand<'ProviderId'>;
