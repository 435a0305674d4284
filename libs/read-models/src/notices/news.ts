import {
  addDays,
  earliest,
  firstFindingId,
  latest,
  type CaseId,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import type { Finding } from '@rt/rules';
import type { NoticeKind } from './notices.table';

/** How long before its last day a deadline is told of. */
export const nearDays = 3;

/** What there is to tell of a file, by the days on which things happened. When it was known is another question. */
export interface News {
  /** Tells it apart within the file: what it is about, and its kind. The ids of notices are made of it, so a renamed rule does not change it. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly rule?: string;
  readonly obligationId?: string;
  readonly inputs?: Finding['inputs'];
  readonly eventType?: string;
  readonly eventId: EventId;
  readonly caseId?: CaseId;
  readonly dueOn?: LocalDate;
  /** The first day on which it is so. */
  readonly from: LocalDate;
  /** The day from which it is no longer so. */
  readonly until?: LocalDate;
}

/** Everything there is to tell, but for what ended before it began. */
export const newsIn = (file: PersonalFile, findings: readonly Finding[]): readonly News[] =>
  [...findings.flatMap(ofFinding), ...answersIn(file)].filter(
    ({ from, until }) => until === undefined || until > from,
  );

const ofFinding = (finding: Finding): readonly News[] => {
  const { id, rule, trigger, caseId, dueOn, arisesOn, inputs } = finding;
  const told = {
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
    ...told,
    from,
    ...(end !== undefined && { until: end }),
  });
  const late = addDays(dueOn, 1);
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

/** Met, no longer asked for, explained, or acknowledged by somebody who thereby knows of it. */
const endOf = ({ fulfilledOn, voidedOn, explainedOn, acknowledgedOn }: Finding): LocalDate | undefined => {
  const [first, ...others] = [fulfilledOn, voidedOn, explainedOn, acknowledgedOn].filter(
    (day) => day !== undefined,
  );
  return first === undefined ? undefined : earliest(first, ...others);
};

/** What providers have sent in, until somebody has dealt with it. */
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
