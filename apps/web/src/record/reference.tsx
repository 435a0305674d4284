import { on, TITLES, type FormLine, type PersonalFileEventType, type Text, type ThingKind } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { dayAndWeek } from '../days/day-words';
import { useSay } from '../texts/language';
import type { Known } from './choices';
import { textIn, valuesIn, type Values } from './form-values';
import { schemaQuery } from './record.queries';
import { saidIn } from './said';
import { standsNow } from './standing';
import type { FileAnswer } from './thing-names';

type ThingAnswer = NonNullable<FileAnswer['facts']['things'][string]>[number];

interface Shown {
  readonly title: Text;
  /** The fields that the next step follows from, in this order. */
  readonly fields: readonly string[];
  readonly none: Text;
}

const SHOWN: Partial<Record<ThingKind, Shown>> = {
  application: {
    title: { sv: 'Det här är sökt', en: 'This was applied for' },
    fields: ['law', 'measure', 'requestedExtent', 'text'],
    none: { sv: 'Ingen ansökan i ärendet.', en: 'No application in the case.' },
  },
  investigation: {
    title: { sv: 'Det här är utrett', en: 'This was investigated' },
    fields: ['wishes', 'expressesNoWishes', 'assessment', 'proposal', 'goals'],
    none: { sv: 'Ingen utredning i ärendet.', en: 'No investigation in the case.' },
  },
  decision: {
    title: { sv: 'Det här är beslutat', en: 'This was decided' },
    fields: [
      'law',
      'measure',
      'outcome',
      'requestedExtent',
      'grantedExtent',
      'from',
      'to',
      'reasons',
      'decisiveFacts',
    ],
    none: { sv: 'Inget beslut i ärendet.', en: 'No decision in the case.' },
  },
  order: {
    title: { sv: 'Det här är beställt', en: 'This was ordered' },
    fields: ['providerId', 'task', 'purpose', 'goals', 'extent', 'from', 'to'],
    none: { sv: 'Ingen beställning i ärendet.', en: 'No order in the case.' },
  },
};

/** What stands beside the form of a step: what the step follows from. */
const BESIDE: Partial<Record<PersonalFileEventType, readonly ThingKind[]>> = {
  InvestigationOpened: ['application'],
  InvestigationCompleted: ['application'],
  InvestigationRevised: ['application'],
  DecisionMade: ['application', 'investigation'],
  DecisionChanged: ['application', 'investigation'],
  OrderSent: ['decision', 'investigation', 'order'],
  OrderRevised: ['decision', 'investigation'],
  PlanReceived: ['order', 'decision'],
  PlanApproved: ['order'],
  PlanReturned: ['order'],
  ExecutionStarted: ['order', 'decision'],
  FollowUpDocumented: ['order', 'decision'],
};

/** The column beside a form: the thing that the form names, or else the last one of its case, with its goals. Nothing for other steps. */
export const Reference = ({
  type,
  values,
  known,
}: {
  readonly type: string;
  readonly values: Values;
  readonly known: Known;
}) => {
  const say = useSay();
  const kinds = BESIDE[type as PersonalFileEventType];
  if (kinds === undefined) return null;
  return (
    <aside className="reference" aria-label={say({ sv: 'Det som gäller', en: 'What stands' })}>
      {kinds.map((kind) => (
        <ThingCard key={kind} kind={kind} thing={thingFor(kind, values, known)} known={known} />
      ))}
    </aside>
  );
};

const thingFor = (kind: ThingKind, values: Values, { file }: Known): ThingAnswer | undefined => {
  const things = file.facts.things[kind] ?? [];
  const named = textIn(valuesIn(values['data'])[`${kind}Id`]);
  const caseId = textIn(values['caseId']);
  return (
    things.find(({ id }) => id === named) ??
    things.filter((thing) => caseId === '' || thing.caseId === caseId || thing.caseId === null).at(-1)
  );
};

const ThingCard = ({
  kind,
  thing,
  known,
}: {
  readonly kind: ThingKind;
  readonly thing: ThingAnswer | undefined;
  readonly known: Known;
}) => {
  const say = useSay();
  const shown = SHOWN[kind] as Shown;
  const schema = useQuery({ ...schemaQuery(thing?.type ?? ''), enabled: thing !== undefined });
  const lines = (schema.data?.['x-form'] as readonly FormLine[] | undefined)?.find(
    ({ name }) => name === 'data',
  )?.lines;
  const data = thing && standsNow(known.file, kind, thing.id);
  const ordered = shown.fields.flatMap((name) => lines?.filter((line) => line.name === name) ?? []);
  return (
    <section className="card" aria-labelledby={`beside-${kind}`}>
      <h2 id={`beside-${kind}`}>{say(shown.title)}</h2>
      {thing === undefined ? (
        <p className="soft small">{say(shown.none)}</p>
      ) : (
        <>
          <p className="soft small">
            {say(TITLES[thing.type as keyof typeof TITLES])},{' '}
            {say(dayAndWeek(on(thing.occurredOn), known.today))}
          </p>
          {lines !== undefined && data !== undefined && saidIn(ordered, data, known).length === 0 && (
            <p className="soft small">
              {say({ sv: 'Inget är inskrivet ännu.', en: 'Nothing is written yet.' })}
            </p>
          )}
          <dl>
            {data &&
              ordered.map((line) => <ReferenceFact key={line.name} line={line} data={data} known={known} />)}
          </dl>
        </>
      )}
    </section>
  );
};

/** One fact. The goals are a list, each beside what it is measured by. */
const ReferenceFact = ({
  line,
  data,
  known,
}: {
  readonly line: FormLine;
  readonly data: Readonly<Record<string, unknown>>;
  readonly known: Known;
}) => {
  const say = useSay();
  const [fact] = saidIn([line], data, known);
  if (fact === undefined) return null;
  const goals =
    line.name === 'goals' ? (data['goals'] as readonly { text?: string; measuredBy?: string }[]) : undefined;
  return (
    <div>
      <dt>{say(fact.label)}</dt>
      <dd>
        {goals === undefined ? (
          fact.text
        ) : (
          <ul>
            {goals.map(({ text, measuredBy }, index) => (
              <li key={index}>
                {text}
                {measuredBy && <span className="soft small"> {measuredBy}</span>}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
};
