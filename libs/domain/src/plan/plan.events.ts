import { extent } from '../codes';
import {
  about,
  creates,
  day,
  directoryId,
  event,
  flag,
  optional,
  orNone,
  parts,
  refersTo,
  shortText,
  step,
  text,
  texts,
  type EventIn,
  type EventsIn,
  type Payload,
} from '../declare';

const planGoal = {
  goalId: creates('goal'),
  // None: a goal that the order does not have.
  orderGoalId: orNone(refersTo('goal', 'Beställningens mål', 'Goal of the order')),
  text: text('Mål', 'Goal'),
};
export type PlanGoal = Payload<typeof planGoal>;

const planActivity = {
  goalId: orNone(refersTo('goal', 'Planens mål', 'Goal of the plan')),
  what: text('Vad', 'What'),
  when: optional(text('När', 'When')),
  how: optional(text('Hur', 'How')),
  responsible: optional(shortText('Ansvarig hos utföraren', 'Responsible at the provider')),
};
export type PlanActivity = Payload<typeof planActivity>;

export const planStep = step({
  title: { sv: 'Genomförandeplan', en: 'Implementation plan' },
  permission: 'plan.review',
  case: 'required',
  events: {
    // A late plan is recorded, never refused: refusing would hide the gap.
    PlanReceived: event({
      title: {
        sv: 'Genomförandeplan mottagen från utföraren',
        en: 'Implementation plan received from the provider',
      },
      permission: 'plan.receive',
      fields: {
        planId: creates('plan'),
        orderId: orNone(refersTo('order')),
        task: optional(text('Uppdrag', 'Task')),
        purpose: optional(text('Syfte', 'Purpose')),
        goals: parts(planGoal, 'Mål', 'Goals'),
        activities: parts(planActivity, 'Aktiviteter', 'Activities'),
        extent: orNone(extent()),
        cooperation: optional(text('Samverkan', 'Cooperation')),
        followUpWhen: optional(text('Följs upp när', 'Followed up when')),
        followUpHow: optional(text('Följs upp hur', 'Followed up how')),
        personTookPart: flag('Den enskilde deltog', 'The person took part'),
        wishesCaughtOtherwise: optional(
          text('Önskemål fångade på annat sätt', 'Wishes caught otherwise', {
            help: ['Hur, om den enskilde inte deltog', 'How, where the person did not take part'],
          }),
        ),
        validTo: optional(day('Gäller till och med', 'Valid through')),
      },
    }),
    PlanReturned: event({
      title: { sv: 'Planen returnerad till utföraren', en: 'Plan returned to the provider' },
      fields: { planId: about('plan'), reasons: texts('Skäl', 'Reasons') },
    }),
    // A later approval by the right person is a new one.
    PlanApproved: event({
      title: { sv: 'Planen godkänd', en: 'Plan approved' },
      fields: { planId: about('plan'), approvedBy: directoryId('user', 'Godkänd av', 'Approved by') },
    }),
  },
});

export type PlanEvent = EventsIn<typeof planStep>;
export type PlanReceived = EventIn<typeof planStep, 'PlanReceived'>;
