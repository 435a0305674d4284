import { CHANNELS } from '../codes';
import * as f from '../declare';

export const AREA_STATES = f.codeList({
  answered: ['Besvarat', 'Answered'],
  declined: ['Kan eller vill inte svara', 'Cannot or does not wish to answer'],
  notApplicable: ['Inte aktuellt', 'Does not apply'],
  missing: ['Uppgift saknas', 'Information missing'],
});

/** What is known about one life area, and when it was written down. */
const areaAnswer = {
  area: f.lifeArea(),
  state: f.code(AREA_STATES, 'Svar', 'Answer', {
    help: ['Att den enskilde inte vill svara är också ett svar', 'Not wishing to answer is an answer too'],
  }),
  text: f.optional(
    f.longText('Beskrivning', 'Description', {
      help: [
        'Vad den enskilde tycker om, klarar av och vill göra, inte bara svårigheter',
        'What the person likes, manages and wants to do, not difficulties alone',
      ],
    }),
  ),
  writtenOn: f.optional(
    f.day('Skrivet', 'Written on', {
      help: ['Om texten är äldre än utredningen', 'If the text is older than the investigation'],
    }),
  ),
};
export type AreaAnswer = f.Payload<typeof areaAnswer>;

/** The content of an investigation. A text that is left out counts as missing; the program fills nothing in. */
const investigationContent = {
  areas: f.parts(areaAnswer, 'Livsområden', 'Life areas', {
    help: [
      'Utredningen är fullständig när alla områden finns med',
      'It is complete when every area is there',
    ],
  }),
  interests: f.optional(f.longText('Intressen', 'Interests')),
  resources: f.optional(
    f.longText('Resurser', 'Resources', {
      help: [
        'Vad den enskilde klarar av själv och får hjälp med',
        'What the person manages alone and is helped with',
      ],
    }),
  ),
  wishes: f.optional(f.longText('Önskemål', 'Wishes')),
  // An explicit statement, unlike an empty field.
  expressesNoWishes: f.flag('Uttrycker inga önskemål', 'Has no wishes to express', {
    help: [
      'Ett svar; ett tomt fält betyder att uppgiften saknas',
      'An answer; an empty field means it is missing',
    ],
  }),
  childImpact: f.optional(
    f.longText('Barnkonsekvensanalys', 'Child impact analysis', {
      help: [
        'När barn bor i hushållet, helt eller delvis',
        'Where children live there, all or part of the time',
      ],
    }),
  ),
  relativesPerspective: f.optional(
    f.longText('Anhörigperspektiv', 'Perspective of relatives', {
      help: ['Anhörigas situation och eget behov av stöd', 'Their situation and their own need of support'],
    }),
  ),
  alternativesTried: f.optional(
    f.longText('Andra alternativ', 'Other alternatives', {
      help: [
        'Vad som kan vara aktuellt och vad som har prövats',
        'What may come into question and what was tried',
      ],
    }),
  ),
  healthCareInvolved: f.flag('Hälso- och sjukvården är inkopplad', 'Health care is involved', {
    help: ['SIP ska då övervägas', 'A coordinated plan (SIP) is then considered'],
  }),
  coordinatedPlanConsidered: f.orNone(
    f.flag('SIP har övervägts', 'A coordinated plan (SIP) was considered', {
      help: ['Tomt: frågan har inte varit uppe', 'Empty: the question was not raised'],
    }),
  ),
  assessment: f.optional(
    f.longText('Individuell bedömning', 'Individual assessment', {
      help: [
        'Så att det går att förstå hur behovet har bedömts',
        'So that it shows how the need was assessed',
      ],
    }),
  ),
};
export type InvestigationContent = f.Payload<typeof investigationContent>;

export const investigationStep = f.step({
  title: { sv: 'Utredning', en: 'Investigation' },
  permission: 'investigation.record',
  case: 'required',
  events: {
    InvestigationOpened: f.event({
      title: { sv: 'Utredning inledd', en: 'Investigation opened' },
      fields: {
        investigationId: f.creates('investigation'),
        applicationId: f.orNone(f.refersTo('application')),
        informationId: f.orNone(f.refersTo('information')),
        renewsDecisionId: f.orNone(
          f.refersTo('decision', 'Beslut som prövas på nytt', 'Decision to be renewed', {
            help: ['När ett beslut löper ut eller omprövas', 'Where a decision runs out or is reviewed'],
          }),
        ),
      },
    }),
    InvestigationCompleted: f.event({
      title: { sv: 'Utredning slutförd', en: 'Investigation completed' },
      afterItsThing: true,
      fields: { investigationId: f.about('investigation'), ...investigationContent },
    }),
    // Holds the whole content as it is from that day.
    InvestigationRevised: f.event({
      title: { sv: 'Utredning kompletterad', en: 'Investigation revised' },
      day: { sv: 'Dagen kompletteringen skrevs', en: 'The day on which the addition was written' },
      fields: { investigationId: f.about('investigation'), ...investigationContent },
    }),
    // Either it was communicated, or it was exempt for a reason.
    CommunicationSent: f.event({
      title: { sv: 'Kommunicerat före beslut (FL 25 §)', en: 'Communicated before the decision' },
      day: { sv: 'Dagen underlaget skickades', en: 'The day on which the material was sent' },
      fields: {
        investigationId: f.about('investigation'),
        answerBy: f.optional(f.day('Svar senast', 'Answer by')),
        channel: f.optional(f.code(CHANNELS, 'Skickat genom', 'Sent by')),
        exemption: f.optional(
          f.text('Varför kommunicering inte behövdes', 'Why communication was not needed', {
            help: ['Anges i stället för sätt och svarsdag', 'Given instead of a way and a day to answer by'],
          }),
        ),
      },
    }),
    CommunicationAnswered: f.event({
      title: { sv: 'Svar på kommuniceringen', en: 'Communication answered' },
      day: { sv: 'Dagen svaret kom in', en: 'The day on which the answer came in' },
      fields: {
        investigationId: f.about('investigation'),
        text: f.optional(f.longText('Den enskildes synpunkter', 'What the person said')),
      },
    }),
    ChildImpactAssessed: f.event({
      title: { sv: 'Barnkonsekvensanalys gjord eller uppdaterad', en: 'Child impact assessed' },
      fields: {
        followUpId: f.orNone(
          f.refersTo('followUp', 'Gjord vid uppföljning', 'Made at a follow-up', {
            help: ['Analysen uppdateras vid varje uppföljning', 'It is updated at every follow-up'],
          }),
        ),
        text: f.longText('Barnkonsekvensanalys', 'Child impact analysis', {
          help: [
            'Barnets situation och vad insatsen betyder för den',
            'The child’s situation, and what the measure means',
          ],
        }),
      },
    }),
  },
});

export type InvestigationEvent = f.EventsIn<typeof investigationStep>;
export type InvestigationCompleted = f.EventIn<typeof investigationStep, 'InvestigationCompleted'>;
export type InvestigationRevised = f.EventIn<typeof investigationStep, 'InvestigationRevised'>;
