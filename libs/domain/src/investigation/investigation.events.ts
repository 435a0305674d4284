import { CHANNELS } from '../codes';
import {
  about,
  code,
  codeList,
  creates,
  day,
  event,
  type EventIn,
  type EventsIn,
  flag,
  lifeArea,
  longText,
  optional,
  orNone,
  parts,
  type Payload,
  refersTo,
  step,
  text,
} from '../declare';

export const AREA_STATES = codeList({
  answered: ['Answered', 'Answered'],
  declined: ['Declined', 'Declined'],
  notApplicable: ['Not applicable', 'Not applicable'],
  missing: ['Missing', 'Missing'],
});

const areaAnswer = {
  area: lifeArea(),
  state: code(AREA_STATES, 'State', 'State'),
  text: optional(longText('Text', 'Text')),
  writtenOn: optional(day('Written on', 'Written on')),
};
export type AreaAnswer = Payload<typeof areaAnswer>;

const investigationContent = {
  areas: parts(areaAnswer, 'Areas', 'Areas'),
  interests: optional(longText('Interests', 'Interests')),
  resources: optional(longText('Resources', 'Resources')),
  wishes: optional(longText('Wishes', 'Wishes')),
  expressesNoWishes: flag('Expresses no wishes', 'Expresses no wishes'),
  childImpact: optional(longText('Child impact', 'Child impact')),
  relativesPerspective: optional(longText('Relatives perspective', 'Relatives perspective')),
  alternativesTried: optional(longText('Alternatives tried', 'Alternatives tried')),
  healthCareInvolved: flag('Health care involved', 'Health care involved'),
  coordinatedPlanConsidered: orNone(flag('Coordinated plan considered', 'Coordinated plan considered')),
  assessment: optional(longText('Assessment', 'Assessment')),
};
export type InvestigationContent = Payload<typeof investigationContent>;

export const investigationStep = step({
  title: { sv: 'Utredning', en: 'Investigation' },
  permission: 'investigation.record',
  case: 'required',
  events: {
    InvestigationOpened: event({
      title: { sv: 'Utredning inledd', en: 'Investigation opened' },
      fields: {
        investigationId: creates('investigation'),
        applicationId: orNone(refersTo('application')),
        informationId: orNone(refersTo('information')),
        renewsDecisionId: orNone(refersTo('decision', 'Renews decision', 'Renews decision')),
      },
    }),
    InvestigationCompleted: event({
      title: { sv: 'Utredning slutförd', en: 'Investigation completed' },
      fields: {
        investigationId: about('investigation'),
        ...investigationContent,
      },
    }),
    InvestigationRevised: event({
      title: { sv: 'Utredning kompletterad', en: 'Investigation revised' },
      fields: {
        investigationId: about('investigation'),
        ...investigationContent,
      },
    }),
    CommunicationSent: event({
      title: { sv: 'Kommunicerat före beslut (FL 25 §)', en: 'Communicated before the decision' },
      fields: {
        investigationId: about('investigation'),
        answerBy: optional(day('Answer by', 'Answer by')),
        channel: optional(code(CHANNELS, 'Channel', 'Channel')),
        exemption: optional(text('Exemption', 'Exemption')),
      },
    }),
    CommunicationAnswered: event({
      title: { sv: 'Svar på kommuniceringen', en: 'Communication answered' },
      fields: {
        investigationId: about('investigation'),
        text: optional(longText('Text', 'Text')),
      },
    }),
    ChildImpactAssessed: event({
      title: { sv: 'Barnkonsekvensanalys gjord eller uppdaterad', en: 'Child impact assessed' },
      fields: {
        followUpId: orNone(refersTo('followUp')),
        text: longText('Text', 'Text'),
      },
    }),
  },
});

export type InvestigationEvent = EventsIn<typeof investigationStep>;
export type InvestigationCompleted = EventIn<typeof investigationStep, 'InvestigationCompleted'>;
export type InvestigationRevised = EventIn<typeof investigationStep, 'InvestigationRevised'>;
