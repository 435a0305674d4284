import { CHANNELS, extent, FORMATS, law, laws, OUTCOMES } from '../codes';
import {
  about,
  code,
  codeList,
  creates,
  day,
  directoryId,
  directoryIds,
  event,
  flag,
  longText,
  measure,
  optional,
  orNone,
  refersTo,
  step,
  text,
  texts,
  type EventIn,
  type EventsIn,
  type Payload,
} from '../declare';

export const REJECTION_GROUNDS = codeList({
  needMetOtherwise: ['Behovet tillgodoses på annat sätt', 'Need met otherwise'],
  notEntitled: ['Inte berättigad', 'Not entitled'],
  notEligibleGroup: ['Tillhör inte personkretsen', 'Not of the eligible group'],
  otherHelpNotExhausted: ['Annan hjälp inte uttömd', 'Other help not exhausted'],
  needNotShown: ['Behovet inte styrkt', 'Need not shown'],
  reasonableLivingConditionsMet: ['Skälig levnadsnivå uppnådd', 'Reasonable living conditions met'],
  other: ['Annan grund', 'Other'],
});
export const APPEAL_OUTCOMES = codeList({
  upheld: ['Avslag på överklagandet', 'Upheld'],
  changed: ['Ändrat', 'Changed'],
  sentBack: ['Återförvisat', 'Sent back'],
  dismissed: ['Avvisat', 'Dismissed'],
});

/** What was decided. */
const decisionContent = {
  law: law(),
  measure: measure(),
  outcome: code(OUTCOMES, 'Utfall', 'Outcome'),
  requestedExtent: orNone(extent('Sökt omfattning', 'Requested extent')),
  grantedExtent: orNone(extent('Beviljad omfattning', 'Granted extent')),
  from: optional(
    day('Från och med', 'From', {
      help: ['Första dagen av det som beviljats', 'First day of what was granted'],
    }),
  ),
  to: optional(
    day('Till och med', 'Through', { help: ['Tomt: tills vidare', 'Empty: indefinite'], notBefore: 'from' }),
  ),
  reasons: optional(longText('Motivering', 'Reasons')),
  decisiveFacts: texts('Avgörande omständigheter', 'Decisive facts'),
  provisions: laws('Tillämpade bestämmelser', 'Provisions applied'),
  decidedBy: optional(directoryId('user', 'Beslutat av', 'Decided by')),
  presentedBy: optional(directoryId('user', 'Föredraget av', 'Presented by')),
  tookPart: directoryIds('user', 'Deltog i handläggningen', 'Took part'),
  howToAppeal: flag('Upplysning om hur man överklagar', 'Told how to appeal'),
  reductionAnalysis: optional(
    longText('Konsekvensanalys', 'Analysis of a reduction', {
      help: ['Vad en minskning betyder för den enskilde', 'What a reduction means for the person'],
    }),
  ),
  rejectionGround: optional(code(REJECTION_GROUNDS, 'Grund för avslag', 'Ground of rejection')),
};
export type DecisionContent = Payload<typeof decisionContent>;

export const decisionStep = step({
  title: { sv: 'Beslut', en: 'Decision' },
  permission: 'decision.record',
  case: 'required',
  events: {
    DecisionMade: event({
      title: { sv: 'Beslut fattat', en: 'Decision made' },
      fields: {
        decisionId: creates('decision'),
        applicationId: orNone(refersTo('application')),
        investigationId: orNone(refersTo('investigation')),
        previousDecisionId: orNone(refersTo('decision', 'Tidigare beslut', 'Previous decision')),
        ...decisionContent,
      },
    }),
    // The step's day is the day it was sent.
    DecisionServed: event({
      title: { sv: 'Underrättelse om beslut skickad (FL 33 §)', en: 'Decision served' },
      fields: {
        decisionId: about('decision'),
        how: code(CHANNELS, 'Hur', 'How'),
        receivedOn: optional(day('Mottagen', 'Received on', { notBefore: 'occurredOn' })),
        format: optional(code(FORMATS, 'Format', 'Format')),
      },
    }),
    // The whole decision as it should read from that day, and the ground (FL 37 §, SoL 14:9 …).
    DecisionChanged: event({
      title: { sv: 'Beslut ändrat', en: 'Decision changed' },
      fields: {
        decisionId: about('decision'),
        ground: orNone(law('Grund för ändringen', 'Ground of the change')),
        ...decisionContent,
      },
    }),
    DecisionCorrected: event({
      title: { sv: 'Beslut rättat, skrivfel (FL 36 §)', en: 'Decision corrected, a slip of the pen' },
      whileClosed: true,
      fields: { decisionId: about('decision'), ...decisionContent },
    }),
    AppealReceived: event({
      title: { sv: 'Överklagande mottaget', en: 'Appeal received' },
      whileClosed: true,
      fields: { appealId: creates('appeal'), decisionId: about('decision') },
    }),
    AppealTimelinessChecked: event({
      title: { sv: 'Rättidsprövning gjord (FL 45 §)', en: 'Timeliness of the appeal checked' },
      whileClosed: true,
      fields: { appealId: about('appeal'), inTime: flag('I rätt tid', 'In time') },
    }),
    AppealForwarded: event({
      title: { sv: 'Överklagande överlämnat till domstol (FL 46 §)', en: 'Appeal forwarded to the court' },
      whileClosed: true,
      fields: { appealId: about('appeal') },
    }),
    AppealDecided: event({
      title: { sv: 'Överklagande avgjort', en: 'Appeal decided' },
      whileClosed: true,
      afterItsThing: true,
      fields: { appealId: about('appeal'), outcome: code(APPEAL_OUTCOMES, 'Utgång', 'Outcome') },
    }),
    ExpenseAllowanceDecided: event({
      title: { sv: 'Beslut om omkostnadsersättning', en: 'Expense allowance decided' },
      fields: { decisionId: about('decision'), granted: flag('Beviljad', 'Granted') },
    }),
    ExpenseAllowanceNotRelevant: event({
      title: {
        sv: 'Omkostnadsersättning inte aktuell, efter information till den enskilde',
        en: 'Expense allowance not relevant, the person being informed',
      },
      fields: { decisionId: about('decision'), reason: text('Skäl', 'Reason') },
    }),
    AdvanceDecisionMade: event({
      title: { sv: 'Förhandsbesked (LSS 16 §)', en: 'Advance decision made' },
      fields: {
        advanceDecisionId: creates('advanceDecision'),
        law: law(),
        measure: measure(),
        outcome: code(OUTCOMES, 'Utfall', 'Outcome'),
      },
    }),
    AdvanceServiceAvailable: event({
      title: {
        sv: 'Insatsen i förhandsbeskedet är tillgänglig',
        en: 'Service of the advance decision available',
      },
      fields: { advanceDecisionId: about('advanceDecision') },
    }),
    AdvanceDecisionUsed: event({
      title: { sv: 'Förhandsbeskedet har använts', en: 'Advance decision used' },
      afterItsThing: true,
      fields: { advanceDecisionId: about('advanceDecision') },
    }),
    AdvanceDecisionLapsed: event({
      title: { sv: 'Förhandsbeskedet har förfallit', en: 'Advance decision lapsed' },
      afterItsThing: true,
      fields: { advanceDecisionId: about('advanceDecision') },
    }),
  },
});

export type DecisionEvent = EventsIn<typeof decisionStep>;
export type DecisionMade = EventIn<typeof decisionStep, 'DecisionMade'>;
export type DecisionChanged = EventIn<typeof decisionStep, 'DecisionChanged'>;
export type DecisionCorrected = EventIn<typeof decisionStep, 'DecisionCorrected'>;
