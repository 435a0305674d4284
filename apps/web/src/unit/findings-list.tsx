import { Button, LyingThread, ProtectedMark, Select } from '@rt/ui';
import { daysBetween, on as dayOf, type LocalDate, type Text } from '@rt/domain';
import { statesOfCode } from '@rt/rules';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronUp, Download, X } from 'lucide-react';
import { useRef } from 'react';
import type { ApiAnswer } from '../api/client';
import { dayAndWeek } from '../days/day-words';
import { rulesQuery } from '../my-day/worklist';
import { FaultCard } from '../shell/fault-card';
import { useSay } from '../texts/language';
import { STEP_WORDS } from '../texts/step-words';
import { threadSentence } from '../texts/thread-words';
import { useUserName } from '../texts/user-name';
import { withNoun } from '../texts/with-noun';
import { countOfList, workersFound, type UnitStatus } from './unit-figures';
import { filtersOf, listAsFile, unitFindingsQuery, type UnitFinding } from './unit.queries';
import type { ShownList } from './unit.search';

type Persons = ApiAnswer<'Findings'>['persons'];
type CaseLabels = ApiAnswer<'Findings'>['caseLabels'];

const route = getRouteApi('/signed-in/laget');

const LIST_WORDS: Readonly<Record<ShownList, readonly [one: Text, many: Text]>> = {
  overdue: [
    { sv: 'förfallen brist', en: 'overdue gap' },
    { sv: 'förfallna brister', en: 'overdue gaps' },
  ],
  violations: [
    { sv: 'sak att förklara', en: 'thing to explain' },
    { sv: 'saker att förklara', en: 'things to explain' },
  ],
  broken: [
    { sv: 'brist i öppna ärenden', en: 'gap in open cases' },
    { sv: 'brister i öppna ärenden', en: 'gaps in open cases' },
  ],
  soon: [
    { sv: 'sak förfaller inom 7 dagar', en: 'thing due within 7 days' },
    { sv: 'saker förfaller inom 7 dagar', en: 'things due within 7 days' },
  ],
  closed: [
    { sv: 'äldre brist i avslutade ärenden', en: 'older gap in closed cases' },
    { sv: 'äldre brister i avslutade ärenden', en: 'older gaps in closed cases' },
  ],
};

