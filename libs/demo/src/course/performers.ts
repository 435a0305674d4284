import {
  addDays,
  nextWorkday,
  weekdaysAfter,
  type LocalDate,
  type PartyId,
  type PerformerId,
  type QuestionId,
} from '@rt/domain';
import type { FileWriter } from '../file-writer';
import { companion } from '../people/people';
import { EMPLOYMENT_ASSESSMENTS_NO, EMPLOYMENT_ASSESSMENTS_YES } from '../texts/execution.texts';
import type { Ordered } from './course';

/** Records an employee of the provider who performs the measure. */
export const externalPerformer = (file: FileWriter, { orderId, beganOn }: Ordered): void => {
  if (!beganOn) return;
  const partyId = file.id<PartyId>();
  file.log('PartyRecorded', beganOn, { partyId, ...companion(file.chance) });
  file.log('PerformerRecorded', beganOn, {
    performerId: file.id<PerformerId>(),
    orderId,
    partyId,
    kind: 'external',
  });
};

/** When the provider asked the case worker about employing a relative; the contract requires it to ask before. */
export type AskedWhen = 'before' | 'afterwards' | 'never' | 'beforeAndRefused';

/** Records a relative who performs the measure. If the provider did not ask before, the case worker learns of it later. */
export const relativePerformer = (
  file: FileWriter,
  ordered: Ordered,
  partyId: PartyId,
  asked: AskedWhen,
  isRiskAssessed = true,
): void => {
  const { orderId, beganOn } = ordered;
  if (!beganOn) return;
  const { chance } = file;
  const performerId = file.id<PerformerId>();
  const isBefore = asked === 'before' || asked === 'beforeAndRefused';
  const learnedOn = isBefore ? beganOn : weekdaysAfter(beganOn, chance.whole(10, 50));
  if (isBefore)
    askAndAnswer(
      file,
      ordered,
      partyId,
      nextWorkday(addDays(ordered.orderedOn, 3)),
      beganOn,
      asked === 'beforeAndRefused',
    );
  file.log(
    'PerformerRecorded',
    beganOn,
    { performerId, orderId, partyId, kind: 'relative', learnedOn },
    { recordedOn: learnedOn },
  );
  if (asked === 'afterwards') askAndAnswer(file, ordered, partyId, learnedOn, beganOn);
  const assessedAfter = asked === 'never' ? 0 : chance.whole(5, 15);
  // A provider that asks before gets the assessment before the relative begins.
  if (asked !== 'never' && isRiskAssessed)
    file.log('IndividualRiskAssessed', isBefore ? beganOn : weekdaysAfter(learnedOn, assessedAfter), {
      performerId,
      assessment:
        'Den anhöriga företräder inte den enskilde. Risken för att den enskildes vilja inte kommer fram bedöms som låg.',
    });
};

const askAndAnswer = (
  file: FileWriter,
  { orderId }: Ordered,
  partyId: PartyId,
  askedOn: LocalDate,
  plannedFrom: LocalDate,
  isRefused = false,
): void => {
  const { chance } = file;
  const questionId = file.id<QuestionId>();
  file.log('RelativeEmploymentAsked', askedOn, { questionId, orderId, partyId, plannedFrom });
  const isGranted = askedOn < plannedFrom || chance.happens(70);
  const answer = isGranted && !isRefused ? 'yes' : 'no';
  file.log('RelativeEmploymentAnswered', weekdaysAfter(askedOn, chance.whole(1, 3)), {
    questionId,
    answer,
    assessment: chance.pick(answer === 'yes' ? EMPLOYMENT_ASSESSMENTS_YES : EMPLOYMENT_ASSESSMENTS_NO),
  });
};
