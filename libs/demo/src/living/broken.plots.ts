import { addDays, weekdaysAfter, type GoalId } from '@rt/domain';
import type { Course, PlanCourse } from '../course/course';
import type { BrokenRule, Plot, FileInProgress } from './plot';

const broken = (rule: BrokenRule, decidedAgo: Plot['decidedAgo'], rest: Partial<Plot>): Plot => ({
  ...rest,
  breaks: [rule, ...(rest.breaks ?? [])],
  decidedAgo,
});
const byCourse = (
  rule: BrokenRule,
  decidedAgo: Plot['decidedAgo'],
  course: Partial<Course>,
  ...alongWith: readonly BrokenRule[]
): Plot => broken(rule, decidedAgo, { course: () => course, breaks: alongWith });
const byPlan = (rule: BrokenRule, decidedAgo: Plot['decidedAgo'], plan: PlanCourse): Plot =>
  byCourse(rule, decidedAgo, { order: { plan: { renewed: true, ...plan } } });

/** The order is changed after the plan was approved, and the provider sends no new plan. */
const outgrowPlan = ({ file, handled: { ordered } }: FileInProgress): void => {
  if (!ordered?.approvedOn) return;
  const { content, orderId } = ordered;
  file.log('OrderRevised', weekdaysAfter(ordered.approvedOn, 20), {
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

/**
 * Files that each break one rule on purpose, for every rule the clearest file first. Some gaps cause another: if the order has no goals, no goal
 * of the plan serves one; without an investigation there is no assessment; a withdrawn consent covers no contact.
 */
export const BROKEN_PLOTS: readonly Plot[] = [
  broken('plan-due', [40, 46], {
    course: (day) => ({ order: { plan: { receivedOn: addDays(day, -3), reviewAfterDays: null } } }),
    sight: {
      sv: 'Genomförandeplanen kom långt efter de femton dagarna.',
      en: 'The plan came long after the fifteen days.',
    },
  }),
  byCourse('plan-due', [30, 60], { order: { plan: null } }),
  byCourse('plan-due', [70, 140], { order: { plan: null, followUps: 'none' } }),
  byPlan('plan-due', [150, 300], { afterDays: 33 }),

  byPlan('plan-review-due', [45, 60], { reviewAfterDays: null }),
  byPlan('plan-review-due', [60, 110], { reviewAfterDays: null }),
  byPlan('plan-review-due', [120, 250], { reviewAfterDays: 26 }),
  byPlan('plan-review-due', [45, 80], { reviewAfterDays: null }),

  byPlan('plan-renewal-due', [440, 560], { renewed: false }),
  byPlan('plan-renewal-due', [420, 500], { renewed: false }),
  broken('plan-renewal-due', [120, 240], { then: outgrowPlan }),
  byPlan('plan-renewal-due', [480, 620], { renewed: false }),

  byPlan('plan-mismatch-order', [50, 150], { likeOrder: 'goalChanged' }),
  byPlan('plan-mismatch-order', [60, 200], { likeOrder: 'hoursChanged' }),
  byPlan('plan-mismatch-order', [60, 300], { likeOrder: 'goalMissing' }),
  byPlan('plan-mismatch-order', [60, 300], { likeOrder: 'purposeChanged' }),

  byPlan('plan-content-incomplete', [50, 200], { content: 'noResponsible' }),
  byPlan('plan-content-incomplete', [50, 200], { content: 'noTimes' }),
  byPlan('plan-content-incomplete', [50, 300], { content: 'noFollowUp' }),
  byPlan('plan-content-incomplete', [50, 300], { content: 'noParticipation' }),

  byCourse('order-after-approval', [12, 30], { order: null }),
  byCourse('order-after-approval', [20, 50], { order: null }),
  byCourse('order-after-approval', [70, 200], { order: { afterDays: 24, plan: { renewed: true } } }),
  byCourse('order-after-approval', [15, 40], { order: null }),

  byCourse(
    'order-unspecific',
    [40, 120],
    { order: { task: 'name', goals: 'none', purpose: 'none' } },
    'plan-content-incomplete',
  ),
  broken('order-unspecific', [60, 200], {
    breaks: ['plan-content-incomplete'],
    companion: true,
    course: () => ({ order: { task: 'leisure', goals: 'none', plan: { renewed: true } } }),
  }),
  byCourse('order-unspecific', [60, 250], { order: { task: 'name', plan: { renewed: true } } }),
  byCourse(
    'order-unspecific',
    [60, 250],
    { order: { goals: 'none', plan: { renewed: true } } },
    'plan-content-incomplete',
  ),

  byCourse(
    'decision-without-current-investigation',
    [40, 200],
    { investigation: 'none' },
    'assessment-missing',
  ),
  broken('decision-without-current-investigation', [30, 150], {
    renews: true,
    course: () => ({ investigation: 'outdated' }),
  }),
  byCourse(
    'decision-without-current-investigation',
    [40, 300],
    { investigation: 'afterwards' },
    'assessment-missing',
  ),
  broken('decision-without-current-investigation', [60, 200], {
    renews: true,
    course: () => ({ investigation: 'outdated' }),
  }),

  byCourse('assessment-missing', [40, 200], { grounds: 'noAssessment' }),
  byCourse('assessment-missing', [40, 250], { grounds: 'noReasons' }),
  byCourse('assessment-missing', [40, 300], { grounds: 'noFacts' }),
  byCourse('assessment-missing', [25, 90], { grounds: 'noReasons', outcome: 'partialRejection' }),

  byCourse('wishes-missing', [40, 200], { told: 'noWishes' }),
  byCourse('wishes-missing', [40, 250], { told: 'noInterests' }),
  byCourse('wishes-missing', [40, 300], { told: 'noResources' }),
  byCourse('wishes-missing', [40, 100], { told: 'noWishes' }),

  broken('contact-relative-without-consent', [60, 150], {
    callsRelative: 'none',
    sight: {
      sv: 'Brodern rings upp utan att något medgivande finns.',
      en: 'The brother is phoned, and no consent covers the call.',
    },
  }),
  broken('contact-relative-without-consent', [60, 250], { callsRelative: 'givenLater' }),
  broken('contact-relative-without-consent', [60, 250], { callsRelative: 'none', home: 'relatives' }),
  broken('contact-relative-without-consent', [90, 300], { callsRelative: 'none' }),

  broken('contact-professional-without-consent', [60, 150], { callsProfessional: 'none' }),
  broken('contact-professional-without-consent', [60, 250], { callsProfessional: 'none' }),
  broken('contact-professional-without-consent', [60, 250], { callsProfessional: 'givenLater' }),
  broken('contact-professional-without-consent', [60, 300], { callsProfessional: 'none' }),

  broken('contact-after-withdrawal', [90, 250], {
    breaks: ['contact-relative-without-consent'],
    callsRelative: 'withdrawn',
  }),
  broken('contact-after-withdrawal', [90, 300], {
    breaks: ['contact-relative-without-consent'],
    callsRelative: 'withdrawn',
    home: 'relatives',
  }),
  broken('contact-after-withdrawal', [90, 300], {
    breaks: ['contact-relative-without-consent'],
    callsRelative: 'withdrawn',
  }),
  broken('contact-after-withdrawal', [90, 300], {
    breaks: ['contact-professional-without-consent'],
    callsProfessional: 'withdrawn',
  }),

  broken('relative-employed-without-asking', [130, 200], {
    companion: true,
    relativeEmployed: 'never',
    sight: {
      sv: 'Systern utför insatsen; utföraren frågade aldrig.',
      en: 'The sister performs the measure; the provider never asked.',
    },
  }),
  broken('relative-employed-without-asking', [130, 300], { companion: true, relativeEmployed: 'afterwards' }),
  broken('relative-employed-without-asking', [130, 300], { companion: true, relativeEmployed: 'never' }),
  broken('relative-employed-without-asking', [130, 300], { companion: true, relativeEmployed: 'never' }),

  byCourse('follow-up-due', [270, 360], { order: { followUps: 'none', plan: { renewed: true } } }),
  byCourse('follow-up-due', [300, 500], { order: { followUps: 'none', plan: { renewed: true } } }),
  byCourse('follow-up-due', [350, 500], { order: { followUps: 'late', plan: { renewed: true } } }),
  byCourse('follow-up-due', [300, 420], { order: { followUps: 'none', plan: { renewed: true } } }),
];
