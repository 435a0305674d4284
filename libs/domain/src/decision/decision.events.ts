import { CHANNELS, eligibleGroup, extent, FORMATS, law, laws, OUTCOMES } from '../codes';
import * as f from '../declare';

export const REJECTION_GROUNDS = f.codeList({
  needMetOtherwise: ['Behovet tillgodoses på annat sätt', 'The need is met otherwise'],
  notEntitled: ['Uppfyller inte villkoren för insatsen', 'Does not meet the conditions of the measure'],
  notEligibleGroup: ['Tillhör inte personkretsen', 'Does not belong to the eligible group'],
  otherHelpNotExhausted: ['Möjligheten till annan hjälp är inte uttömd', 'Other help is not exhausted'],
  needNotShown: ['Behovet är inte visat', 'The need is not shown'],
  reasonableLivingConditionsMet: [
    'Har redan skäliga levnadsförhållanden',
    'Has reasonable living conditions already',
  ],
  other: ['Annan grund', 'Another ground'],
});
export const APPEAL_OUTCOMES = f.codeList({
  upheld: ['Beslutet står fast', 'The decision was upheld'],
  changed: ['Beslutet ändrades', 'The decision was changed'],
  sentBack: ['Återförvisat till nämnden', 'Sent back to the board'],
  dismissed: ['Överklagandet avvisades', 'The appeal was dismissed'],
});

export const COURTS = f.codeList({
  administrativeCourt: ['Förvaltningsrätten', 'Administrative court'],
  administrativeCourtOfAppeal: ['Kammarrätten', 'Administrative court of appeal'],
  supremeAdministrativeCourt: ['Högsta förvaltningsdomstolen', 'Supreme administrative court'],
});

/** The content of a decision. */
const decisionContent = {
  law: law('Beslut enligt', 'Decided under'),
  eligibleGroup: eligibleGroup(
    'Vid beslut enligt LSS, så som nämnden bedömer den',
    'Under LSS, as the board judges it',
  ),
  measure: f.measure(),
  outcome: f.code(OUTCOMES, 'Utfall', 'Outcome', {
    help: [
      'Delavslag: en del beviljas, resten avslås',
      'Partial rejection: part is granted, the rest rejected',
    ],
  }),
  rejectionGround: f.optional(
    f.code(REJECTION_GROUNDS, 'Grund för avslag', 'Ground for rejection', {
      help: ['Vid avslag och delavslag', 'Where all or part is rejected'],
    }),
  ),
  requestedExtent: f.orNone(
    extent('Sökt omfattning', 'Requested extent', {
      help: ['Så att det går att se vad som inte beviljades', 'So that it shows what was not granted'],
    }),
  ),
  grantedExtent: f.orNone(
    extent('Beviljad omfattning', 'Granted extent', {
      help: ['Tomt: ingen omfattning angavs', 'Empty: no extent was stated'],
    }),
  ),
  from: f.optional(
    f.day('Beviljat från och med', 'Granted from', {
      help: ['Första dagen av det som beviljats', 'First day of what was granted'],
    }),
  ),
  to: f.optional(
    f.day('Beviljat till och med', 'Granted through', {
      help: ['Tomt: tills vidare', 'Empty: until further notice'],
      notBefore: 'from',
    }),
  ),
  reductionAnalysis: f.optional(
    f.longText('Konsekvenser av minskad insats', 'Consequences of a reduction', {
      help: [
        'Vad mindre tid för samma innehåll betyder för den enskilde',
        'What less time for the same content means for the person',
      ],
    }),
  ),
  reasons: f.optional(
    f.longText('Motivering', 'Reasons', {
      help: ['Individuell, vid bifall som vid avslag (FL 32 §)', 'Individual, for approvals too (FL 32 §)'],
    }),
  ),
  decisiveFacts: f.texts('Avgörande omständigheter', 'Decisive facts', {
    help: ['Om just den här personen, en per rad', 'About this very person, one a line'],
  }),
  provisions: laws('Tillämpade bestämmelser', 'Provisions applied'),
  decidedBy: f.optional(f.directoryId('user', 'Beslutat av', 'Decided by')),
  presentedBy: f.optional(f.directoryId('user', 'Föredraget av', 'Presented by')),
  tookPart: f.directoryIds(
    'user',
    'Deltog i den slutliga handläggningen',
    'Took part in the final handling',
    {
      help: ['Utan att själva besluta (FL 31 §)', 'Without deciding themselves (FL 31 §)'],
    },
  ),
  howToAppeal: f.flag('Upplyst om hur man överklagar', 'Told how to appeal', {
    help: ['Krävs när något avslås (FL 33 §)', 'Required where anything is rejected (FL 33 §)'],
  }),
};
export type DecisionContent = f.Payload<typeof decisionContent>;
/** The names of the fields that are the content of a decision. */
export const DECISION_CONTENT = Object.keys(decisionContent);

