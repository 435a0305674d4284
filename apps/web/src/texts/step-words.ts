import type { Step, Text } from '@rt/domain';

/** One word for each handling step, for filters. */
export const STEP_WORDS: Readonly<Record<Step, Text>> = {
  file: { sv: 'Akt', en: 'File' },
  entry: { sv: 'Anteckning', en: 'Note' },
  party: { sv: 'Anhörig', en: 'Relative' },
  assignment: { sv: 'Handläggare', en: 'Case worker' },
  representative: { sv: 'Företrädare', en: 'Representative' },
  consent: { sv: 'Medgivande', en: 'Consent' },
  contact: { sv: 'Kontakt', en: 'Contact' },
  case: { sv: 'Ärende', en: 'Case' },
  application: { sv: 'Ansökan', en: 'Application' },
  investigation: { sv: 'Utredning', en: 'Investigation' },
  decision: { sv: 'Beslut', en: 'Decision' },
  order: { sv: 'Beställning', en: 'Order' },
  plan: { sv: 'Plan', en: 'Plan' },
  execution: { sv: 'Utförande', en: 'Performance' },
  'follow-up': { sv: 'Uppföljning', en: 'Follow-up' },
  'individual-plan': { sv: 'Individuell plan', en: 'Individual plan' },
  'coordinated-plan': { sv: 'Samordnad plan', en: 'Coordinated plan' },
  'violence-questions': { sv: 'Våldsfrågor', en: 'Questions about violence' },
  malpractice: { sv: 'Missförhållande', en: 'Malpractice' },
  gap: { sv: 'Brist', en: 'Gap' },
  reminder: { sv: 'Bevakning', en: 'Reminder' },
};
