import {
  about,
  creates,
  event,
  type EventsIn,
  flag,
  longText,
  optional,
  orNone,
  refersTo,
  step,
} from '../declare';

export const individualPlanStep = step({
  title: { sv: 'Individuell plan (LSS 10 §)', en: 'Individual plan' },
  permission: 'individual-plan.record',
  case: 'optional',
  events: {
    IndividualPlanOffered: event({
      title: { sv: 'Individuell plan enligt LSS 10 § erbjuden', en: 'Individual plan offered' },
      fields: {
        decisionId: about('decision'),
        accepted: flag('Accepted', 'Accepted'),
      },
    }),
    IndividualPlanRequested: event({
      title: { sv: 'Individuell plan begärd', en: 'Individual plan requested' },
      fields: {
        requestId: creates('request'),
      },
    }),
    IndividualPlanMade: event({
      title: { sv: 'Individuell plan upprättad', en: 'Individual plan made' },
      fields: {
        individualPlanId: creates('individualPlan'),
        requestId: orNone(refersTo('request')),
        text: optional(longText('Text', 'Text')),
      },
    }),
    IndividualPlanReviewed: event({
      title: { sv: 'Individuell plan omprövad', en: 'Individual plan reviewed' },
      fields: {
        individualPlanId: about('individualPlan'),
        text: optional(longText('Text', 'Text')),
      },
    }),
  },
});

export type IndividualPlanEvent = EventsIn<typeof individualPlanStep>;
