import { STEPS, type Language, type Text } from '@rt/domain';
import { CASE_STATE_WORDS, KIND_WORDS, NOTICE_KIND_WORDS, SEVERITY_WORDS } from '../code-lists/words';
import { SECTION_TITLES } from '@rt/read-models';
import { STATUS_WORDS } from '@rt/rules';
import { ANSWERS, type Answer } from '../openapi/answers';
import type { CsvCell } from './csv';
import type { CsvRoute } from './list-route';

type Schema = Readonly<Record<string, unknown>>;
type Line = Readonly<Record<string, unknown>>;
type Person = Answer<'Findings'>['persons'][string] | undefined;
type CaseLabels = Answer<'Findings'>['caseLabels'][string] | undefined;

/** A column of a list: where its value stands in a line, and its label. */
export interface Column {
  readonly path: readonly string[];
  readonly label: Text | undefined;
}

const said = (sv: string, en: string): Text => ({ sv, en });

const PERSON = [said('Namn', 'Name'), said('Skyddade personuppgifter', 'Protected identity')] as const;
const CASE = [
  said('Ärendenummer', 'Case number'),
  said('Insats', 'Measure'),
  said('Insatskod', 'Code of the measure'),
] as const;

/** The label of each column. A column without one has its name; a test finds it. */
const LABELS: Readonly<Record<string, Text>> = {
  id: said('Id', 'Id'),
  fileId: said('Personakt', 'Personal file'),
  caseId: said('Ärendets id', 'Case id'),
  unitId: said('Enhet', 'Unit'),
  workerId: said('Handläggare', 'Case worker'),
  state: said('Läge', 'State'),
  stateOn: said('Läge sedan', 'State since'),
  nextStep: said('Nästa steg', 'Next step'),
  outcome: said('Beslutets utgång', 'Outcome'),
  decisionCorrectedOn: said('Rättad i efterhand', 'Corrected afterwards'),
  decisionByCourt: said('Domstolens, från', 'The court’s, from'),
  openedOn: said('Öppnat', 'Opened'),
  applicationOn: said('Ansökt', 'Applied'),
  investigationOn: said('Utredning inledd', 'Investigation begun'),
  decisionOn: said('Beslutat', 'Decided'),
  orderOn: said('Beställt', 'Ordered'),
  planOn: said('Plan inkommen', 'Plan received'),
  startedOn: said('Påbörjat', 'Started'),
  lastFollowUpOn: said('Senast uppföljt', 'Last follow-up'),
  closedOn: said('Avslutat', 'Closed'),
  'open.pending': said('Inom tid', 'In time'),
  'open.overdue': said('Förfallna', 'Overdue'),
  'open.violation': said('Brister', 'Violations'),
  'openBesideCases.pending': said('Inom tid, utanför ärenden', 'In time, beside cases'),
  'openBesideCases.overdue': said('Förfallna, utanför ärenden', 'Overdue, beside cases'),
  'openBesideCases.violation': said('Brister, utanför ärenden', 'Violations, beside cases'),
  'open.acknowledged': said('Kvitterade', 'Acknowledged'),
  'openBesideCases.acknowledged': said('Kvitterade, utanför ärenden', 'Acknowledged, beside cases'),
  openCases: said('Öppna ärenden', 'Open cases'),
  nextDueOn: said('Nästa förfallodag', 'Next due day'),
  heldFrom: said('Handläggare från', 'Case worker from'),
  heldUntil: said('Handläggare till', 'Case worker until'),
  inCase: said('Ärendet', 'The case'),
  thread: said('Tråden', 'The thread'),
  alsoFound: said('Funnet också av', 'Also found by'),
  marks: said('Om beslutet', 'About the decision'),
  reminded: said('Påmind', 'Reminded'),
  remindedOn: said('Påmind den', 'Reminded on'),
  returnedOn: said('Planen returnerad', 'Plan returned'),
  section: said('Avsnitt', 'Section'),
  rule: said('Regel', 'Rule'),
  ruleVersion: said('Regelns version', 'Version of the rule'),
  severity: said('Allvar', 'Severity'),
  step: said('Handläggningssteg', 'Handling step'),
  kind: said('Slag', 'Kind'),
  status: said('Läge', 'Status'),
  title: said('Rubrik', 'Title'),
  text: said('Vad', 'What'),
  whatToDo: said('Att göra', 'What to do'),
  note: said('Att minnas', 'To remember'),
  'action.title': said('Nästa steg', 'Next step'),
  'action.stepTitle': said('Registreras som', 'Recorded as'),
  action: said('Nästa steg', 'Next step'),
  since: said('Sedan', 'Since'),
  sinceDays: said('Dagar sedan', 'Days since'),
  dueOn: said('Förfaller', 'Due'),
  daysLeft: said('Dagar kvar', 'Days left'),
  arisesOn: said('Uppkom', 'Arose'),
  fulfilledOn: said('Åtgärdad', 'Fulfilled'),
  voidedOn: said('Inte längre aktuell', 'No longer asked for'),
  explainedOn: said('Förklarad', 'Explained'),
  acknowledgedOn: said('Kvitterad', 'Acknowledged'),
  acknowledgedUntil: said('Kvitterad till', 'Acknowledged until'),
  obligationId: said('Gäller', 'About'),
  eventType: said('Händelse', 'Event'),
  appearsOn: said('Visad', 'Shown'),
  endedOn: said('Slutade gälla', 'Ended'),
  seen: said('Sedd', 'Seen'),
  now: said('Läge, känt nu', 'Status, known now'),
  number: said('Nummer', 'Number'),
  decisionId: said('Beslutets id', 'Decision id'),
  stratum: said('Grupp i urvalet', 'Group of the sample'),
  openedAt: said('Öppnad av inspektör', 'Opened by an inspector'),
  'openNow.pending': said('Inom tid, känt nu', 'In time, known now'),
  'openNow.overdue': said('Förfallna, känt nu', 'Overdue, known now'),
  'openNow.violation': said('Brister, känt nu', 'Violations, known now'),
  cases: said('Ärenden med bristen', 'Cases with the gap'),
  of: said('Av', 'Of'),
  'now.cases': said('Ärenden med bristen, känt nu', 'Cases with the gap, known now'),
  'now.of': said('Av, känt nu', 'Of, known now'),
};

