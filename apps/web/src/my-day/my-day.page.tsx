import { Button, Chips, FrayedMark, type Chip } from '@rt/ui';
import { on, type LocalDate, type Step } from '@rt/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { fullDay } from '../days/day-words';
import { DraftList } from '../record/draft-list';
import { FaultCard } from '../shell/fault-card';
import { useTitle } from '../shell/title';
import { withNoun } from '../texts/with-noun';
import { useSay } from '../texts/language';
import { STEP_WORDS } from '../texts/step-words';
import { FOLDED, type WorkLine, type LineSection } from './my-day.search';
import { OPEN_SECTIONS, SECTION_WORDS } from './sections';
import { NewsCard } from './news-card';
import { useLineKeys } from './line-keys';
import { worklistQuery, type WorklistPage } from './worklist';
import { LineInList } from './worklist-line';
import './my-day.css';

const TITLE = { sv: 'Min dag', en: 'My day' };

/** What the case worker has to do, by the day it is due. */
export const MyDayPage = () => {
  const say = useSay();
  const { step } = useSearch({ from: '/signed-in/min-dag' });
  const list = useInfiniteQuery(worklistQuery(OPEN_SECTIONS, step));
  const [first] = list.data?.pages ?? [];
  useTitle(TITLE, first?.toDo.count ?? 0);
  return (
    <>
      <div className="head">
        <div>
          <h1>{say(TITLE)}</h1>
          {first && <p className="lead">{say(first.toDo.text)}</p>}
        </div>
        {first && <p className="soft">{say(fullDay(on(first.on)))}</p>}
      </div>
      {list.isError && <FaultCard error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Waiting />}
      {first && (
        <>
          <StepChips pages={list.data?.pages ?? []} whole={!list.hasNextPage} />
          <div className="beside">
            <section className="card" aria-label={say({ sv: 'Att göra', en: 'To do' })}>
              <Sections pages={list.data?.pages ?? []} />
              {list.hasNextPage && (
                <p className="more">
                  <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                    {say({ sv: 'Visa fler', en: 'Show more' })}
                  </Button>
                </p>
              )}
              {FOLDED.map((section) => (
                <Folded key={section} section={section} count={first.counts[section]} />
              ))}
            </section>
            <div className="side">
              <DraftList />
              <NewsCard />
              <Keys />
            </div>
          </div>
        </>
      )}
    </>
  );
};

/** Six grey rows of the height of a line, so that nothing moves when the lines come. */
const Waiting = () => {
  const say = useSay();
  return (
    <div className="card waiting" role="status">
      <span className="unseen">{say({ sv: 'Raderna hämtas.', en: 'The lines are on their way.' })}</span>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} />
      ))}
    </div>
  );
};

const StepChips = ({
  pages,
  whole,
}: {
  readonly pages: readonly WorklistPage[];
  readonly whole: boolean;
}) => {
  const say = useSay();
  const { step } = useSearch({ from: '/signed-in/min-dag' });
  const navigate = useNavigate({ from: '/min-dag' });
  const counts = new Map<string, number>();
  for (const line of pages.flatMap(({ lines }) => lines))
    counts.set(line.step, (counts.get(line.step) ?? 0) + 1);
  const shown = (Object.keys(STEP_WORDS) as Step[]).filter((each) => counts.has(each) || each === step);
  // Under a filter the other numbers are not known.
  const known = whole && step === undefined;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const chips: readonly Chip<Step | 'all'>[] = [
    { id: 'all', label: say({ sv: 'Alla', en: 'All' }), ...(known && { count: total }) },
    ...shown.map((each) => ({
      id: each,
      label: say(STEP_WORDS[each]),
      ...(known && { count: counts.get(each) ?? 0 }),
    })),
  ];
  return (
    <Chips
      label={say({ sv: 'Visa steg', en: 'Show steps' })}
      chips={chips}
      chosen={step ?? 'all'}
      onChoose={(chosen) => {
        void navigate({
          search: ({ open }) => ({ ...(open && { open }), ...(chosen !== 'all' && { step: chosen }) }),
        });
      }}
    />
  );
};

