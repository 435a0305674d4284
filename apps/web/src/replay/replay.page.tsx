import { Button } from '@rt/ui';
import { endOfDay, latest, dayOf, on, type Instant, type LocalDate } from '@rt/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { isInField } from '../file/case-list';
import { CaseThreadCard } from '../file/case-thread-card';
import { FileContext } from '../file/read-file';
import { useNames } from '../file/use-names';
import '../file/file.css';
import { FaultCard } from '../shell/fault-card';
import { useShortcuts } from '../shell/shortcuts';
import { useTitle } from '../shell/title';
import { fullDay } from '../days/day-words';
import { useSay } from '../texts/language';
import { alignedEvents, alignedFindings } from './alignment';
import { asRecorded, replayerOfAnswers, type AnsweredEvent, type AnsweredSetting } from './answered';
import { FoundCard } from './found-card';
import { readReplay } from './read-replay';
import {
  reviewedFileQuery,
  reviewQuery,
  rulesetQuery,
  sampleQuery,
  type SampleAnswer,
  type SampleLine,
} from './replay.queries';
import { CLOCKS, type ReplayClock } from './replay.search';
import { isProtectedIn, labelIn, nameIn, Protected, SampleList } from './sample-list';
import { OneDay, TimeBar } from './time-bar';
import { timelineOf } from './timeline';
import { TwoSides, type Side } from './two-sides';
import './replay.css';

const TITLE = { sv: 'Granska ärende', en: 'Review a case' };
const route = getRouteApi('/signed-in/granskningar/$reviewId/arenden/$number');

/** One case of a sample, as its file was on a day and as it was known: by the program's own rules, here in the browser. */
export const ReplayPage = () => {
  const say = useSay();
  const { reviewId, number } = route.useParams();
  const sample = useQuery(sampleQuery(reviewId));
  const current = sample.data?.cases.find((each) => String(each.number) === number);
  const events = useQuery(reviewedFileQuery(reviewId, current?.fileId ?? ''));
  const ruleset = useQuery(rulesetQuery);
  useTitle(TITLE);
  const failed = [sample, events, ruleset].find(({ isError }) => isError);
  if (sample.data !== undefined && current === undefined) return <NoSuchCase reviewId={reviewId} />;
  return (
    <>
      <Head sample={sample.data} current={current} />
      {failed?.error && <FaultCard error={failed.error} onRetry={() => void failed.refetch()} />}
      <div className="replay">
        {sample.data && current && <SampleList sample={sample.data} current={current.number} />}
        {sample.data && current && events.data && ruleset.data ? (
          <OneCase
            key={number}
            sample={sample.data}
            current={current}
            events={events.data}
            settings={ruleset.data}
          />
        ) : (
          !failed && (
            <div className="card waiting" role="status">
              <span className="unseen">{say({ sv: 'Akten hämtas.', en: 'The file is on its way.' })}</span>
              {Array.from({ length: 6 }, (_, index) => (
                <div key={index} />
              ))}
            </div>
          )
        )}
      </div>
    </>
  );
};

const NoSuchCase = ({ reviewId }: { readonly reviewId: string }) => {
  const say = useSay();
  return (
    <section className="card purpose" aria-labelledby="no-such-case">
      <h1 id="no-such-case">
        {say({ sv: 'Det ärendet finns inte i urvalet', en: 'That case is not in the sample' })}
      </h1>
      <p>
        <Link to="/granskningar/$reviewId/arenden/$number" params={{ reviewId, number: '1' }} search={{}}>
          {say({ sv: 'Till urvalets första ärende', en: 'To the first case of the sample' })}
        </Link>
      </p>
    </section>
  );
};