/** What a court grants in place of the board's decision. */
const granted = {
  law: law('Beviljat enligt', 'Granted under'),
  measure: f.measure(),
  outcome: f.code(OUTCOMES, 'Bifall eller delavslag', 'Approval or partial rejection'),
  grantedExtent: f.orNone(
    extent('Beviljad omfattning', 'Granted extent', {
      help: ['Tomt: ingen omfattning angavs', 'Empty: no extent was stated'],
    }),
  ),
  from: f.optional(f.day('Beviljat från och med', 'Granted from')),
  to: f.optional(
    f.day('Beviljat till och med', 'Granted through', {
      help: ['Tomt: tills vidare', 'Empty: until further notice'],
      notBefore: 'from',
    }),
  ),
};

export const decisionStep = f.step({
  title: { sv: 'Beslut', en: 'Decision' },
  permission: 'decision.record',
  case: 'required',
  events: {
    DecisionMade: f.event({
      title: { sv: 'Beslut fattat', en: 'Decision made' },
      fields: {
        decisionId: f.creates('decision'),
        applicationId: f.orNone(f.refersTo('application')),
        investigationId: f.orNone(
          f.refersTo('investigation', 'Utredning', 'Investigation', {
            help: [
              'Den som ligger till grund; ska vara aktuell',
              'The one it rests on, which is to be current',
            ],
          }),
        ),
        previousDecisionId: f.orNone(
          f.refersTo('decision', 'Tidigare beslut', 'Previous decision', {
            help: ['Det som förlängs eller ersätts', 'The one that is renewed or replaced'],
          }),
        ),
        ...decisionContent,
      },
    }),
    DecisionServed: f.event({
      title: { sv: 'Underrättelse om beslut skickad (FL 33 §)', en: 'Decision served' },
      day: { sv: 'Dagen underrättelsen skickades', en: 'The day on which it was sent' },
      // A case is often closed on the day of a rejection, which is then sent to the person.
      whileClosed: true,
      afterItsThing: true,
      fields: {
        decisionId: f.about('decision'),
        how: f.code(CHANNELS, 'Underrättad genom', 'Notified by'),
        receivedOn: f.optional(
          f.day('Mottaget', 'Received on', {
            help: [
              'Tiden för överklagande räknas härifrån (FL 44 §)',
              'The time to appeal runs from here (FL 44 §)',
            ],
            notBefore: 'occurredOn',
          }),
        ),
        format: f.optional(
          f.code(FORMATS, 'Anpassat format', 'Format used', {
            help: [
              'Om beslutet lämnades i ett anpassat format',
              'If the decision was given in another format',
            ],
          }),
        ),
      },
    }),
    // Holds the whole decision as it is from that day, and the legal ground for the change (FL 37 §, SoL 14:9 …).
    DecisionChanged: f.event({
      title: { sv: 'Beslut ändrat', en: 'Decision changed' },
      day: { sv: 'Dagen ändringen beslutades', en: 'The day on which the change was decided' },
      fields: {
        decisionId: f.about('decision'),
        ground: f.orNone(
          law('Grund för ändringen', 'Ground for the change', {
            help: [
              'Till nackdel bara med stöd av FL 37 § eller SoL 14:9',
              'To a detriment only under FL 37 § or SoL 14:9',
            ],
          }),
        ),
        ...decisionContent,
      },
    }),
    DecisionCorrected: f.event({
      title: { sv: 'Beslut rättat, skrivfel (FL 36 §)', en: 'Decision corrected, a slip of the pen' },
      whileClosed: true,
      fields: { decisionId: f.about('decision'), ...decisionContent },
    }),
    AppealReceived: f.event({
      title: { sv: 'Överklagande mottaget', en: 'Appeal received' },
      day: { sv: 'Dagen överklagandet kom in', en: 'The day on which the appeal came in' },
      whileClosed: true,
      afterItsThing: true,
      fields: {
        appealId: f.creates('appeal'),
        decisionId: f.about('decision', 'Överklagat beslut', 'Decision appealed against'),
      },
    }),
    AppealTimelinessChecked: f.event({
      title: { sv: 'Rättidsprövning gjord (FL 45 §)', en: 'Timeliness of the appeal checked' },
      whileClosed: true,
      afterItsThing: true,
      fields: {
        appealId: f.about('appeal'),
        inTime: f.flag('Kom in i rätt tid', 'Came in in time', {
          help: [
            'Inom tre veckor från att den enskilde fick beslutet',
            'Within three weeks of getting the decision',
          ],
        }),
      },
    }),
    AppealForwarded: f.event({
      title: { sv: 'Överklagande överlämnat till domstol (FL 46 §)', en: 'Appeal forwarded to the court' },
      whileClosed: true,
      afterItsThing: true,
      fields: { appealId: f.about('appeal') },
    }),
    AppealDecided: f.event({
      title: { sv: 'Överklagande avgjort', en: 'Appeal decided' },
      day: { sv: 'Dagen domstolen avgjorde målet', en: 'The day on which the court decided' },
      whileClosed: true,
      afterItsThing: true,
      // Version 1 said neither the court nor what it granted. It has no grant, so it opens nothing.
      upcasters: [(data) => data],
      fields: {
        appealId: f.about('appeal'),
        outcome: f.code(APPEAL_OUTCOMES, 'Utgång', 'Outcome'),
        court: f.optional(f.code(COURTS, 'Domstol', 'Court')),
        courtCaseNumber: f.optional(
          f.shortText('Målnummer', 'Case number of the court', {
            help: ['Så som domen anger det, till exempel 1234-26', 'As the judgment has it, such as 1234-26'],
          }),
        ),
        grants: f.optional(
          f.part(granted, 'Vad domstolen beviljade', 'What the court granted', {
            help: [
              'Gäller från domens dag som beslutets innehåll, och är domstolens',
              'From the day of the judgment it is the content of the decision, as the court’s',
            ],
          }),
        ),
      },
    }),
    ExpenseAllowanceDecided: f.event({
      title: { sv: 'Beslut om omkostnadsersättning', en: 'Expense allowance decided' },
      fields: {
        decisionId: f.about('decision', 'Beslut om insatsen', 'Decision on the measure'),
        granted: f.flag('Ersättning beviljad', 'Allowance granted'),
      },
    }),
    ExpenseAllowanceNotRelevant: f.event({
      title: {
        sv: 'Omkostnadsersättning inte aktuell, efter information till den enskilde',
        en: 'Expense allowance not relevant, the person being informed',
      },
      fields: {
        decisionId: f.about('decision', 'Beslut om insatsen', 'Decision on the measure'),
        reason: f.text('Skäl', 'Reason', {
          help: [
            'Den enskilde ska ha fått veta att ersättning kan sökas',
            'The person must know that it can be applied for',
          ],
        }),
      },
    }),
    AdvanceDecisionMade: f.event({
      title: { sv: 'Förhandsbesked (LSS 16 §)', en: 'Advance decision made' },
      fields: {
        advanceDecisionId: f.creates('advanceDecision'),
        law: law('Beslut enligt', 'Decided under'),
        measure: f.measure(),
        outcome: f.code(OUTCOMES, 'Utfall', 'Outcome'),
      },
    }),
    AdvanceServiceAvailable: f.event({
      title: {
        sv: 'Insatsen i förhandsbeskedet är tillgänglig',
        en: 'Service of the advance decision available',
      },
      day: {
        sv: 'Förhandsbeskedet gäller sex månader härifrån',
        en: 'It holds for six months from this day',
      },
      fields: { advanceDecisionId: f.about('advanceDecision') },
    }),
    AdvanceDecisionUsed: f.event({
      title: { sv: 'Förhandsbeskedet har använts', en: 'Advance decision used' },
      afterItsThing: true,
      fields: { advanceDecisionId: f.about('advanceDecision') },
    }),
    AdvanceDecisionLapsed: f.event({
      title: { sv: 'Förhandsbeskedet har förfallit', en: 'Advance decision lapsed' },
      afterItsThing: true,
      fields: { advanceDecisionId: f.about('advanceDecision') },
    }),
  },
});

export type DecisionMade = f.EventIn<typeof decisionStep, 'DecisionMade'>;
export type DecisionChanged = f.EventIn<typeof decisionStep, 'DecisionChanged'>;
export type DecisionCorrected = f.EventIn<typeof decisionStep, 'DecisionCorrected'>;
export type AppealDecided = f.EventIn<typeof decisionStep, 'AppealDecided'>;
