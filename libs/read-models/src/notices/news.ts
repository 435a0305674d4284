import {
  addDays,
  earliest,
  END_OF_TIME,
  firstFindingId,
  latest,
  reminderDaysIn,
  type CaseId,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type UserId,
} from '@rt/domain';
import { openUntil, type Finding } from '@rt/rules';
import type { NoticeKind } from './notices.table';

/** How many days before its last day a deadline becomes a notice. */
export const nearDays = 3;

/** A possible notice of a file, with the days on which things happened. The days on which they became known are added later. */
export interface News {
  /** Identifies it within the file: its kind and what it concerns. The ids of notices follow from it, so a renamed rule does not change it. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly rule?: string;
  readonly obligationId?: string;
  readonly inputs?: Finding['inputs'];
  readonly eventType?: string;
  readonly eventId: EventId;
  readonly caseId?: CaseId;
  /** Whom it is for in place of the case worker who has the file. */
  readonly workerId?: UserId;
  readonly dueOn?: LocalDate;
  /** The first day on which it applies. */
  readonly from: LocalDate;
  /** The day from which it no longer applies. */
  readonly until?: LocalDate;
}

/** All possible notices of a file, without those that end before they begin. */
export const newsIn = (file: PersonalFile, findings: readonly Finding[]): readonly News[] =>
  [...findings.flatMap(ofFinding), ...answersIn(file), ...remindersIn(file)].filter(
    ({ from, until }) => until === undefined || until > from,
  );

const ofFinding = (finding: Finding): readonly News[] => {
  const { id, rule, trigger, caseId, dueOn, arisesOn, inputs } = finding;
  const shared = {
    rule,
    obligationId: id,
    inputs,
    eventId: trigger,
    dueOn,
    ...(caseId !== undefined && { caseId }),
  };
  const until = endOf(finding);
  const news = (kind: NoticeKind, from: LocalDate, end = until): News => ({
    key: `${kind} ${firstFindingId(id)}`,
    kind,
    ...shared,
    from,
    ...(end !== undefined && { until: end }),
  });
  const late = latest(arisesOn, addDays(dueOn, 1));
  switch (finding.kind) {
    case 'deadline': {
      const near = latest(arisesOn, addDays(dueOn, -nearDays));
      return [
        news('deadlineNear', near, until === undefined ? late : earliest(until, late)),
        news('gap', late),
      ];
    }
    case 'quality':
      return [news('gap', late)];
    case 'violation':
      return [news('violation', arisesOn)];
  }
};

/** The day on which the finding was settled or acknowledged: a user who acknowledges it knows of it. */
const endOf = (finding: Finding): LocalDate | undefined => {
  const end = earliest(openUntil(finding), finding.acknowledgedOn ?? END_OF_TIME);
  return end === END_OF_TIME ? undefined : end;
};

/** Entries that providers have sent, until a case worker has dealt with them. */
const answersIn = (file: PersonalFile): readonly News[] => [
  ...file.events('PlanReceived').flatMap((event) => {
    const plan = file.get('plan', event.data.planId);
    return answer(event, [...(plan?.since('PlanApproved') ?? []), ...(plan?.since('PlanReturned') ?? [])]);
  }),
  ...file.events('ProviderFollowUpReceived').flatMap((event) => answer(event, [])),
  ...file.events('DeviationReported').flatMap((event) => {
    const deviation = file.get('deviation', event.data.deviationId);
    return answer(event, deviation?.since('DeviationHandled') ?? []);
  }),
  ...file.events('RelativeEmploymentAsked').flatMap((event) => {
    const question = file.get('question', event.data.questionId);
    return answer(event, question?.since('RelativeEmploymentAnswered') ?? []);
  }),
];

/** Reminders, each from its day on until it is moved, done or dropped. */
const remindersIn = (file: PersonalFile): readonly News[] =>
  reminderDaysIn(file).map(({ stated, on, userId, endedOn }) => ({
    key: `reminder ${stated.id}`,
    kind: 'reminder',
    eventType: stated.type,
    eventId: stated.id,
    ...(stated.caseId !== undefined && { caseId: stated.caseId }),
    ...(userId !== undefined && { workerId: userId }),
    dueOn: on,
    from: on,
    ...(endedOn !== undefined && { until: endedOn }),
  }));

type Event = Recorded<PersonalFileEvent>;

const answer = (event: Event, dealtWith: readonly Event[]): readonly News[] => {
  if (event.origin !== 'provider') return [];
  const [first, ...others] = dealtWith.map(({ occurredOn }) => occurredOn);
  return [
    {
      key: `answer ${event.id}`,
      kind: 'answer',
      eventType: event.type,
      eventId: event.id,
      ...(event.caseId !== undefined && { caseId: event.caseId }),
      from: event.occurredOn,
      ...(first !== undefined && { until: earliest(first, ...others) }),
    },
  ];
};
