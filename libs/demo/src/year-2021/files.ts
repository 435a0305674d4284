import {
  addDays,
  addMonths,
  nextWorkday,
  on,
  weekdaysAfter,
  type CaseId,
  type FileId,
  type GoalId,
  type LocalDate,
} from '@rt/domain';
import { draw, reviewDefinition, seedOf, type FrameUnit } from '@rt/inspection';
import { createHash } from 'node:crypto';
import type { Chance } from '../chance';
import { callProfessional, callRelative } from '../course/contacts';
import type { Course, Handled, OrderCourse } from '../course/course';
import { appliedBefore, handleApplication } from '../course/handle-application';
import { handleEarlier } from '../course/handle-earlier';
import { assignWorker, recordHome, recordRelative } from '../course/open-file';
import { externalPerformer, relativePerformer } from '../course/performers';
import { workdayBefore } from '../course/workday';
import { DEMO_DRAW, DEMO_REVIEW } from '../demo-review';
import { FileWriter } from '../file-writer';
import type { People } from '../people/people';
import type { FileScript } from '../script';
import { decisionsOf2021, type YearDecision } from './decisions';
import { picture, type Contents } from './picture';

/** By this day every case of the year has ended. */
const ENDS_BEFORE = on('2023-07-01');

/**
 * Makes the personal files of the year's 522 decisions. The published numbers are those of a sample, and the review draws its sample from these files
 * with two fixed values. So the draw is made here too, with the same function, and the published shares are assigned twice: to the drawn decisions and,
 * separately, to the others. A file does not show which group it belongs to.
 */
export const filesOf2021 = (chance: Chance, people: People): readonly FileScript[] => {
  const decisions = decisionsOf2021(chance.fork('decisions'));
  const approvals = decisions.filter(({ outcome }) => outcome !== 'rejection');
  const drawn = drawnOf(approvals);
  const contents = new Map([
    ...picture(
      chance.fork('drawn'),
      approvals.filter((decision) => drawn.has(decision.decisionId)),
    ),
    ...picture(
      chance.fork('left'),
      approvals.filter((decision) => !drawn.has(decision.decisionId)),
    ),
  ]);
  return decisions.map((decision, at) =>
    writeFile(chance.fork(at), people, decision, contents.get(decision), at),
  );
};

/** The decisions that the review will draw. The draw depends only on the seed and the decision's id, so its file and case need no ids yet. */
const drawnOf = (approvals: readonly YearDecision[]): ReadonlySet<string> => {
  const frame = approvals.map(({ decisionId, district, sex, act, decidedOn }): FrameUnit => ({
    decisionId,
    fileId: '' as FileId,
    caseId: '' as CaseId,
    unitId: district.unitId,
    sex,
    act,
    decidedOn,
  }));
  const review = reviewDefinition(DEMO_REVIEW);
  if (!review) throw new Error(`there is no review ${DEMO_REVIEW}`);
  const { strata } = review.plan;
  const seed = seedOf(DEMO_DRAW.value, DEMO_DRAW.spoken);
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  return new Set(draw(frame, strata, seed, sha256).cases.map(({ decisionId }) => decisionId));
};

/** The contents of a rejection's file: no order and nothing that follows from one; the rest is as in other files. */
const OF_A_REJECTION: Contents = {
  investigation: 'current',
  told: 'all',
  grounds: 'noAssessment',
  home: 'alone',
  task: 'noOrder',
  plan: 'never',
  likeOrder: 'same',
  planContent: 'whole',
  relativeEmployed: 'no',
  contact: 'no',
  followedUp: false,
  expenseAllowance: 'forgotten',
};

const writeFile = (
  chance: Chance,
  people: People,
  decision: YearDecision,
  contents: Contents = OF_A_REJECTION,
  at: number,
): FileScript => {
  const { decidedOn, district, sex } = decision;
  const renewed =
    contents.investigation === 'outdated' || (decision.outcome === 'approval' && chance.happens(10));
  const appliedOn = appliedBefore(chance, decidedOn);
  const earlierOn = workdayBefore(addDays(decidedOn, -chance.whole(400, 430)));
  const earlierAppliedOn = appliedBefore(chance, earlierOn);
  const openedOn = renewed ? earlierAppliedOn : appliedOn;
  const person = people.person(chance, sex, chance.whole(19, 84), openedOn);
  const file = new FileWriter(`2021/${at}`, chance, district, person, openedOn, ENDS_BEFORE);
  assignWorker(file);
  const cohabits = recordHome(file, contents.home);
  const earlier = renewed
    ? handleEarlier(
        file,
        { ...basicsOf(decision), appliedOn: earlierAppliedOn, decidedOn: earlierOn },
        decidedOn,
      )
    : undefined;
  const handled = handleApplication(file, courseOf(decision, contents, appliedOn, earlier));
  changeOrder(file, handled, contents);
  involveOthers(file, handled, contents, cohabits);
  askAboutViolence(file, lastDayOf(decision));
  close(file, decision, handled);
  return file.script();
};

