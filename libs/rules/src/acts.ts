/** What can be done about a finding, the most likely act first. The caller knows the reader, and leaves out what the reader may not record. */
import {
  shape,
  type LocalDate,
  type PersonalFileEventType,
  type RemindedOf,
  type Shaped,
  type Text,
} from '@rt/domain';
import { imperativeOf, reminderImperative } from './imperatives';
import { ruleOf } from './register';
import { judgesPlans } from './returned';
import type { Finding } from './rule';
import { isGapStatus, isOpenStatus, type ListedStatus } from './status';

const ACTS = {
  recordWhatWasDone: { sv: 'Är det gjort men inte inskrivet?', en: 'Has it been done but not recorded?' },
  judge: { sv: 'Bedöm det som systemet frågar om', en: 'Judge what the system asks' },
  remindProvider: { sv: 'Påminn utföraren', en: 'Remind the provider' },
  review: { sv: 'Granska planen', en: 'Review the plan' },
  returnPlan: { sv: 'Returnera planen', en: 'Return the plan' },
  complete: { sv: 'Komplettera', en: 'Complete it' },
  writeGround: { sv: 'Skriv grunden', en: 'Write the ground' },
  askForConsent: { sv: 'Fråga om medgivande', en: 'Ask for consent' },
  carryOut: { sv: 'Gör det och skriv in det', en: 'Do it and record it' },
  askCaseWorker: { sv: 'Lägg en bevakning åt handläggaren', en: 'Set a reminder for the case worker' },
  acknowledge: { sv: 'Kvittera med skäl', en: 'Acknowledge with a reason' },
} as const satisfies Readonly<Record<string, Text>>;
type Act = keyof typeof ACTS;

/** An act as an answer has it: its code, its words, and the event types with which it is recorded. */
export const offeredAct = shape.fields({
  code: shape.oneOf(Object.keys(ACTS) as readonly Act[]),
  title: shape.inBoth(),
  types: shape.listOf(shape.text<PersonalFileEventType>()),
});
type OfferedAct = Shaped<typeof offeredAct>;

interface Possible {
  readonly code: Act;
  readonly types: readonly PersonalFileEventType[];
  /** Left out: the imperative of the first type that the reader may record. */
  readonly title?: Text;
}

/** What decides what can be done about a finding. */
type FindingToAct = Pick<Finding, 'rule' | 'inputs'> & {
  /** The day on which the plan that it is about was returned already. */
  readonly returnedOn?: LocalDate | null | undefined;
};

/** The act that an event type is a way of. Every other type carries something out. */
const ACT_OF: Partial<Record<PersonalFileEventType, Act>> = {
  PlanApproved: 'review',
  PlanReturned: 'review',
  OrderRevised: 'complete',
  InvestigationRevised: 'complete',
  DecisionCorrected: 'complete',
  ContactGroundRecorded: 'writeGround',
  ConsentGiven: 'askForConsent',
  ConsentRenewed: 'askForConsent',
  JudgementRecorded: 'judge',
  GapAcknowledged: 'acknowledge',
};

