/** What a line tells its reader to do: one imperative for each way to act, in the words of the rule where it has its own. */
import type { PersonalFileEventType, RemindedOf, Text } from '@rt/domain';

/** The words for recording an event type about what is owed. */
const BY_TYPE: Partial<Readonly<Record<PersonalFileEventType, Text>>> = {
  AdvanceDecisionMade: { sv: 'Lämna förhandsbesked', en: 'Give an advance decision' },
  AppealForwarded: { sv: 'Överlämna överklagandet', en: 'Forward the appeal' },
  AppealTimelinessChecked: {
    sv: 'Pröva om överklagandet kom i tid',
    en: 'Check whether the appeal is in time',
  },
  CaseClosed: { sv: 'Avsluta ärendet', en: 'Close the case' },
  CaseWorkerAssigned: { sv: 'Utse handläggare', en: 'Assign a case worker' },
  ConsentGiven: { sv: 'Fråga om medgivande', en: 'Ask for consent' },
  ConsentRenewed: { sv: 'Förnya medgivandet', en: 'Renew the consent' },
  ConsentWithdrawn: { sv: 'Skriv in återkallelsen', en: 'Record the withdrawal' },
  ContactGroundRecorded: { sv: 'Skriv in grunden', en: 'Write the ground' },
  DecisionChanged: { sv: 'Ändra beslutet', en: 'Change the decision' },
  DecisionCorrected: { sv: 'Rätta beslutet', en: 'Correct the decision' },
  DecisionMade: { sv: 'Fatta beslut', en: 'Make a decision' },
  DecisionServed: { sv: 'Underrätta om beslutet', en: 'Notify of the decision' },
  EntryCorrected: { sv: 'Rätta anteckningen', en: 'Correct the entry' },
  ExecutionEnded: { sv: 'Avsluta insatsen', en: 'End the measure' },
  ExecutionResumed: { sv: 'Återuppta insatsen', en: 'Resume the measure' },
  ExecutionStarted: { sv: 'Verkställ beslutet', en: 'Carry out the decision' },
  FollowUpDocumented: { sv: 'Skriv uppföljningen', en: 'Write the follow-up' },
  GapAcknowledged: { sv: 'Kvittera med skäl', en: 'Acknowledge with a reason' },
  HandoverAcknowledged: { sv: 'Läs överlämningen', en: 'Read the handover' },
  IndividualPlanMade: { sv: 'Upprätta individuell plan', en: 'Make an individual plan' },
  IndividualPlanOffered: { sv: 'Erbjud individuell plan', en: 'Offer an individual plan' },
  IndividualRiskAssessed: { sv: 'Bedöm risken', en: 'Assess the risk' },
  InvestigationCompleted: { sv: 'Slutför utredningen', en: 'Complete the investigation' },
  InvestigationOpened: { sv: 'Inled utredning', en: 'Open an investigation' },
  InvestigationRevised: { sv: 'Komplettera utredningen', en: 'Complete the investigation text' },
  JudgementRecorded: { sv: 'Bedöm det som systemet frågar om', en: 'Judge what the system asks' },
  OrderCancelled: { sv: 'Återkalla beställningen', en: 'Cancel the order' },
  OrderRevised: { sv: 'Ändra beställningen', en: 'Change the order' },
  OrderSent: { sv: 'Skicka beställningen', en: 'Send the order' },
  PerformerEnded: { sv: 'Avsluta den anhörigas uppdrag', en: 'End the relative’s assignment' },
  PlanApproved: { sv: 'Granska planen', en: 'Review the plan' },
  PlanReceived: { sv: 'Registrera planen', en: 'Record the plan' },
  PlanReturned: { sv: 'Returnera planen', en: 'Return the plan' },
  RelativeEmploymentAnswered: { sv: 'Besvara anhörigfrågan', en: 'Answer the question about the relative' },
  ReminderSet: { sv: 'Lägg en bevakning åt handläggaren', en: 'Set a reminder for the case worker' },
  RequestToDecideRejected: { sv: 'Avslå begäran om avgörande', en: 'Reject the request to decide' },
  UnexecutedReported: { sv: 'Rapportera det ej verkställda', en: 'Report what was not carried out' },
  ViolenceQuestionsAsked: { sv: 'Ställ FREDA-frågorna', en: 'Ask the FREDA questions' },
  ViolenceQuestionsNotSuitable: {
    sv: 'Skriv varför frågorna inte ställs',
    en: 'Write why they are not asked',
  },
};

/** The words for reminding a provider. */
const BY_REMINDER: Readonly<Record<RemindedOf, Text>> = {
  plan: { sv: 'Begär in planen', en: 'Ask for the plan' },
  revisedPlan: { sv: 'Begär in den omarbetade planen', en: 'Ask for the revised plan' },
  updatedPlan: { sv: 'Begär in ny plan', en: 'Ask for a new plan' },
  start: { sv: 'Påminn utföraren om att börja', en: 'Remind the provider to begin' },
  resumption: { sv: 'Påminn utföraren om att återuppta', en: 'Remind the provider to resume' },
  other: { sv: 'Påminn utföraren', en: 'Remind the provider' },
};

/** The words of a rule, where an event type does something more definite there. */
const BY_RULE: Readonly<Record<string, Partial<Readonly<Record<PersonalFileEventType, Text>>>>> = {
  'assessment-missing': {
    DecisionChanged: { sv: 'Komplettera skälen', en: 'Complete the reasons' },
    DecisionCorrected: { sv: 'Komplettera skälen', en: 'Complete the reasons' },
    InvestigationRevised: { sv: 'Komplettera bedömningen', en: 'Complete the assessment' },
  },
  'decision-corrected-after-service': {
    DecisionChanged: { sv: 'Besluta om ändringen', en: 'Decide on the change' },
  },
  'decision-delayed': { DecisionMade: { sv: 'Avgör ansökan', en: 'Decide the application' } },
  'judgment-to-carry-out': { OrderSent: { sv: 'Verkställ domen', en: 'Carry out the judgment' } },
  'order-unspecific': { OrderRevised: { sv: 'Förtydliga beställningen', en: 'Make the order clear' } },
  'plan-content-incomplete': {
    PlanReturned: { sv: 'Be om komplettering', en: 'Ask for what is missing' },
  },
  'relative-employed-despite-no': {
    RelativeEmploymentAnswered: { sv: 'Ompröva anhörigfrågan', en: 'Reconsider the question' },
  },
  'request-to-decide-unanswered': {
    DecisionMade: { sv: 'Avgör ansökan', en: 'Decide the application' },
  },
};

/** What a reader is told to do by recording an event type about a finding of a rule, or about something that runs out. */
export const imperativeOf = (rule: string | null, type: PersonalFileEventType): Text | undefined =>
  (rule === null ? undefined : BY_RULE[rule]?.[type]) ?? BY_TYPE[type];

export const reminderImperative = (of: RemindedOf): Text => BY_REMINDER[of];