const Head = ({
  sample,
  current,
}: {
  readonly sample: SampleAnswer | undefined;
  readonly current: SampleLine | undefined;
}) => {
  const say = useSay();
  const { reviewId, number } = route.useParams();
  const { data: review } = useQuery(reviewQuery(reviewId));
  const label = sample && current && labelIn(sample, current);
  return (
    <div className="head replay-head">
      <div>
        <p className="small soft">
          <Link to="/granskningar">{say({ sv: 'Granskningar', en: 'Reviews' })}</Link> /{' '}
          <Link to="/granskningar/$reviewId" params={{ reviewId }}>
            {review?.title ?? reviewId}
          </Link>{' '}
          / {say({ sv: 'Ärende', en: 'Case' })} {number}
          {sample && ` ${say({ sv: 'av', en: 'of' })} ${sample.cases.length}`}
        </p>
        <h1>
          {sample && current ? nameIn(sample, current) : say(TITLE)}{' '}
          {label && (
            <span className="soft">
              {label.measureTitle && say(label.measureTitle)} · {label.caseNumber}
            </span>
          )}{' '}
          {sample && current && isProtectedIn(sample, current) && <Protected />}
        </h1>
      </div>
      {sample && (
        <p className="small soft ground">
          {say({ sv: 'Läses med stöd av urvalet', en: 'Read on the ground of the sample of' })}{' '}
          {dayOf(sample.drawnAt as Instant)}
          <br />
          {say({ sv: 'Varje öppning står i åtkomstloggen', en: 'Every opening stands in the access log' })}
        </p>
      )}
    </div>
  );
};

const OneCase = ({
  sample,
  current,
  events,
  settings,
}: {
  readonly sample: SampleAnswer;
  readonly current: SampleLine;
  readonly events: readonly AnsweredEvent[];
  readonly settings: readonly AnsweredSetting[];
}) => {
  const say = useSay();
  const names = useNames();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const recorded = useMemo(() => events.map(asRecorded), [events]);
  const replayer = useMemo(() => replayerOfAnswers(events, settings), [events, settings]);
  const timeline = useMemo(
    () => timelineOf(recorded, latest(on(sample.on), dayOf(sample.drawnAt as Instant))),
    [recorded, sample],
  );
  const [day, setDay] = useDay(search.day ?? on(sample.on));
  const { against, clock = 'was' } = search;
  useNextCase(sample, current);
  useOpened(sample, current);

  const was = replayer({ asOf: day });
  const other = replayer(against === undefined ? { asOf: day, knownAt: endOfDay(day) } : { asOf: against });
  const sides: readonly [Side, Side] =
    against === undefined
      ? [
          {
            title: say({ sv: 'Som det var', en: 'As it was' }),
            about: say({ sv: 'med allt som är känt i dag', en: 'with all that is known today' }),
            replay: was,
          },
          {
            title: say({ sv: 'Som det var känt', en: 'As it was known' }),
            about: say({ sv: 'det som stod i akten den dagen', en: 'what stood in the file on that day' }),
            replay: other,
          },
        ]
      : [
          { title: day, about: say({ sv: 'som det var', en: 'as it was' }), replay: was },
          { title: against, about: say({ sv: 'som det var', en: 'as it was' }), replay: other },
        ];
  const rows = useMemo(() => alignedEvents(was, other), [was, other]);
  const found = useMemo(() => alignedFindings(was, other), [was, other]);
  const shown = [
    { title: sides[0].title, shown: { read: readReplay(was, current.fileId, day, recorded), names } },
    {
      title: sides[1].title,
      shown: { read: readReplay(other, current.fileId, against ?? day, recorded), names },
    },
  ] as const;
  const choose = (chosen: ReplayClock): void => {
    void navigate({ search: (before) => ({ ...before, clock: chosen }), replace: true, resetScroll: false });
  };
  const threadSide = clock === 'known' ? 1 : 0;
  const thread = sides[threadSide].replay.threads.find(({ caseId }) => caseId === current.caseId);
  return (
    <div className={`main-column clocks shows-${clock}`}>
      <TimeBar timeline={timeline} day={day} onDay={setDay} />
      <div className="compare-with">
        <OneDay
          path="replay-against"
          label={say({ sv: 'Jämför med en annan dag', en: 'Compare with another day' })}
          optional={say({ sv: 'annars med det som var känt', en: 'otherwise with what was known' })}
          day={against}
          timeline={timeline}
          onDay={(chosen) => {
            void navigate({
              search: (before) => ({ ...before, against: chosen }),
              replace: true,
              resetScroll: false,
            });
          }}
        />
        {against !== undefined && (
          <Button
            onPress={() => {
              void navigate({
                search: ({ against: _, ...rest }) => rest,
                replace: true,
                resetScroll: false,
              });
            }}
          >
            {say({ sv: 'Till de två klockorna', en: 'Back to the two clocks' })}
          </Button>
        )}
        <div className="switch" role="radiogroup" aria-label={say({ sv: 'Visa', en: 'Show' })}>
          {CLOCKS.map((each, index) => (
            <label key={each}>
              <input
                type="radio"
                name="clock"
                checked={clock === each}
                onChange={() => {
                  choose(each);
                }}
              />
              {sides[index]?.title}
            </label>
          ))}
        </div>
      </div>
      <TwoSides
        rows={rows}
        left={sides[0]}
        right={sides[1]}
        isTwoDays={against !== undefined}
        caseId={current.caseId}
      />
      <FoundCard
        title={`${say({ sv: 'Vad reglerna fann', en: 'What the rules found' })} ${say(fullDay(day)).split(',')[0] ?? ''}`}
        rows={found}
        sides={shown}
      />
      {thread && (
        <FileContext value={shown[threadSide].shown}>
          <CaseThreadCard thread={thread} />
        </FileContext>
      )}
    </div>
  );
};