/** The acts on a finding with a status, for a reader who may record everything. Nothing is left to do about what is settled or acknowledged. */
const possibleActs = (
  { rule: id, inputs, returnedOn }: FindingToAct,
  status: ListedStatus,
): readonly Possible[] => {
  if (status === 'acknowledged' || !isOpenStatus(status)) return [];
  const rule = ruleOf({ rule: id });
  const { kind, settledBy, remindsOf } = rule;
  const isGap = isGapStatus(status);
  const unrecorded = rule.mayBeUnrecorded ?? (kind === 'deadline' ? settledBy : []);
  const settling = settledBy.filter((type) => type !== 'JudgementRecorded' || rule.isQuestion?.(inputs));
  const isOfPlan = judgesPlans(rule);
  const isReturned = returnedOn !== undefined && returnedOn !== null;
  const reminds = isReturned ? 'revisedPlan' : remindsOf;
  return [
    ...(isGap && unrecorded.length > 0 ? [{ code: 'recordWhatWasDone' as const, types: unrecorded }] : []),
    ...(rule.isQuestion?.(inputs) ? grouped(settling.filter((type) => type === 'JudgementRecorded')) : []),
    ...(reminds === undefined ? [] : [reminder(reminds)]),
    ...(isOfPlan && !isReturned ? [{ code: 'returnPlan' as const, types: ['PlanReturned' as const] }] : []),
    ...grouped(
      settling.filter(
        (type) =>
          type !== 'JudgementRecorded' &&
          type !== 'GapAcknowledged' &&
          !(isOfPlan && !isReturned && type === 'PlanReceived'),
      ),
    ),
    ...(isGap
      ? [
          { code: 'askCaseWorker' as const, types: ['ReminderSet' as const] },
          { code: 'acknowledge' as const, types: ['GapAcknowledged' as const] },
        ]
      : []),
  ];
};

const reminder = (of: RemindedOf): Possible => ({
  code: 'remindProvider',
  types: ['ProviderReminded'],
  title: reminderImperative(of),
});

/** Types by the act that they are a way of, in the order of their first types. */
const grouped = (types: readonly PersonalFileEventType[]): readonly Possible[] => {
  const byAct = new Map<Act, PersonalFileEventType[]>();
  for (const type of types) {
    const code = ACT_OF[type] ?? 'carryOut';
    const list = byAct.get(code);
    if (list) list.push(type);
    else byAct.set(code, [type]);
  }
  return [...byAct].map(([code, list]) => ({ code, types: list }));
};

/** What a reader can do about something. */
export interface ReaderOfActs {
  /** Whether the reader may record an event type in the file. */
  mayRecord(type: PersonalFileEventType): boolean;
  /** Whether the reader has the file, alone or as a substitute. Such a reader sets no reminder for the case worker. */
  readonly handles: boolean;
}

/** The acts that a reader can do now about a finding, the first of them to be offered. */
export const actsOn = (
  finding: FindingToAct,
  status: ListedStatus,
  reader: ReaderOfActs,
): readonly OfferedAct[] => offered(finding.rule, possibleActs(finding, status), reader);

/** The acts that a reader can do now about something that runs out on a day, by the event types that begin or settle it. */
export const actsOnExpiry = (
  types: readonly PersonalFileEventType[],
  { isExpired, isOfPlan }: { readonly isExpired: boolean; readonly isOfPlan: boolean },
  reader: ReaderOfActs,
): readonly OfferedAct[] =>
  offered(
    null,
    [
      ...(isExpired ? [{ code: 'recordWhatWasDone' as const, types }] : []),
      ...(isOfPlan ? [reminder('updatedPlan')] : []),
      ...grouped(types),
    ],
    reader,
  );

const offered = (
  rule: string | null,
  possible: readonly Possible[],
  { mayRecord, handles }: ReaderOfActs,
): readonly OfferedAct[] =>
  possible.flatMap(({ code, types, title }) => {
    const allowed = types.filter(mayRecord);
    const [first] = allowed;
    if (first === undefined || (code === 'askCaseWorker' && handles)) return [];
    const says = code === 'recordWhatWasDone' ? undefined : (title ?? imperativeOf(rule, first));
    return [{ code, title: says ?? ACTS[code], types: allowed }];
  });

/**
 * The one imperative of a line. The question whether it is done already is no imperative, so it is the first act after that; for a reader who can do
 * nothing about it, what would settle it.
 */
export const imperativeFor = (
  rule: string | null,
  acts: readonly OfferedAct[],
  settledBy: readonly [PersonalFileEventType, ...PersonalFileEventType[]],
): Text =>
  acts.find(({ code }) => code !== 'recordWhatWasDone')?.title ??
  imperativeOf(rule, settledBy[0]) ??
  ACTS.carryOut;
