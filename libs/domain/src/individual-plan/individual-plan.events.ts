import * as f from '../declare';

/** The individual plan by LSS 10 §. It is neither the provider's implementation plan nor the coordinated plan (SIP). */
export const individualPlanStep = f.step({
  title: { sv: 'Individuell plan (LSS 10 §)', en: 'Individual plan' },
  permission: 'individual-plan.record',
  case: 'optional',
  events: {
    IndividualPlanOffered: f.event({
      title: { sv: 'Individuell plan enligt LSS 10 § erbjuden', en: 'Individual plan offered' },
      fields: {
        decisionId: f.about('decision', 'Beslut om insats', 'Decision on a measure', {
          help: ['Planen erbjuds när insatsen beviljas', 'The plan is offered when the measure is granted'],
        }),
        accepted: f.flag('Den enskilde vill ha en plan', 'The person wants a plan'),
      },
    }),
    IndividualPlanRequested: f.event({
      title: { sv: 'Individuell plan begärd', en: 'Individual plan requested' },
      fields: { requestId: f.creates('request') },
    }),
    IndividualPlanMade: f.event({
      title: { sv: 'Individuell plan upprättad', en: 'Individual plan made' },
      fields: {
        individualPlanId: f.creates('individualPlan'),
        requestId: f.orNone(
          f.refersTo('request', 'Begäran', 'Request', {
            help: ['Tomt: planen erbjöds', 'Empty: the plan was offered'],
          }),
        ),
        text: f.optional(
          f.longText('Planens innehåll', 'What the plan says', {
            help: [
              'Beslutade och planerade insatser; inte utförarens genomförandeplan',
              'Measures decided and planned; not the provider’s implementation plan',
            ],
          }),
        ),
      },
    }),
    IndividualPlanReviewed: f.event({
      title: { sv: 'Individuell plan omprövad', en: 'Individual plan reviewed' },
      fields: {
        individualPlanId: f.about('individualPlan'),
        text: f.optional(
          f.longText('Vad omprövningen ledde till', 'What the review led to', {
            help: ['Planen omprövas minst en gång om året', 'The plan is reviewed at least once a year'],
          }),
        ),
      },
    }),
  },
});

export type IndividualPlanEvent = f.EventsIn<typeof individualPlanStep>;