/** The day follows the hand at once, and the address when the hand rests. */
const useDay = (asked: LocalDate): [LocalDate, (day: LocalDate) => void] => {
  const navigate = route.useNavigate();
  const [day, setDay] = useState(asked);
  const [given, setGiven] = useState(asked);
  // The address was changed from outside: a link, or the way back.
  if (asked !== given) {
    setGiven(asked);
    setDay(asked);
  }
  useEffect(() => {
    if (day === asked) return undefined;
    const rest = setTimeout(() => {
      void navigate({ search: (before) => ({ ...before, day }), replace: true, resetScroll: false });
    }, 250);
    return () => {
      clearTimeout(rest);
    };
  }, [day, asked, navigate]);
  return [day, setDay];
};

/** Marks the case as opened in the lists that were read before. They are read anew when they are shown again. */
const useOpened = ({ reviewId }: SampleAnswer, { fileId }: SampleLine): void => {
  const queries = useQueryClient();
  useEffect(() => {
    queries.setQueryData(
      sampleQuery(reviewId).queryKey,
      (before) =>
        before && {
          ...before,
          cases: before.cases.map((each) =>
            each.fileId === fileId ? { ...each, state: 'opened' as const } : each,
          ),
        },
    );
    void queries.invalidateQueries({ queryKey: ['reviews'], refetchType: 'none' });
  }, [queries, reviewId, fileId]);
};

/** N leads to the next case, P to the one before. */
const useNextCase = ({ cases, reviewId }: SampleAnswer, { number }: SampleLine): void => {
  const { areOn } = useShortcuts();
  const navigate = route.useNavigate();
  const go = useCallback(
    (to: number) => {
      if (!cases.some((each) => each.number === to)) return;
      void navigate({
        to: '/granskningar/$reviewId/arenden/$number',
        params: { reviewId, number: String(to) },
        search: {},
      });
    },
    [cases, reviewId, navigate],
  );
  useEffect(() => {
    if (!areOn) return undefined;
    const pressed = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      if (ctrlKey || metaKey || altKey || isInField(target)) return;
      if (key === 'n') go(number + 1);
      if (key === 'p') go(number - 1);
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
    };
  }, [areOn, go, number]);
};