const Sections = ({ pages }: { readonly pages: readonly WorklistPage[] }) => {
  const say = useSay();
  const keys = useLineKeys();
  const [first] = pages;
  const lines = pages.flatMap((page) => page.lines);
  if (first === undefined) return null;
  if (lines.length === 0) return <Empty />;
  const persons = Object.assign({}, ...pages.map((page) => page.persons)) as WorklistPage['persons'];
  return (
    <div ref={keys}>
      {OPEN_SECTIONS.map((section) => {
        const own = lines.filter((line) => line.section === section);
        if (own.length === 0) return null;
        const { title, beside } = SECTION_WORDS[section];
        return (
          <section key={section} aria-labelledby={`section-${section}`}>
            <div className="section-head">
              {section === 'overdue' && <FrayedMark />}
              <h2 id={`section-${section}`}>{say(title)}</h2>
              <span className={section === 'overdue' ? 'count bad' : 'count'}>{first.counts[section]}</span>
              {beside && <span className="beside-head">{say(beside)}</span>}
            </div>
            <Lines lines={own} persons={persons} today={on(first.on)} />
          </section>
        );
      })}
    </div>
  );
};

const Lines = ({
  lines,
  persons,
  today,
}: {
  readonly lines: readonly WorkLine[];
  readonly persons: WorklistPage['persons'];
  readonly today: LocalDate;
}) => (
  <ul>
    {lines.map((line) => (
      <LineInList key={`${line.id} ${line.fileId}`} line={line} person={persons[line.fileId]} today={today} />
    ))}
  </ul>
);

const Empty = () => {
  const say = useSay();
  return (
    <div className="empty">
      <h2>{say({ sv: 'Inget väntar', en: 'Nothing is waiting' })}</h2>
      <p className="soft">
        {say({
          sv: 'Här står det som har förfallit, det som ska vara klart i dag och i veckan, och det som snart löper ut.',
          en: 'What is overdue, due today and this week, and what soon expires stands here.',
        })}
      </p>
    </div>
  );
};

/** A section that is asked for when it is opened. Which one is open stands in the address. */
const Folded = ({ section, count }: { readonly section: LineSection; readonly count: number }) => {
  const say = useSay();
  const { open, step } = useSearch({ from: '/signed-in/min-dag' });
  const navigate = useNavigate({ from: '/min-dag' });
  const isOpen = open === section;
  const list = useInfiniteQuery({ ...worklistQuery([section], step), enabled: isOpen });
  if (count === 0) return null;
  return (
    <details
      className="fold"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open === isOpen) return;
        void navigate({
          search: ({ step: kept }) => ({
            ...(kept && { step: kept }),
            ...(currentTarget.open && { open: section }),
          }),
          replace: true,
        });
      }}
    >
      <summary>
        {say(SECTION_WORDS[section].title)}{' '}
        <span>{say(withNoun(count, ['rad', 'rader'], ['line', 'lines']))}</span>
      </summary>
      {list.isError && <FaultCard error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.pages.map((page) => (
        <Lines key={page.next ?? 'last'} lines={page.lines} persons={page.persons} today={on(page.on)} />
      ))}
      {list.hasNextPage && (
        <p className="more">
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {say({ sv: 'Visa fler', en: 'Show more' })}
          </Button>
        </p>
      )}
    </details>
  );
};

const Keys = () => {
  const say = useSay();
  return (
    <p className="soft small keys">
      <kbd>J</kbd> <kbd>K</kbd> {say({ sv: 'nästa, föregående rad', en: 'next, previous line' })} ·{' '}
      <kbd>Enter</kbd> {say({ sv: 'öppna', en: 'open' })} · <kbd>Esc</kbd> {say({ sv: 'stäng', en: 'close' })}
    </p>
  );
};
