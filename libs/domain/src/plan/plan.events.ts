import { extent } from '../codes';
import * as f from '../declare';

const planGoal = {
  goalId: f.creates('goal'),
  orderGoalId: f.orNone(
    f.refersTo('goal', 'Beställningens mål', 'Goal of the order', {
      help: ['Tomt: ett mål som beställningen inte har', 'Empty: a goal that the order does not have'],
    }),
  ),
  text: f.text('Mål', 'Goal'),
};
export type PlanGoal = f.Payload<typeof planGoal>;

const planActivity = {
  goalId: f.orNone(f.refersTo('goal', 'För målet', 'For the goal')),
  what: f.text('Vad som ska göras', 'What is to be done'),
  when: f.optional(f.text('När det ska göras', 'When it is to be done')),
  how: f.optional(f.text('Hur det ska göras', 'How it is to be done')),
  responsible: f.optional(f.shortText('Ansvarig hos utföraren', 'Responsible at the provider')),
};
export const planStep = f.step({
  title: { sv: 'Genomförandeplan', en: 'Implementation plan' },
  permission: 'plan.review',
  case: 'required',
  events: {
    // A late plan is never refused, because a refusal would hide the gap.
    PlanReceived: f.event({
      title: {
        sv: 'Genomförandeplan mottagen från utföraren',
        en: 'Implementation plan received from the provider',
      },
      day: { sv: 'Dagen planen kom in', en: 'The day on which the plan came in' },
      permission: 'plan.receive',
      fields: {
        planId: f.creates('plan'),
        orderId: f.orNone(f.refersTo('order')),
        task: f.optional(
          f.text('Uppdrag', 'Task', {
            help: [
              'Så som utföraren skriver det, inte beställningen',
              'As the provider writes it, not the order',
            ],
          }),
        ),
        purpose: f.optional(f.text('Syfte', 'Purpose')),
        goals: f.parts(planGoal, 'Mål', 'Goals'),
        activities: f.parts(planActivity, 'Aktiviteter', 'Activities', {
          help: ['En eller flera för varje mål', 'One or more for each goal'],
        }),
        extent: f.orNone(extent()),
        cooperation: f.optional(f.text('Samverkan med andra', 'Cooperation with others')),
        followUpWhen: f.optional(f.text('När planen följs upp', 'When the plan is followed up')),
        followUpHow: f.optional(f.text('Hur planen följs upp', 'How the plan is followed up')),
        personTookPart: f.flag('Den enskilde medverkade', 'The person took part', {
          help: ['En plan kan upprättas också utan medverkan', 'A plan can be made without it too'],
        }),
        wishesCaughtOtherwise: f.optional(
          f.text('Önskemål fångade på annat sätt', 'Wishes caught otherwise', {
            help: ['Hur, om den enskilde inte medverkade', 'How, where the person did not take part'],
          }),
        ),
        validTo: f.optional(
          f.day('Gäller till och med', 'Valid through', {
            help: ['Tomt: tills en ny plan kommer', 'Empty: until a new plan comes'],
          }),
        ),
      },
    }),
    PlanReturned: f.event({
      title: { sv: 'Planen returnerad till utföraren', en: 'Plan returned to the provider' },
      fields: {
        planId: f.about('plan'),
        reasons: f.texts('Skäl', 'Reasons', {
          help: [
            'Vad utföraren ska förtydliga, en sak per rad',
            'What the provider is to make clear, one thing a line',
          ],
        }),
      },
    }),
    // If the right person approves the plan later, that is a new event.
    PlanApproved: f.event({
      title: { sv: 'Planen godkänd', en: 'Plan approved' },
      fields: {
        planId: f.about('plan'),
        approvedBy: f.directoryId('user', 'Godkänd av', 'Approved by', {
          help: ['Ansvarig handläggare eller ersättare', 'The responsible case worker or a substitute'],
        }),
      },
    }),
  },
});

export type PlanEvent = f.EventsIn<typeof planStep>;
export type PlanReceived = f.EventIn<typeof planStep, 'PlanReceived'>;
