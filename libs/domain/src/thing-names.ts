import type { ThingKind } from './ids';
import type { Text } from './text';

const named = (sv: string, en: string): Text => ({ sv, en });

/** What the things of a file are called: the label of every id that is given no label of its own. */
export const THING_NAMES: Readonly<Record<ThingKind, Text>> = {
  party: named('Person i nätverket', 'Person in the network'),
  assignment: named('Handläggaruppdrag', 'Assignment'),
  representative: named('Företrädare', 'Representative'),
  consent: named('Medgivande', 'Consent'),
  contact: named('Kontakt', 'Contact'),
  case: named('Ärende', 'Case'),
  application: named('Ansökan', 'Application'),
  information: named('Aktualisering', 'Information received'),
  investigation: named('Utredning', 'Investigation'),
  decision: named('Beslut', 'Decision'),
  appeal: named('Överklagande', 'Appeal'),
  advanceDecision: named('Förhandsbesked', 'Advance decision'),
  order: named('Beställning', 'Order'),
  goal: named('Mål', 'Goal'),
  plan: named('Genomförandeplan', 'Implementation plan'),
  execution: named('Verkställighet', 'Execution'),
  deviation: named('Avvikelse', 'Deviation'),
  performer: named('Utförande person', 'Performer'),
  question: named('Fråga om anhöriganställning', 'Question about employing a relative'),
  followUp: named('Uppföljning', 'Follow-up'),
  request: named('Begäran', 'Request'),
  individualPlan: named('Individuell plan (LSS)', 'Individual plan (LSS)'),
  coordinatedPlan: named('Samordnad individuell plan (SIP)', 'Coordinated individual plan (SIP)'),
  malpractice: named('Lex Sarah-rapport', 'Report of malpractice (lex Sarah)'),
};