/** The list behind the number that was pressed last. The heading says which; the address has its filters. */
export const FindingsList = ({
  status,
  isPast,
}: {
  readonly status: UnitStatus;
  readonly isPast: boolean;
}) => {
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = useUserName();
  const filters = filtersOf(search, status.on);
  const list = useInfiniteQuery(unitFindingsQuery(filters));
  const pages = list.data?.pages ?? [];
  const lines = pages.flatMap(({ findings }) => findings);
  const { show = 'overdue', worker } = search;
  const count = countOfList(status, search) ?? (list.hasNextPage ? undefined : lines.length);
  const [one, many] = LIST_WORDS[show];
  const words = say(count === 1 ? one : many);
  const workers = workersFound(status).flatMap(({ workerId }) => (workerId === null ? [] : [workerId]));
  return (
    <section className="card listed-findings" aria-labelledby="listed">
      <div className="section-line">
        <h2 id="listed">{count === undefined ? capital(words) : `${count} ${words}`}</h2>
        <div className="list-acts no-print">
          <FilterMarks />
          <Select
            label={say({ sv: 'Handläggare', en: 'Case worker' })}
            chosen={worker ?? ''}
            options={[
              { id: '', label: say({ sv: 'Alla handläggare', en: 'All case workers' }) },
              ...workers.map((id) => ({ id, label: say(nameOf(id)) })),
            ]}
            onChoose={(chosen) => {
              void navigate({
                search: ({ worker: _, ...rest }) => ({ ...rest, ...(chosen !== '' && { worker: chosen }) }),
                resetScroll: false,
              });
            }}
          />
          <ExportButton filters={filters} name={`${show}-${status.on}`} />
        </div>
      </div>
      {list.isError && <FaultCard error={list.error} onRetry={() => void list.refetch()} />}
      {list.data &&
        (lines.length === 0 ? (
          <p className="none soft">
            {say({
              sv: 'Inget att visa: listan är tom den dagen.',
              en: 'Nothing here: the list is empty on the day.',
            })}
          </p>
        ) : (
          <FindingTable
            lines={lines}
            persons={Object.assign({}, ...pages.map(({ persons }) => persons)) as Persons}
            labels={Object.assign({}, ...pages.map(({ caseLabels }) => caseLabels)) as CaseLabels}
            today={dayOf(status.on)}
            isPast={isPast}
          />
        ))}
      {list.hasNextPage && (
        <p className="more">
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {count === undefined
              ? say({ sv: 'Visa fler', en: 'Show more' })
              : say({
                  sv: `Visa fler (${count - lines.length} till)`,
                  en: `Show more (${count - lines.length} left)`,
                })}
          </Button>
        </p>
      )}
    </section>
  );
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The filters that the list has, each with a way to take it off. */
const FilterMarks = () => {
  const say = useSay();
  const { step, rule } = route.useSearch();
  const { data: rules } = useQuery(rulesQuery);
  const title = rule === undefined ? undefined : rules?.get(rule)?.title;
  const mark = (text: string, off: 'step' | 'rule') => (
    <Link
      className="filter-mark"
      from="/laget"
      to="/laget"
      search={({ [off]: _, ...rest }) => rest}
      resetScroll={false}
      aria-label={say({ sv: `Ta bort filtret ${text}`, en: `Take off the filter ${text}` })}
    >
      {text}
      <X size={14} aria-hidden="true" />
    </Link>
  );
  return (
    <>
      {step !== undefined && mark(`${say({ sv: 'Steg', en: 'Step' })}: ${say(STEP_WORDS[step])}`, 'step')}
      {rule !== undefined &&
        mark(`${say({ sv: 'Regel', en: 'Rule' })}: ${title ? say(title) : rule}`, 'rule')}
    </>
  );
};

const CSV = 'text/csv';

/** The whole list, as it is filtered, as a file that a spreadsheet opens. */
const ExportButton = ({
  filters,
  name,
}: {
  readonly filters: ReturnType<typeof filtersOf>;
  readonly name: string;
}) => {
  const say = useSay();
  const saving = useMutation({
    mutationFn: () => listAsFile(filters, CSV),
    onSuccess: (file) => {
      const address = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = address;
      link.download = `${name}.csv`;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <>
      <Button
        isPending={saving.isPending}
        onPress={() => {
          saving.mutate();
        }}
      >
        <Download size={16} aria-hidden="true" />
        {say({ sv: 'Exportera CSV', en: 'Export CSV' })}
      </Button>
      {saving.isError && (
        <p className="small bad" role="alert">
          {say({ sv: 'Filen kunde inte hämtas.', en: 'The file could not be fetched.' })}
        </p>
      )}
    </>
  );
};

/** Up to this many lines are all drawn; of more, those in sight. */
const ALL_DRAWN = 100;
const ROW_HEIGHT = 57;

const FindingTable = ({
  lines,
  persons,
  labels,
  today,
  isPast,
}: {
  readonly lines: readonly UnitFinding[];
  readonly persons: Persons;
  readonly labels: CaseLabels;
  readonly today: LocalDate;
  readonly isPast: boolean;
}) => {
  const say = useSay();
  const body = useRef<HTMLTableSectionElement>(null);
  const isWhole = lines.length <= ALL_DRAWN;
  const rows = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin: body.current?.getBoundingClientRect().top ?? 0,
    enabled: !isWhole,
  });
  const inSight = rows.getVirtualItems();
  const shown = isWhole ? lines.map((_, index) => index) : inSight.map(({ index }) => index);
  const above = isWhole ? 0 : (inSight[0]?.start ?? 0) - rows.options.scrollMargin;
  const below = isWhole ? 0 : rows.getTotalSize() - ((inSight.at(-1)?.end ?? 0) - rows.options.scrollMargin);
  return (
    <table className="findings" aria-rowcount={lines.length + 1}>
      <thead>
        <tr>
          <th scope="col">{say({ sv: 'Den enskilde', en: 'The person' })}</th>
          <th scope="col">{say({ sv: 'Tråden', en: 'The thread' })}</th>
          <th scope="col">
            {isPast ? say({ sv: 'Brist', en: 'Gap' }) : say({ sv: 'Nästa steg', en: 'Next step' })}
          </th>
          <th scope="col">{say({ sv: 'Handläggare', en: 'Case worker' })}</th>
          <th scope="col">{say({ sv: 'Förföll', en: 'Was due' })}</th>
          <SortHead />
        </tr>
      </thead>
      <tbody ref={body}>
        {above > 0 && <Space height={above} />}
        {shown.map((index) => {
          const line = lines[index];
          return (
            line && (
              <FindingRow
                key={`${line.id} ${line.fileId}`}
                line={line}
                index={index}
                measure={isWhole ? undefined : rows.measureElement}
                person={persons[line.fileId]}
                label={line.caseId === null ? undefined : labels[line.fileId]?.[line.caseId]}
                today={today}
                isPast={isPast}
              />
            )
          );
        })}
        {below > 0 && <Space height={below} />}
      </tbody>
    </table>
  );
};

/** Stands for the rows that are not drawn. */
const Space = ({ height }: { readonly height: number }) => (
  <tr aria-hidden="true" className="space">
    <td colSpan={6} style={{ height }} />
  </tr>
);

const SortHead = () => {
  const say = useSay();
  const { order } = route.useSearch();
  const isOldest = order === undefined;
  return (
    <th scope="col" className="days" aria-sort={isOldest ? 'descending' : 'ascending'}>
      <Link
        from="/laget"
        to="/laget"
        search={({ order: _, ...rest }) => ({ ...rest, ...(isOldest && { order: 'newestFirst' as const }) })}
        resetScroll={false}
      >
        {say({ sv: 'Dagar', en: 'Days' })}
        {isOldest ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronUp size={14} aria-hidden="true" />}
      </Link>
    </th>
  );
};

const FindingRow = ({
  line,
  index,
  measure,
  person,
  label,
  today,
  isPast,
}: {
  readonly line: UnitFinding;
  readonly index: number;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
  readonly person: Persons[string] | undefined;
  readonly label: CaseLabels[string][string] | undefined;
  readonly today: LocalDate;
  readonly isPast: boolean;
}) => {
  const say = useSay();
  const nameOf = useUserName();
  const days = daysBetween(dayOf(line.dueOn), today);
  const said = withNoun(Math.abs(days), ['dag', 'dagar'], ['day', 'days']);
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row">
        <Link to="/akter/$fileId" params={{ fileId: line.fileId }}>
          {person?.name ?? say({ sv: 'Öppna akten', en: 'Open the file' })}
        </Link>{' '}
        {person?.protectedIdentity === true && (
          <ProtectedMark>{say({ sv: 'Skyddad', en: 'Protected' })}</ProtectedMark>
        )}
        {label && (
          <small>
            {[label.measureTitle ? say(label.measureTitle) : null, label.caseNumber]
              .filter(Boolean)
              .join(' · ')}
          </small>
        )}
      </th>
      <td>
        {line.thread !== null && (
          <LyingThread
            size="list"
            states={statesOfCode(line.thread)}
            label={say(threadSentence(line.thread))}
          />
        )}
      </td>
      <td>
        {!isPast && line.action !== null && <>{say(line.action)}: </>}
        <span className={isPast ? '' : 'small soft'}>{say(line.title)}</span>
      </td>
      <td>
        {line.workerId === null
          ? say({ sv: 'Ingen handläggare', en: 'No case worker' })
          : say(nameOf(line.workerId))}
      </td>
      <td>{say(dayAndWeek(dayOf(line.dueOn), today))}</td>
      <td className="days">
        <b className={days > 0 ? 'bad' : ''}>
          {days > 0 ? days : say({ sv: `om ${-days}`, en: `in ${-days}` })}
        </b>
        <span className="unseen"> {days > 0 ? say(said) : say({ sv: 'dagar', en: 'days' })}</span>
      </td>
    </tr>
  );
};
