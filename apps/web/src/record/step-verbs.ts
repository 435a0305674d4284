import type { PersonalFileEventType, Text } from '@rt/domain';

const says = (sv: string, en: string): Text => ({ sv, en });

/** What the button of the steps of the main chain says that it does. */
const VERBS: Partial<Record<PersonalFileEventType, Text>> = {
  ApplicationReceived: says('Spara ansökan', 'Save the application'),
  InvestigationOpened: says('Inled utredningen', 'Open the investigation'),
  InvestigationCompleted: says('Slutför utredningen', 'Complete the investigation'),
  InvestigationRevised: says('Komplettera utredningen', 'Add to the investigation'),
  DecisionMade: says('Spara beslutet', 'Save the decision'),
  DecisionServed: says('Spara underrättelsen', 'Save the notification'),
  DecisionChanged: says('Ändra beslutet', 'Change the decision'),
  OrderSent: says('Skicka beställningen', 'Send the order'),
  OrderRevised: says('Ändra beställningen', 'Revise the order'),
  OrderCancelled: says('Återkalla beställningen', 'Cancel the order'),
  ProviderReminded: says('Spara påminnelsen', 'Save the reminder'),
  PlanReceived: says('Ta emot planen', 'Receive the plan'),
  PlanApproved: says('Godkänn planen', 'Approve the plan'),
  PlanReturned: says('Returnera planen', 'Return the plan'),
  ExecutionStarted: says('Spara starten', 'Save the start'),
  FollowUpDocumented: says('Spara uppföljningen', 'Save the follow-up'),
  ContactMade: says('Spara kontakten', 'Save the contact'),
  ConsentGiven: says('Spara medgivandet', 'Save the consent'),
  ConsentWithdrawn: says('Återkalla medgivandet', 'Withdraw the consent'),
  NoteWritten: says('Spara anteckningen', 'Save the note'),
  EntryCorrected: says('Rätta anteckningen', 'Correct the entry'),
  EntryRetracted: says('Makulera anteckningen', 'Retract the entry'),
  EntryRedacted: says('Maskera anteckningen', 'Make the entry unreadable'),
};

export const verbOf = (type: string): Text => VERBS[type as PersonalFileEventType] ?? says('Spara', 'Save');
