import * as f from '../declare';

export const FOLLOW_UP_WAYS = f.codeList({
  homeVisit: ['Hembesök', 'Home visit'],
  meeting: ['Möte', 'Meeting'],
  phone: ['Telefon', 'Phone'],
  digital: ['Digitalt möte', 'Digital meeting'],
  other: ['Annat sätt', 'Another way'],
});
/** To what degree something was done as it should be. */
export const DEGREES = f.codeList({ yes: ['Ja', 'Yes'], partly: ['Delvis', 'Partly'], no: ['Nej', 'No'] });
export const ATTAINMENTS = f.codeList({
  notMet: ['Inte uppnått', 'Not met'],
  partlyMet: ['Delvis uppnått', 'Partly met'],
  met: ['Uppnått', 'Met'],
  exceeded: ['Mer än uppnått', 'Exceeded'],
  notAssessed: ['Inte bedömt', 'Not assessed'],
});

const goalAttainment = {
  goalId: f.refersTo('goal'),
  attainment: f.code(ATTAINMENTS, 'Måluppfyllelse', 'Goal attainment'),
};
const personsView = () =>
  f.longText('Den enskildes uppfattning', 'The person’s view', {
    help: ['Om insatsen i förhållande till behov och önskemål', 'Of the measure, against needs and wishes'],
  });

export const followUpStep = f.step({
  title: { sv: 'Uppföljning', en: 'Follow-up' },
  permission: 'follow-up.record',
  case: 'required',
  events: {
    FollowUpDocumented: f.event({
      title: {
        sv: 'Uppföljning dokumenterad av handläggaren',
        en: 'Follow-up documented by the case worker',
      },
      day: { sv: 'Dagen uppföljningen gjordes', en: 'The day on which the follow-up was done' },
      fields: {
        followUpId: f.creates('followUp'),
        decisionId: f.orNone(f.refersTo('decision')),
        orderId: f.orNone(f.refersTo('order')),
        planId: f.orNone(f.refersTo('plan')),
        how: f.optional(f.code(FOLLOW_UP_WAYS, 'Sätt', 'Way')),
        personsView: f.optional(personsView()),
        performedAsDecided: f.orNone(
          f.code(DEGREES, 'Utförd enligt beslutet', 'Performed as decided', {
            help: [
              'Handläggarens bedömning; tomt: inte bedömt',
              'As the case worker judges; empty: not judged',
            ],
          }),
        ),
        presentSituation: f.optional(f.longText('Nuvarande situation', 'Present situation')),
        furtherNeeds: f.optional(
          f.longText('Behov av ytterligare åtgärder', 'Need of further action', {
            help: ['Skriv också att inga behov har framkommit', 'Write also that no needs have come up'],
          }),
        ),
        goals: f.parts(goalAttainment, 'Måluppfyllelse', 'Goal attainment', {
          help: ['För varje mål i beställningen', 'For each goal of the order'],
        }),
        performerId: f.orNone(f.refersTo('performer', 'Vem som utför insatsen', 'Who performs the measure')),
        activitiesDone: f.texts('Genomförda aktiviteter', 'Activities done', {
          help: ['Vad som gjorts och när, en per rad', 'What was done and when, one a line'],
        }),
      },
    }),
    ProviderFollowUpReceived: f.event({
      title: { sv: 'Utförarens uppföljning mottagen', en: 'Provider’s follow-up received' },
      day: { sv: 'Dagen uppföljningen kom in', en: 'The day on which the follow-up came in' },
      permission: 'follow-up.report',
      whileClosed: true,
      fields: {
        orderId: f.about('order'),
        givenAsOrdered: f.orNone(
          f.code(DEGREES, 'Given enligt beställningen', 'Given as ordered', {
            help: ['Tomt: utföraren har inte sagt det', 'Empty: the provider has not said'],
          }),
        ),
        obstacles: f.optional(
          f.text('Hinder', 'Obstacles', {
            help: [
              'Vad som gjort att insatsen inte kunnat ges som planerat',
              'What kept it from being given as planned',
            ],
          }),
        ),
        personsView: f.optional(personsView()),
      },
    }),
    ProviderDataRequested: f.event({
      title: { sv: 'Uppgifter begärda från utföraren (SoL 15:9)', en: 'Data requested from the provider' },
      whileClosed: true,
      fields: {
        requestId: f.creates('request'),
        orderId: f.orNone(f.refersTo('order')),
        what: f.text('Uppgifter som begärs', 'Data that are requested'),
      },
    }),
    ProviderDataReceived: f.event({
      title: { sv: 'Begärda uppgifter mottagna', en: 'Requested data received' },
      permission: 'follow-up.report',
      whileClosed: true,
      fields: { requestId: f.about('request') },
    }),
  },
});

export type FollowUpEvent = f.EventsIn<typeof followUpStep>;
export type FollowUpDocumented = f.EventIn<typeof followUpStep, 'FollowUpDocumented'>;