const basicsOf = ({ act, granted }: YearDecision) => ({
  measure: act === 'sol' ? 'ledsagning' : 'ledsagarservice',
  act,
  granted,
});

const courseOf = (
  decision: YearDecision,
  contents: Contents,
  appliedOn: LocalDate,
  renews: Handled | undefined,
): Course => {
  const { decisionId, decidedOn, outcome, granted } = decision;
  return {
    ...basicsOf(decision),
    appliedOn,
    decidedOn,
    decisionId,
    outcome,
    requested: outcome === 'approval' ? granted : granted + 6 + (granted % 5) * 2,
    ...(outcome !== 'rejection' && { grantedTo: addDays(addMonths(decidedOn, 12), -1) }),
    ...(renews && { renews }),
    investigation: contents.investigation,
    told: contents.told,
    grounds: contents.grounds,
    childrenAtHome: contents.home === 'children',
    relativesAtHome: contents.home === 'relatives',
    expenseAllowance: contents.expenseAllowance,
    order: orderOf(contents),
  };
};

const orderOf = ({ task, plan, likeOrder, planContent, followedUp }: Contents): OrderCourse | null => {
  if (task === 'noOrder') return null;
  return {
    task,
    ...(task !== 'specified' && { goals: 'none', purpose: 'none' }),
    followUps: followedUp ? 'firstOnly' : 'none',
    plan:
      plan === 'never'
        ? null
        : {
            likeOrder,
            content: planContent,
            ...(plan === 'late' && { afterDays: 34 }),
            ...(plan === 'late' && { returnedFirst: true }),
          },
  };
};

/** The order is changed after the plan was approved, and the provider sends no new plan. */
const changeOrder = (file: FileWriter, { ordered }: Handled, { plan }: Contents): void => {
  if (plan !== 'outgrown' || !ordered?.approvedOn) return;
  const { orderId, content, approvedOn } = ordered;
  file.log('OrderRevised', weekdaysAfter(approvedOn, file.chance.whole(10, 25)), {
    orderId,
    ...content,
    goals: [
      ...content.goals,
      {
        goalId: file.id<GoalId>(),
        level: 'sub',
        parentGoalId: content.goals[0]?.goalId ?? null,
        text: 'Att pröva en ny aktivitet varje kvartal',
        measuredBy: 'Antal nya aktiviteter',
        byThePerson: true,
      },
    ],
  });
};

const involveOthers = (
  file: FileWriter,
  handled: Handled,
  contents: Contents,
  cohabits: readonly string[],
): void => {
  const { chance } = file;
  const { ordered } = handled;
  const someRelative = () =>
    (cohabits[0] as ReturnType<typeof recordRelative> | undefined) ??
    recordRelative(file, chance.pick(['sibling', 'parent', 'child'] as const), chance.happens(50));
  if (ordered && contents.relativeEmployed !== 'no')
    relativePerformer(file, ordered, someRelative(), contents.relativeEmployed);
  else if (ordered && chance.happens(30)) externalPerformer(file, ordered);
  if (contents.contact === 'no') return;
  const day = workdayBefore(addDays(handled.decidedOn, chance.whole(20, 150)));
  if (contents.contact === 'professional') callProfessional(file, day, 'none');
  else callRelative(file, someRelative(), day, contents.contact);
};

/** The questions are asked when the file is opened, and within a year of each time until the case is closed. */
const askAboutViolence = (file: FileWriter, last: LocalDate): void => {
  for (let day = addDays(file.openedOn, 10); nextWorkday(day) < last; day = addMonths(day, 11))
    file.log('ViolenceQuestionsAsked', nextWorkday(day), {});
};

const lastDayOf = ({ decidedOn, outcome }: YearDecision): LocalDate =>
  outcome === 'rejection' ? weekdaysAfter(decidedOn, 25) : nextWorkday(addMonths(decidedOn, 12));

/** The granted measure ends after a year, and the case is closed. */
const close = (file: FileWriter, decision: YearDecision, { caseId, ordered }: Handled): void => {
  const { outcome } = decision;
  const last = lastDayOf(decision);
  if (ordered?.executionId)
    file.log('ExecutionEnded', last, { executionId: ordered.executionId, reason: 'Beslutet har löpt ut' });
  file.log('CaseClosed', last, { caseId, reason: outcome === 'rejection' ? 'rejected' : 'measureEnded' });
};
