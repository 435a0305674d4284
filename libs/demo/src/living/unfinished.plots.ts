import { addDays, nextWorkday, weekdaysAfter, type AppealId, type LocalDate } from '@rt/domain';
import { extentOf, lawOn } from '../course/kinds';
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

const judged = { measure: 'boendestod', act: 'sol', granted: 5, requested: 5 } as const;

/** The court grants, four weeks before the day of the demo, what the board rejected. Nothing is ordered. */
const leaveJudgment = (story: FileInProgress): void => {
  const { file, handled, day } = story;
  const { measure, act, granted } = judged;
  const appealId = file.id<AppealId>();
  const received = weekdaysAfter(handled.decidedOn, 12);
  const judgedOn = workdayBefore(addDays(day, -28));
  const law = lawOn(measure, act, judgedOn);
  file.log('AppealReceived', received, { appealId, decisionId: handled.decisionId });
  file.log('AppealTimelinessChecked', weekdaysAfter(received, 2), { appealId, inTime: true });
  file.log('AppealForwarded', weekdaysAfter(received, 4), { appealId });
  file.log('AppealDecided', judgedOn, {
    ...{ appealId, outcome: 'changed', court: 'administrativeCourt', courtCaseNumber: '1234-26' },
    grants: {
      ...{ law, measure, outcome: 'approval', from: judgedOn },
      grantedExtent: extentOf(measure, granted, ['Morgonstöd', 'Matlagning']),
    },
  });
};

/** The reasons of a decision are written anew after the person has got it. */
const correctServed = ({ file, handled: { decision, decidedOn } }: FileInProgress): void =>
  file.correct(
    decision.entry,
    weekdaysAfter(decidedOn, 20),
    {
      reason: 'Motiveringen förtydligas.',
      data: { ...decision.data, reasons: `${decision.data.reasons} Motiveringen är förtydligad.` },
    },
    file.district.unitManager,
  );

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
  ...threeOf('decision-corrected-after-service', [60, 200], { then: correctServed }),
  ...threeOf(['order-after-approval', 'judgment-to-carry-out'], [140, 200], {
    course: () => ({ ...judged, outcome: 'rejection' }),
    then: leaveJudgment,
  }),
];
