import type { Text } from '@rt/domain';

const called = (sv: string, en: string): Text => ({ sv, en });

/** What a parameter of a query is called in an error text. The same name means the same thing on every route. */
const PARAMETER_LABELS: Readonly<Record<string, Text>> = {
  on: called('Dag', 'Day'),
  from: called('Första dagen', 'First day'),
  to: called('Sista dagen', 'Last day'),
  asOf: called('Som akten var', 'As the file was'),
  knownAt: called('Som det var känt', 'As it was known'),
  unit: called('Enhet', 'Unit'),
  worker: called('Handläggare', 'Case worker'),
  held: called('Handläggare finns', 'Held by a case worker'),
  inCase: called('Ärendet är', 'The case is'),
  review: called('Granskning', 'Review'),
  rule: called('Regel', 'Rule'),
  status: called('Läge', 'Status'),
  state: called('Ärendets läge', 'State of the case'),
  step: called('Handläggningssteg', 'Handling step'),
  nextStep: called('Nästa steg', 'Next step'),
  measure: called('Insats', 'Measure'),
  dueBy: called('Förfaller senast', 'Due by'),
  each: called('En rad för varje', 'One line for each'),
  section: called('Avsnitt', 'Section'),
  horizon: called('Antal dagar framåt', 'Days ahead'),
  show: called('Vilka som visas', 'Which are shown'),
  action: called('Vad som gjordes', 'What was done'),
  sort: called('Sorterat efter', 'Sorted by'),
  order: called('Ordning', 'Order'),
  limit: called('Antal på sidan', 'Number on the page'),
  cursor: called('Plats i listan', 'Place in the list'),
  preview: called('Bara visa', 'Only show'),
  plan: called('Plan', 'Plan'),
  party: called('Part', 'Party'),
  subjects: called('Ämnen', 'Subjects'),
  wait: called('Väntetid', 'Time to wait'),
};

/** The label of a parameter; its name if it has none. A test finds those without a label. */
export const labelOfParameter = (name: string): Text => PARAMETER_LABELS[name] ?? called(name, name);
