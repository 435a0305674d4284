import type {
  CaseId,
  Configuration,
  EventId,
  ExampleEvent,
  LocalDate,
  PersonalFile,
  PersonalFileEventType,
  Step,
} from '@rt/domain';

/** What kind of word stands behind a rule: law, ordinance, regulation, general advice, city guideline, contract, local routine, our default. */
export type Authority =
  | 'law'
  | 'ordinance'
  | 'regulation'
  | 'generalAdvice'
  | 'guideline'
  | 'contract'
  | 'localRoutine'
  | 'default';
export type Severity = 'critical' | 'high' | 'medium' | 'low';
/** Quality areas of Socialstyrelsen and SKR, as the inspectors use them. */
export type QualityArea =
  'safety' | 'selfDetermination' | 'accessibility' | 'wholeness' | 'knowledge' | 'efficiency';

export type Parameters = Readonly<Record<string, number | readonly string[]>>;

/** What a rule found: something owed, broken or lacking. It has dates and no status; see `statusOn`. */
export interface Obligation {
  /** Of rule, subject and trigger: the same thing keeps its id through every rebuild. */
  readonly id: string;
  /** Id of the order, plan, contact, decision … it is about. */
  readonly subject: string;
  readonly trigger: EventId;
  readonly caseId?: CaseId;
  readonly kind: 'deadline' | 'violation' | 'quality';
  readonly arisesOn: LocalDate;
  /** Last day on which it is in time. */
  readonly dueOn: LocalDate;
  /** Met, perhaps late. */
  readonly fulfilledOn?: LocalDate;
  /** No longer asked for. */
  readonly voidedOn?: LocalDate;
  /** A violation whose ground came later. */
  readonly explainedOn?: LocalDate;
  /** The facts it rests on: codes and dates, never a personal datum. */
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  readonly evidence: readonly EventId[];
}

export type Status =
  'notYet' | 'pending' | 'overdue' | 'fulfilled' | 'fulfilledLate' | 'voided' | 'violation' | 'explained';

/** The source of a rule and its numbers, for the days it was in force. */
export interface RuleVersion {
  readonly version: number;
  readonly inForceFrom: LocalDate;
  /** Last day; left out: still in force. */
  readonly inForceTo?: LocalDate;
  readonly authority: Authority;
  readonly source: { readonly document: string; readonly quote: string; readonly link?: string };
  readonly parameters: Parameters;
}

/** What a check is given beside the file. */
export interface RuleContext<P extends Parameters = Parameters> {
  /** The parameters in force on a day: asked for the day the trigger occurred. */
  parametersOn(day: LocalDate): P;
  readonly configuration: Configuration;
}

/** An obligation as a check states it: the id follows from rule, subject and trigger. */
export type Found = Omit<Obligation, 'id'>;

/** One rule, one file. A rule retires, it never vanishes. */
export interface Rule<P extends Parameters = Parameters> {
  readonly id: string;
  readonly title: { readonly sv: string; readonly en: string };
  /** How the rule reads its source: what counts, what ends it, what a machine cannot see. */
  readonly reading: { readonly sv: string; readonly en: string };
  readonly severity: Severity;
  readonly area: QualityArea;
  /** The handling step where the gap shows in the thread. */
  readonly step: Step;
  /** The steps that settle a finding, the nearest at hand first: what whoever has the file does next. A violation is met by nothing but its explanation, or its acknowledgement. */
  readonly settledBy: readonly [PersonalFileEventType, ...PersonalFileEventType[]];
  /** Oldest first, without overlap. What arises on a day when none is in force is dropped. */
  readonly versions: readonly (RuleVersion & { readonly parameters: P })[];
  /** Pure and total: never throws, whatever subset of a history it is given. */
  check(file: PersonalFile, context: RuleContext<P>): readonly Found[];
  /** What the finding says, made of its codes and dates alone. */
  text(found: Found): { readonly sv: string; readonly en: string };
  readonly examples: readonly Example[];
}

/** A history in a few words, a day, and what the rule says of it then. The rule's page is made of them. */
export interface Example {
  readonly name: string;
  readonly given: readonly ExampleEvent[];
  readonly on: LocalDate;
  /** The statuses of all that the rule finds, in order. */
  readonly then: readonly Status[];
  /** Where there is nothing for the rule to judge: it finds nothing because it does not apply, not because all is well. */
  readonly applies?: false;
}

/** A rule's finding in a file. */
export interface Finding extends Obligation {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly severity: Severity;
  readonly text: { readonly sv: string; readonly en: string };
  /** Acknowledged by a named person with a reason, from that day; it stays visible. */
  readonly acknowledgedOn?: LocalDate;
}
