import { addDays, nextWorkday, weekdaysAfter, type AppealId, type LocalDate } from '@rt/domain';
import { workdayBefore } from '../course/workday';
import type { BrokenRule, FileInProgress, Plot } from './plot';

/** Three files that break a rule, which lie in three units. */
const threeOf = (
  breaks: BrokenRule | readonly BrokenRule[],
  decidedAgo: Plot['decidedAgo'],
  rest: Partial<Plot>,
): readonly Plot[] =>
  Array.from({ length: 3 }, () => ({
    breaks: typeof breaks === 'string' ? [breaks] : breaks,
    decidedAgo,
    ...rest,
  }));

const rejected: Partial<Plot> = { course: () => ({ outcome: 'rejection' }) };

/** An appeal comes in and, if `checked`, is found to be in time. Nothing more is done. */
const appeal =
  (checked: boolean) =>
  ({ file, handled: { decisionId, decidedOn } }: FileInProgress): void => {
    const appealId = file.id<AppealId>();
    const received = weekdaysAfter(decidedOn, 12);
    file.log('AppealReceived', received, { appealId, decisionId });
    if (checked) file.log('AppealTimelinessChecked', weekdaysAfter(received, 2), { appealId, inTime: true });
  };

const demandDecision = ({ file, handled: { applicationId }, day }: FileInProgress): void => {
  file.log('RequestToDecideReceived', workdayBefore(addDays(day, -40)), { applicationId });
};

const interrupt = ({ file, handled: { ordered }, day }: FileInProgress): void => {
  if (!ordered?.executionId) return;
  file.log('ExecutionInterrupted', nextWorkday(addDays(day, -120)), {
    executionId: ordered.executionId,
    reason: 'Utföraren saknar personal',
  });
};

const leaveWithoutWorker = ({ file, assignmentId, day }: FileInProgress): void => {
  file.log(
    'CaseWorkerUnassigned',
    workdayBefore(addDays(day, -8)),
    { assignmentId, reason: 'Handläggaren har slutat' },
    { by: file.district.unitManager },
  );
};

const companionService = { measure: 'ledsagarservice', act: 'lss', granted: 15, requested: 15 } as const;

const neverBegun: Partial<Plot> = {
  course: () => ({ order: { beginsAfterDays: null, plan: { renewed: true } } }),
};

/**
 * Files in which a duty of the board is left undone: an application without a decision, a decision that was not sent, an appeal that stays, an
 * approval that is not carried out. New plots are added at the end, so that the files before them stay what they are.
 */
export const UNFINISHED_PLOTS: readonly Plot[] = [
  ...threeOf('investigation-start-due', [60, 200], { course: () => ({ investigationAfter: 9 }) }),
  ...threeOf('decision-delayed', [-30, -14], { appliedBefore: 230 }),
  ...threeOf(['request-to-decide-unanswered', 'decision-delayed'], [-30, -14], {
    appliedBefore: 260,
    then: demandDecision,
  }),
  ...threeOf('decision-notice-due', [20, 60], { course: () => ({ outcome: 'rejection', notice: 'never' }) }),
  ...threeOf('appeal-timeliness-check', [40, 90], { ...rejected, then: appeal(false) }),
  ...threeOf('appeal-forwarding-due', [40, 90], { ...rejected, then: appeal(true) }),
  ...threeOf('decision-expiring', [200, 300], {
    course: (day: LocalDate) => ({ grantedTo: addDays(day, 40) }),
  }),
  ...threeOf('plan-resubmission-due', [60, 200], {
    course: () => ({ order: { plan: { returnedFirst: 'forGood' } } }),
  }),
  ...threeOf('decision-unexecuted', [110, 160], neverBegun),
  ...threeOf('execution-interrupted', [200, 300], { then: interrupt }),
  ...threeOf(['decision-unexecuted', 'unexecuted-report-due'], [300, 380], neverBegun),
  ...threeOf('case-without-worker', [60, 200], { then: leaveWithoutWorker }),
  ...threeOf('decision-without-communication', [40, 120], {
    course: () => ({ outcome: 'rejection', communication: 'never' }),
  }),
  ...threeOf('lss-without-request', [60, 200], {
    course: () => ({ ...companionService, requestedBy: 'somebodyElse' }),
  }),
  ...threeOf('order-without-decision', [60, 200], {
    course: () => ({ order: { moreThanGranted: 3, plan: { renewed: true } } }),
  }),
  ...threeOf('relative-employed-despite-no', [130, 250], {
    companion: true,
    relativeEmployed: 'beforeAndRefused',
  }),
  ...threeOf('relative-performer-and-representative', [130, 250], {
    companion: true,
    relativeEmployed: 'before',
    performerBecomesGuardian: true,
  }),
  ...threeOf('performer-lives-with-person', [130, 250], {
    companion: true,
    relativeEmployed: 'before',
    riskAssessed: false,
    home: 'relatives',
  }),
  ...threeOf('individual-plan-offer', [40, 160], {
    course: () => ({ ...companionService, individualPlan: 'never' }),
  }),
  ...threeOf('freda-yearly', [400, 560], { course: () => ({ violenceQuestions: 'onceOnly' }) }),
];
