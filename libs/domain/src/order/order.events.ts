import { CHANNELS, extent } from '../codes';
import * as f from '../declare';

export const PROVIDER_FORMS = f.codeList({
  egenRegi: ['Egen regi', 'In-house'],
  lov: ['Valfrihetssystem (LOV)', 'Free-choice system (LOV)'],
  individualContract: ['Individuellt avtal', 'Individual contract'],
});
export const GOAL_LEVELS = f.codeList({
  overall: ['Övergripande mål', 'Overall goal'],
  sub: ['Delmål', 'Sub-goal'],
});
export const GOAL_DIRECTIONS = f.codeList({
  improve: ['Utveckla', 'Improve'],
  keep: ['Bibehålla', 'Maintain'],
});

/** What a provider is reminded of. */
export const REMINDED_OF = f.codeList({
  plan: ['Genomförandeplanen', 'The implementation plan'],
  revisedPlan: ['Den omarbetade planen', 'The revised plan'],
  updatedPlan: ['En uppdaterad plan', 'An updated plan'],
  start: ['Att insatsen ska börja', 'That the measure is to begin'],
  resumption: ['Att insatsen ska återupptas', 'That the measure is to be resumed'],
  other: ['Annat', 'Something else'],
});
export type RemindedOf = (typeof REMINDED_OF)[number];

const orderGoal = {
  goalId: f.creates('goal'),
  level: f.code(GOAL_LEVELS, 'Nivå', 'Level', {
    help: [
      'Kommunen anger övergripande mål, den enskilde delmål',
      'The city sets overall goals, the person sub-goals',
    ],
  }),
  parentGoalId: f.orNone(f.refersTo('goal', 'Delmål till', 'Sub-goal of')),
  lifeArea: f.optional(f.lifeArea()),
  text: f.text('Mål', 'Goal', {
    help: ['Individuellt, och möjligt att följa upp', 'Individual, and possible to follow up'],
  }),
  measuredBy: f.optional(
    f.text('Mäts genom', 'Measured by', {
      help: ['Hur det märks att målet är nått', 'How it will show that the goal is reached'],
    }),
  ),
  direction: f.optional(
    f.code(GOAL_DIRECTIONS, 'Inriktning', 'Direction', {
      help: ['Att behålla en förmåga är ett lika gott mål', 'To keep an ability is as good a goal'],
    }),
  ),
  byThePerson: f.flag('Den enskilde var med och formulerade målet', 'The person took part in formulating it'),
};
export type OrderGoal = f.Payload<typeof orderGoal>;

/** What the provider is asked to do. */
const orderContent = {
  measure: f.measure(),
  task: f.optional(
    f.text('Uppdrag', 'Task', {
      help: [
        'Vad utföraren ska göra, mer än insatsens namn',
        'What the provider is to do, not just the measure’s name',
      ],
    }),
  ),
  purpose: f.optional(
    f.text('Syfte', 'Purpose', {
      help: [
        'Varför insatsen ges och vad den väntas leda till',
        'Why the measure is given and where it is to lead',
      ],
    }),
  ),
  goals: f.parts(orderGoal, 'Mål och delmål', 'Goals and sub-goals'),
  extent: f.orNone(extent()),
  from: f.day('Från och med', 'From'),
  to: f.optional(
    f.day('Till och med', 'Through', {
      help: ['Tomt: tills vidare', 'Empty: until further notice'],
      notBefore: 'from',
    }),
  ),
};
export type OrderContent = f.Payload<typeof orderContent>;

export const orderStep = f.step({
  title: { sv: 'Beställning', en: 'Order' },
  permission: 'order.record',
  case: 'required',
  events: {
    OrderSent: f.event({
      title: { sv: 'Beställning skickad', en: 'Order sent' },
      day: {
        sv: 'Utförarens tid för planen räknas härifrån',
        en: 'The provider’s time for the plan runs from this day',
      },
      fields: {
        orderId: f.creates('order'),
        // Null if there is no decision behind the order. The rules report that.
        decisionId: f.orNone(
          f.refersTo('decision', 'Beslut', 'Decision', {
            help: ['Det som utföraren ska verkställa', 'The one that the provider is to carry out'],
          }),
        ),
        providerId: f.directoryId('provider', 'Utförare', 'Provider'),
        form: f.code(PROVIDER_FORMS, 'Regiform', 'Form of provision'),
        ...orderContent,
      },
    }),
    // Holds the whole content as it is from that day.
    OrderRevised: f.event({
      title: { sv: 'Beställning ändrad', en: 'Order revised' },
      day: { sv: 'Dagen ändringen skickades', en: 'The day on which the revision was sent' },
      fields: { orderId: f.about('order'), ...orderContent },
    }),
    // A line of the worklist says that the provider was reminded. No duty, deadline or count changes.
    ProviderReminded: f.event({
      title: { sv: 'Utföraren påmind', en: 'Provider reminded' },
      day: { sv: 'Dagen utföraren påmindes', en: 'The day on which the provider was reminded' },
      whileClosed: true,
      afterItsThing: true,
      fields: {
        orderId: f.about('order'),
        of: f.code(REMINDED_OF, 'Om vad', 'Of what'),
        channel: f.code(CHANNELS, 'På vilket sätt', 'By what means'),
        reminded: f.optional(
          f.shortText('Vem som påmindes', 'Who was reminded', {
            help: ['Den hos utföraren som fick påminnelsen', 'The one at the provider who got the reminder'],
          }),
        ),
        text: f.optional(f.text('Kommentar', 'Comment')),
      },
    }),
    OrderCancelled: f.event({
      title: { sv: 'Beställning återkallad', en: 'Order cancelled' },
      afterItsThing: true,
      fields: { orderId: f.about('order'), reason: f.text('Skäl', 'Reason') },
    }),
  },
});

export type OrderEvent = f.EventsIn<typeof orderStep>;
export type OrderSent = f.EventIn<typeof orderStep, 'OrderSent'>;
export type OrderRevised = f.EventIn<typeof orderStep, 'OrderRevised'>;
