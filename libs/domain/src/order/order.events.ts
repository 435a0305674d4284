import { extent } from '../codes';
import {
  about,
  code,
  codeList,
  creates,
  day,
  directoryId,
  event,
  flag,
  lifeArea,
  measure,
  optional,
  orNone,
  parts,
  refersTo,
  step,
  text,
  type EventIn,
  type EventsIn,
  type Payload,
} from '../declare';

export const PROVIDER_FORMS = codeList({
  egenRegi: ['Egen regi', 'Own provision'],
  lov: ['Valfrihetssystem (LOV)', 'Choice system (LOV)'],
  individualContract: ['Individuellt avtal', 'Individual contract'],
});
export const GOAL_LEVELS = codeList({ overall: ['Mål', 'Goal'], sub: ['Delmål', 'Sub-goal'] });
export const GOAL_DIRECTIONS = codeList({ improve: ['Förbättra', 'Improve'], keep: ['Behålla', 'Keep'] });

const orderGoal = {
  goalId: creates('goal'),
  level: code(GOAL_LEVELS, 'Nivå', 'Level'),
  parentGoalId: orNone(refersTo('goal', 'Delmål till', 'Sub-goal of')),
  lifeArea: optional(lifeArea()),
  text: text('Mål', 'Goal'),
  measuredBy: optional(text('Mäts genom', 'Measured by')),
  direction: optional(code(GOAL_DIRECTIONS, 'Riktning', 'Direction')),
  byThePerson: flag('Den enskilde deltog i formuleringen', 'The person took part in formulating it'),
};
export type OrderGoal = Payload<typeof orderGoal>;

/** What the provider is asked to do. */
const orderContent = {
  measure: measure(),
  task: optional(text('Uppdrag', 'Task', { help: ['Vad utföraren ska göra', 'What the provider is to do'] })),
  purpose: optional(text('Syfte', 'Purpose')),
  goals: parts(orderGoal, 'Mål', 'Goals'),
  extent: orNone(extent()),
  from: day('Från och med', 'From'),
  to: optional(day('Till och med', 'Through', { notBefore: 'from' })),
};
export type OrderContent = Payload<typeof orderContent>;

export const orderStep = step({
  title: { sv: 'Beställning', en: 'Order' },
  permission: 'order.record',
  case: 'required',
  events: {
    OrderSent: event({
      title: { sv: 'Beställning skickad', en: 'Order sent' },
      fields: {
        orderId: creates('order'),
        // None: no decision behind it, which the rules speak about.
        decisionId: orNone(refersTo('decision')),
        providerId: directoryId('provider', 'Utförare', 'Provider'),
        form: code(PROVIDER_FORMS, 'Driftsform', 'Form of provision'),
        ...orderContent,
      },
    }),
    // The whole content as it should read from that day.
    OrderRevised: event({
      title: { sv: 'Beställning ändrad', en: 'Order revised' },
      fields: { orderId: about('order'), ...orderContent },
    }),
    OrderCancelled: event({
      title: { sv: 'Beställning återkallad', en: 'Order cancelled' },
      afterItsThing: true,
      fields: { orderId: about('order'), reason: text('Skäl', 'Reason') },
    }),
  },
});

export type OrderEvent = EventsIn<typeof orderStep>;
export type OrderSent = EventIn<typeof orderStep, 'OrderSent'>;
export type OrderRevised = EventIn<typeof orderStep, 'OrderRevised'>;