/** What a program needs and a reader of a table does not. */
const NOT_SHOWN: ReadonlySet<string> = new Set([
  'inputs',
  'evidence',
  'trigger',
  'subject',
  'eventId',
  'acts',
  'action.code',
  'action.settledBy',
  // Beside its label, before the columns of the line.
  'measure',
]);

const STEP_WORDS = Object.fromEntries(Object.entries(STEPS).map(([step, { title }]) => [step, title]));

/** The words for the codes of a column. */
const WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  status: STATUS_WORDS,
  severity: SEVERITY_WORDS,
  kind: { ...KIND_WORDS, ...NOTICE_KIND_WORDS },
  section: SECTION_TITLES,
  state: { ...CASE_STATE_WORDS, notOpened: said('inte öppnat', 'not opened') },
  now: STATUS_WORDS,
  inCase: { open: said('öppet', 'open'), closed: said('avslutat', 'closed') },
  step: STEP_WORDS,
  nextStep: STEP_WORDS,
};

/** The columns of a list, in the order of the fields of its answer. */
export const csvColumnsOf = ({ answer, lines }: Pick<CsvRoute, 'answer' | 'lines'>): readonly Column[] => {
  const page = ANSWERS[answer] as unknown as { readonly properties: Readonly<Record<string, Schema>> };
  return within(named(page.properties[lines]?.['items'] as Schema), []);
};

const named = (schema: Schema): Schema => {
  const name = /[^/]+$/.exec(String(schema['$ref'] ?? ''))?.[0];
  return name === undefined ? schema : ANSWERS[name as keyof typeof ANSWERS];
};

const within = (schema: Schema, at: readonly string[]): readonly Column[] =>
  Object.entries(schema['properties'] as Readonly<Record<string, Schema>>).flatMap(([name, field]) => {
    const path = [...at, name];
    const key = path.join('.');
    if (NOT_SHOWN.has(key)) return [];
    const fields = field['properties'] as object | undefined;
    if (fields !== undefined && !('sv' in fields)) return within(field, path);
    return [{ path, label: LABELS[key] }];
  });

interface CsvPage {
  readonly lines: readonly Line[];
  /** Left out: the lines are not about files. */
  readonly persons?: Readonly<Record<string, Person>>;
  readonly caseLabels?: Readonly<Record<string, CaseLabels>>;
}

interface Words {
  readonly language: Language;
  /** The names of the units. */
  readonly units: Readonly<Record<string, string>>;
}

/** The rows of a list: the labels, and a row for each line, with the person of its file and its case first. */
export const csvRowsOf = (
  columns: readonly Column[],
  { lines, persons, caseLabels }: CsvPage,
  { language, units }: Words,
): readonly (readonly CsvCell[])[] => {
  const hasCases = caseLabels !== undefined && columns.some(({ path }) => path[0] === 'caseId');
  return [
    [
      ...[...(persons ? PERSON : []), ...(hasCases ? CASE : [])].map((label) => label[language]),
      ...columns.map(({ path, label }) => label?.[language] ?? path.join('.')),
    ],
    ...lines.map((line) => {
      const person = persons?.[line['fileId'] as string];
      const label = hasCases ? caseLabels[line['fileId'] as string]?.[line['caseId'] as string] : undefined;
      return [
        ...(persons ? [person?.name, person?.protectedIdentity] : []),
        ...(hasCases ? [label?.caseNumber, label?.measureTitle?.[language], label?.measure] : []),
        ...columns.map(({ path }) => {
          const value = valueAt(line, path);
          return path[0] === 'unitId'
            ? (units[value as string] ?? (value as CsvCell))
            : cellOf(value, WORDS[path.join('.')], language);
        }),
      ];
    }),
  ];
};

/** A mark is its words and its day, another finding its title; another part of a list is itself. */
const partOf = (value: unknown, language: Language): string =>
  typeof value === 'object' && value !== null
    ? 'title' in value
      ? (value.title as Text)[language]
      : `${(value as { text: Text }).text[language]} ${(value as { on: string }).on}`
    : String(value);

const valueAt = (line: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Line | null)?.[name], line);

const cellOf = (
  value: unknown,
  words: Readonly<Record<string, Text>> | undefined,
  language: Language,
): CsvCell => {
  if (typeof value === 'string') return words?.[value]?.[language] ?? value;
  if (Array.isArray(value)) return value.map((one: unknown) => partOf(one, language)).join('; ');
  if (typeof value === 'object' && value !== null) return (value as Text)[language];
  return value as CsvCell;
};
