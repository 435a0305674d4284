import type { DecisionId, FollowUpId, LocalDate } from '@rt/domain';
import type { FileWriter } from '../file-writer';
import { FURTHER_NEEDS, PERSONS_VIEW, PRESENT_SITUATION } from '../texts/execution.texts';
import { CHILD_IMPACT } from '../texts/investigation.texts';
import type { Theme } from '../texts/theme';
import type { Ordered } from './course';

/** Records a follow-up of the measure, goal by goal. */
export const followUp = (
  file: FileWriter,
  day: LocalDate,
  decisionId: DecisionId,
  ordered: Ordered,
  themes: readonly Theme[],
  childrenAtHome = false,
): void => {
  const { chance } = file;
  const followUpId = file.id<FollowUpId>();
  file.log('FollowUpDocumented', day, {
    followUpId,
    decisionId,
    orderId: ordered.orderId,
    planId: ordered.planId ?? null,
    how: chance.pick(['homeVisit', 'meeting', 'phone'] as const),
    personsView: chance.pick(PERSONS_VIEW),
    performedAsDecided: chance.pick(['yes', 'yes', 'partly'] as const),
    presentSituation: chance.pick(PRESENT_SITUATION),
    furtherNeeds: chance.pick(FURTHER_NEEDS),
    goals: ordered.content.goals
      .filter(({ level }) => level === 'sub')
      .map(({ goalId }) => ({
        goalId,
        attainment: chance.pick(['met', 'met', 'partlyMet', 'notMet'] as const),
      })),
    performerId: null,
    activitiesDone: themes.map(({ activity }) => activity),
  });
  if (childrenAtHome) file.log('ChildImpactAssessed', day, { followUpId, text: chance.pick(CHILD_IMPACT) });
};
