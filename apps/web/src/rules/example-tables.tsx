import { STATUS_WORDS, isGapStatus } from '@rt/rules';
import { daysBetween, on, type LocalDate, type Text } from '@rt/domain';
import { dayInWords, weekOf } from '../days/day-words';
import { useLanguage, useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';
import type { ExampleTableAnswer, RuleAnswer } from './rules';

type Row = ExampleTableAnswer['rows'][number];
type Cell = Row['days'][number];

/** The examples that are the rule's own tests. The first table shows the edge; the others are opened. */
export const ExampleTables = ({ rule: { examples } }: { readonly rule: RuleAnswer }) => {
  const say = useSay();
  const first = examples.find(({ edge }) => edge !== undefined) ?? examples[0];
  const others = examples.filter((table) => table !== first);
  const more = others.reduce((count, { rows }) => count + rows.length, 0);
  if (first === undefined) return null;
  return (
    <section className="card examples">
      <h2>{say({ sv: 'Exempel, dag för dag', en: 'Examples, day by day' })}</h2>
      <DayTable table={first} />
      <p className="soft small foot">
        {say({
          sv: 'Exemplen är regelns prov: ändras regeln utan att de ändras stoppas den.',
          en: 'The examples are the tests of the rule: if it changes and they do not, it is stopped.',
        })}
      </p>
      {more > 0 && (
        <details className="fold-in">
          <summary>
            {say(withNoun(more, ['exempel till', 'exempel till'], ['more example', 'more examples']))}
          </summary>
          {others.map((table) => (
            <DayTable key={table.rows[0]?.name} table={table} />
          ))}
        </details>
      )}
    </section>
  );
};

const DayTable = ({ table: { days, edge, rows } }: { readonly table: ExampleTableAnswer }) => {
  const say = useSay();
  const { language } = useLanguage();
  const all = days.map((day) => on(day));
  const [start] = all;
  if (start === undefined) return null;
  const inTime = edge === undefined ? -1 : days.indexOf(edge);
  return (
    // A table wider than the card scrolls inside it, and is reached by keyboard for that.
    <div className="scrolls" tabIndex={0} role="group" aria-label={say({ sv: 'Exempel', en: 'Examples' })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say({ sv: 'Vad som hände', en: 'What happened' })}</th>
            {all.map((day, index) => (
              <th key={day} scope="col" className={index === inTime ? 'edge' : undefined}>
                {say(headOf(day, start))}
                <span>
                  {dayInWords(day, start, language)}
                  <span className="unseen">
                    , {say({ sv: 'vecka', en: 'week' })} {weekOf(day)}
                  </span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {distinct(rows).map(({ row, names }) => (
            <tr key={row.name}>
              <th scope="row">{language === 'en' ? names.join('; ') : told(row, all)}</th>
              {row.days.map((cell, index) => (
                <DayCell key={days[index]} cell={cell} applies={row.applies} isEdge={index === inTime} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** `Dag 15`, or nothing where so long has gone by that nobody counts days. */
const headOf = (day: LocalDate, start: LocalDate): Text => {
  const count = daysBetween(start, day);
  if (count > 99) return { sv: 'Senare', en: 'Later' };
  return { sv: `Dag ${count}`, en: `Day ${count}` };
};

/** Examples that show the same days are one row. */
const distinct = (
  rows: readonly Row[],
): readonly { readonly row: Row; readonly names: readonly string[] }[] => {
  const found = new Map<string, { row: Row; names: string[] }>();
  for (const row of rows) {
    const key = JSON.stringify([row.applies, row.days]);
    const same = found.get(key);
    if (same === undefined) found.set(key, { row, names: [row.name] });
    else same.names.push(row.name);
  }
  return [...found.values()];
};

/** A row in Swedish: what happened after its first event, and on which day. */
const told = ({ days, applies }: Row, all: readonly LocalDate[]): string => {
  const [start] = all;
  const events = days.flatMap(({ events: own }, index) =>
    own.map(({ title }) => ({ title: title.sv, day: all[index] })),
  );
  const [first, ...later] = events;
  if (first === undefined || start === undefined) return 'Inget händer';
  if (later.length === 0) return applies ? 'Inget mer händer' : `Bara ${lowered(first.title)}`;
  return later
    .map(({ title, day }, index) => {
      const count = day === undefined ? 0 : daysBetween(start, day);
      return `${index === 0 ? title : lowered(title)} dag ${count}`;
    })
    .join(', ');
};

const lowered = (title: string): string => title.charAt(0).toLocaleLowerCase('sv') + title.slice(1);

const DayCell = ({
  cell: { events, statuses },
  applies,
  isEdge,
}: {
  readonly cell: Cell;
  readonly applies: boolean;
  readonly isEdge: boolean;
}) => {
  const say = useSay();
  const hasGap = statuses.some((status) => isGapStatus(status));
  const colour = hasGap
    ? 'gap'
    : statuses.includes('fulfilledLate')
      ? 'late'
      : statuses.includes('fulfilled') && 'met';
  const className = [isEdge && 'edge', colour].filter(Boolean).join(' ');
  const words = applies
    ? [...new Set(statuses)].map((status) => say(STATUS_WORDS[status])).join(', ')
    : say({ sv: 'gäller inte', en: 'does not apply' });
  return (
    <td className={className || undefined}>
      {events.map(({ type, title }, index) => (
        <span key={`${type} ${index}`} className="event">
          {say(title)}
        </span>
      ))}
      {words !== '' && <span>{words}</span>}
      {words === '' && (
        <>
          <span aria-hidden="true">–</span>
          <span className="unseen">{say({ sv: 'inget att göra', en: 'nothing to do' })}</span>
        </>
      )}
    </td>
  );
};
