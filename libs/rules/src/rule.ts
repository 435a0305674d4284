import {
  shape,
  type CaseId,
  type Configuration,
  type EventId,
  type ExampleEvent,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEventType,
  type RemindedOf,
  type Shaped,
  type ShapedFields,
  type Step,
  type Text,
} from '@rt/domain';

/** Who sets a duty or a number: law, ordinance, regulation, general advice, city guideline, contract, local routine, or we ourselves (`default`). */
export const AUTHORITIES = [
  'law',
  'ordinance',
  'regulation',
  'generalAdvice',
  'guideline',
  'contract',
  'localRoutine',
  'default',
] as const;
export type Authority = (typeof AUTHORITIES)[number];
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** Quality areas of Socialstyrelsen and SKR, as the inspectors use them. */
export type QualityArea =
  'safety' | 'selfDetermination' | 'accessibility' | 'wholeness' | 'knowledge' | 'efficiency';

/**
 * - `deadline`: a duty with a last day. It is met in time, met late, or stops applying.
 * - `violation`: something that happened and should not have. It is never met; a later ground may explain it.
 * - `quality`: something a document lacks. It is due on the day of the document, until a later version supplies it.
 */
export const RULE_KINDS = ['deadline', 'violation', 'quality'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export type Parameters = Readonly<Record<string, number | readonly string[]>>;
/** The parameters that are numbers. */
export type NumbersOf<P extends Parameters> = {
  readonly [N in keyof P as P[N] extends number ? N : never]: P[N];
};

/** What a finding rests on: codes, numbers and dates, never personal data. */
const inputs = shape.described(
  shape.byName(shape.scalar()),
  'The facts it rests on: codes, numbers and dates',
);
export type Inputs = Shaped<typeof inputs>;

const OBLIGATION = {
  /** Made of rule, subject and trigger, so the same thing keeps its id through every rebuild. */
  id: shape.text(),
  /** Id of the order, plan, contact, decision … it is about. */
  subject: shape.text(),
  trigger: shape.uuid<EventId>(),
  kind: shape.oneOf(RULE_KINDS),
  arisesOn: shape.day(),
  /** Last day on which it is in time. */
  dueOn: shape.day(),
  /** The facts it rests on, and the numbers of its rule that applied. */
  inputs,
  evidence: shape.listOf(shape.uuid<EventId>()),
};
const OBLIGATION_MAY_HAVE = {
  caseId: shape.uuid<CaseId>(),
  /** The day it was met, perhaps late. */
  fulfilledOn: shape.day(),
  /** The day from which it no longer applies. */
  voidedOn: shape.day(),
  /** The day on which a violation got its ground. */
  explainedOn: shape.day(),
};
/** What a rule found: something owed, broken or missing. It has dates and no status; `statusOn` gives the status on a day. */
export type Obligation = ShapedFields<typeof OBLIGATION, typeof OBLIGATION_MAY_HAVE>;

/** The statuses of a finding that has arisen: those that are shown. */
export type ShownStatus =
  'pending' | 'overdue' | 'fulfilled' | 'fulfilledLate' | 'voided' | 'violation' | 'explained';
export type Status = 'notYet' | ShownStatus;

/** The source of a rule and its numbers, for the days it was in force. */
export interface RuleVersion {
  readonly version: number;
  readonly inForceFrom: LocalDate;
  /** Last day; left out: still in force. */
  readonly inForceTo?: LocalDate;
  /** Who sets the duty. */
  readonly authority: Authority;
  /** Who sets the parameters. A duty may be law while its number of days is ours. Absent where there are no parameters. */
  readonly parameterAuthority?: Authority;
  readonly source: { readonly document: string; readonly quote: string };
  readonly parameters: Parameters;
}

/** What a check gets beside the file. */
export interface RuleContext<P extends Parameters = Parameters> {
  /** The parameters in force on a day. A check asks for the day the trigger occurred. */
  parametersOn(day: LocalDate): P;
  readonly configuration: Configuration;
}

/** An obligation as a check states it. Its id follows from rule, subject and trigger. */
export type Found = Omit<Obligation, 'id'>;

/** What the text of a finding may name, whatever its status. */
export type Described = Pick<Found, 'arisesOn' | 'dueOn' | 'inputs'>;

/** One rule, written in one file with `deadline`, `violation` or `quality`. A retired rule stays in the register. */
export interface Rule<P extends Parameters = Parameters> {
  readonly id: string;
  readonly kind: RuleKind;
  /** What is missing or wrong, with the numbers that applied to a finding, or that are in force. */
  title(numbers: NumbersOf<P>): Text;
  /** How the rule interprets its source: what counts, what ends it, what a machine cannot see. */
  reading(parameters: P): Text;
  readonly severity: Severity;
  readonly area: QualityArea;
  /** The handling step where the gap shows. */
  readonly step: Step;
  /** The steps that settle a finding, the most usual first. A violation is settled by an explanation, or only by an acknowledgement. */
  readonly settledBy: readonly [PersonalFileEventType, ...PersonalFileEventType[]];
  /**
   * The steps that may have been taken without being recorded, and that would then remove or meet a finding. Left out: for a deadline the steps
   * that settle it, for other findings none.
   */
  readonly mayBeUnrecorded?: readonly PersonalFileEventType[];
  /** What the provider is reminded of, where the provider is the one who must act. */
  readonly remindsOf?: RemindedOf;
  /** Oldest first, without overlap. What arises on a day when no version is in force is dropped. */
  readonly versions: readonly (RuleVersion & { readonly parameters: P })[];
  /**
   * Whether a finding with these inputs only asks a question, such as whether two wordings mean the same. A recorded judgement settles it.
   * Left out: no finding of the rule does.
   */
  isQuestion?(inputs: Inputs): boolean;
  /** The severity of a finding that only asks. Left out: the severity of the rule. */
  readonly questionSeverity?: Severity;
  /** Pure and total: it never throws, whatever part of a history it gets. */
  check(file: PersonalFile, context: RuleContext<P>): readonly Found[];
  /** What a case worker can do about an open finding. An imperative. */
  readonly whatToDo: Text;
  /** The statuses that its findings can have. */
  readonly statuses: readonly ShownStatus[];
  /**
   * What a finding says in a status that it has had since a day. It is made only of the finding's codes and dates.
   * @throws Error where no finding of the rule can have the status
   */
  text(found: Described, status: ShownStatus, since: LocalDate): Text;
  readonly examples: readonly Example[];
}

/** A short history, a day, and what the rule finds in it that day. The rule's page is made of its examples. */
export interface Example {
  readonly name: string;
  readonly given: readonly ExampleEvent[];
  readonly on: LocalDate;
  /** The statuses of everything the rule finds, in order. */
  readonly then: readonly Status[];
  /** False where the rule has nothing to judge: it finds nothing because it does not apply, not because all is well. */
  readonly applies?: false;
}

export const FINDING = {
  ...OBLIGATION,
  rule: shape.text(),
  ruleVersion: shape.count(),
  severity: shape.oneOf(SEVERITIES),
};
export const FINDING_MAY_HAVE = {
  ...OBLIGATION_MAY_HAVE,
  /** The day from which a named person has acknowledged it with a reason. It stays visible. */
  acknowledgedOn: shape.day(),
  /** The day from which the acknowledgement is withdrawn. */
  acknowledgedUntil: shape.day(),
  /** The last day on which the provider was reminded of it. */
  remindedOn: shape.day(),
  /** The day on which the plan that it is about was returned to the provider. */
  returnedOn: shape.day(),
  /** Acknowledgements that were withdrawn before that one was given, oldest first. */
  acknowledgedBefore: shape.listOf(shape.fields({ from: shape.day(), until: shape.day() })),
};
/** A rule's finding in a file. */
export type Finding = ShapedFields<typeof FINDING, typeof FINDING_MAY_HAVE>;
