import {
  about,
  code,
  codeList,
  creates,
  event,
  type EventIn,
  type EventsIn,
  longText,
  optional,
  orNone,
  parts,
  type Payload,
  refersTo,
  step,
  text,
  texts,
} from '../declare';

export const FOLLOW_UP_WAYS = codeList({
  homeVisit: ['Home visit', 'Home visit'],
  meeting: ['Meeting', 'Meeting'],
  phone: ['Phone', 'Phone'],
  digital: ['Digital', 'Digital'],
  other: ['Other', 'Other'],
});
export const PERFORMED_AS_DECIDEDS = codeList({
  yes: ['Yes', 'Yes'],
  partly: ['Partly', 'Partly'],
  no: ['No', 'No'],
});
export const ATTAINMENTS = codeList({
  notMet: ['Not met', 'Not met'],
  partlyMet: ['Partly met', 'Partly met'],
  met: ['Met', 'Met'],
  exceeded: ['Exceeded', 'Exceeded'],
  notAssessed: ['Not assessed', 'Not assessed'],
});
export const GIVEN_AS_ORDEREDS = codeList({
  yes: ['Yes', 'Yes'],
  partly: ['Partly', 'Partly'],
  no: ['No', 'No'],
});

const goalAttainment = {
  goalId: refersTo('goal'),
  attainment: code(ATTAINMENTS, 'Attainment', 'Attainment'),
};
export type GoalAttainment = Payload<typeof goalAttainment>;

export const followUpStep = step({
  title: { sv: 'Uppföljning', en: 'Follow-up' },
  permission: 'follow-up.record',
  case: 'required',
  events: {
    FollowUpDocumented: event({
      title: {
        sv: 'Uppföljning dokumenterad av handläggaren',
        en: 'Follow-up documented by the case worker',
      },
      fields: {
        followUpId: creates('followUp'),
        decisionId: orNone(refersTo('decision')),
        orderId: orNone(refersTo('order')),
        planId: orNone(refersTo('plan')),
        how: optional(code(FOLLOW_UP_WAYS, 'How', 'How')),
        personsView: optional(longText('Persons view', 'Persons view')),
        performedAsDecided: orNone(
          code(PERFORMED_AS_DECIDEDS, 'Performed as decided', 'Performed as decided'),
        ),
        presentSituation: optional(longText('Present situation', 'Present situation')),
        furtherNeeds: optional(longText('Further needs', 'Further needs')),
        goals: parts(goalAttainment, 'Goals', 'Goals'),
        performerId: orNone(refersTo('performer')),
        activitiesDone: texts('Activities done', 'Activities done'),
      },
    }),
    ProviderFollowUpReceived: event({
      title: { sv: 'Utförarens uppföljning mottagen', en: 'Provider’s follow-up received' },
      permission: 'follow-up.report',
      whileClosed: true,
      fields: {
        orderId: about('order'),
        givenAsOrdered: orNone(code(GIVEN_AS_ORDEREDS, 'Given as ordered', 'Given as ordered')),
        obstacles: optional(text('Obstacles', 'Obstacles')),
        personsView: optional(longText('Persons view', 'Persons view')),
      },
    }),
    ProviderDataRequested: event({
      title: { sv: 'Uppgifter begärda från utföraren (SoL 15:9)', en: 'Data requested from the provider' },
      whileClosed: true,
      fields: {
        requestId: creates('request'),
        orderId: orNone(refersTo('order')),
        what: text('What', 'What'),
      },
    }),
    ProviderDataReceived: event({
      title: { sv: 'Begärda uppgifter mottagna', en: 'Requested data received' },
      permission: 'follow-up.report',
      whileClosed: true,
      fields: {
        requestId: about('request'),
      },
    }),
  },
});

export type FollowUpEvent = EventsIn<typeof followUpStep>;
export type FollowUpDocumented = EventIn<typeof followUpStep, 'FollowUpDocumented'>;
