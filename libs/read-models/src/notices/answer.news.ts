import { earliest, type PersonalFile, type PersonalFileEvent, type Recorded } from '@rt/domain';
import type { News, NewsSource } from './news';

/** Entries that providers have sent, until a case worker has dealt with them. */
export const answerNews: NewsSource<'answer'> = { kinds: ['answer'], newsIn: (file) => answersIn(file) };

const answersIn = (file: PersonalFile): readonly News<'answer'>[] => [
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

const answer = (event: Event, dealtWith: readonly Event[]): readonly News<'answer'>[] => {
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
