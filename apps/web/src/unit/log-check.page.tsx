import { Button, Select } from '@rt/ui';
import { addDays, type LocalDate, type Text } from '@rt/domain';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { clockTime } from '../file/entry-card';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery, useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { useUserName } from '../texts/user-name';
import { withNoun } from '../texts/with-noun';
import { ManagersOnly } from './managers-only';
import { unitStatusQuery } from './unit.queries';
import { logCheckQuery } from './unit-work.queries';
import './unit.css';

const TITLE: Text = { sv: 'Loggkontroll', en: 'Check of the log' };
const route = getRouteApi('/signed-in/laget/loggkontroll');

/** The days of a check where the address names none. */
const DAYS = 31;

/** What a user of the unit has read and was refused during a time. The check is logged too. */
export const LogCheckPage = () => {
  useTitle(TITLE);
  return (
    <ManagersOnly title={TITLE}>
      <LogCheck />
    </ManagersOnly>
  );
};

const LogCheck = () => {
  const say = useSay();
  const { unitId } = useSession();
  const status = useQuery(unitStatusQuery(unitId, undefined));
  if (status.isError) return <FaultCard error={status.error} onRetry={() => void status.refetch()} />;
  return (
    <>
      <p className="crumbs small">
        <Link to="/laget">{say({ sv: 'Läget', en: 'The unit' })}</Link> / {say(TITLE)}
      </p>
      <div className="head">
        <div>
          <h1>{say(TITLE)}</h1>
          <p className="lead">
            {say({
              sv: 'Vilka akter någon har öppnat, när och för vad. Att du tittar här antecknas också.',
              en: 'Which files somebody opened, when and for what. That you look here is noted too.',
            })}
          </p>
        </div>
      </div>
      {status.data && <Check today={status.data.on as LocalDate} />}
    </>
  );
};

const Check = ({ today }: { readonly today: LocalDate }) => {
  const say = useSay();
  const nameOf = useUserName();
  const { unitId, userId: own } = useSession();
  const { user, from = addDays(today, 1 - DAYS), to = today } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: directory } = useQuery(directoryQuery);
  const users = (directory?.users ?? []).filter((one) => one.unitId === unitId);
  const day = (name: 'from' | 'to', label: string, value: string) => (
    <label>
      <span className="field-label">{label}</span>
      <input
        type="date"
        value={value}
        max={today}
        min="1990-01-01"
        onChange={({ target: { value: given } }) => {
          if (given >= '1990-01-01' && given <= today)
            void navigate({ search: (before) => ({ ...before, [name]: given }), replace: true });
        }}
      />
    </label>
  );
  return (
    <section className="card listed-findings" aria-label={say(TITLE)}>
      <div className="section-line">
        <div className="list-acts day-switch">
          <Select
            label={say({ sv: 'Vem', en: 'Who' })}
            chosen={user ?? ''}
            options={[
              { id: '', label: say({ sv: 'Välj en medarbetare', en: 'Choose a colleague' }) },
              ...users.map(({ userId }) => ({
                id: userId,
                label: `${say(nameOf(userId))}${userId === own ? say({ sv: ' (du)', en: ' (you)' }) : ''}`,
              })),
            ]}
            onChoose={(id) => {
              void navigate({
                search: ({ user: _, ...rest }) => ({ ...rest, ...(id !== '' && { user: id }) }),
              });
            }}
          />
          {day('from', say({ sv: 'Från', en: 'From' }), from)}
          {day('to', say({ sv: 'Till', en: 'To' }), to)}
        </div>
      </div>
      {user === undefined ? (
        <p className="none soft">
          {say({ sv: 'Välj vem du vill kontrollera.', en: 'Choose whom you want to check.' })}
        </p>
      ) : from > to ? (
        <p className="none bad">
          {say({ sv: 'Första dagen ligger efter den sista.', en: 'The first day is after the last.' })}
        </p>
      ) : (
        <Entries key={`${user} ${from} ${to}`} user={user} from={from} to={to} />
      )}
    </section>
  );
};

const ACTIONS: Readonly<Record<string, Text>> = {
  open: { sv: 'Öppnade akten', en: 'Opened the file' },
  history: { sv: 'Läste historiken', en: 'Read the history' },
  replay: { sv: 'Läste som det var en annan dag', en: 'Read as it was on another day' },
  accessLog: { sv: 'Läste loggen', en: 'Read the log' },
  list: { sv: 'Läste en lista', en: 'Read a list' },
  search: { sv: 'Sökte', en: 'Searched' },
  refused: { sv: 'Nekades', en: 'Was refused' },
  signIn: { sv: 'Loggade in', en: 'Signed in' },
  signOut: { sv: 'Loggade ut', en: 'Signed out' },
};

const PURPOSE_WORDS: Readonly<Record<string, Text>> = {
  handling: { sv: 'handläggning', en: 'handling' },
  followUp: { sv: 'uppföljning', en: 'follow-up' },
  quality: { sv: 'kvalitet', en: 'quality' },
  supervision: { sv: 'tillsyn', en: 'supervision' },
  administration: { sv: 'administration', en: 'administration' },
  unstated: { sv: 'inte angivet', en: 'not stated' },
};

const Entries = ({
  user,
  from,
  to,
}: {
  readonly user: string;
  readonly from: string;
  readonly to: string;
}) => {
  const say = useSay();
  const list = useInfiniteQuery(logCheckQuery(user, from, to));
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  const word = (words: Readonly<Record<string, Text>>, code: string): string =>
    say(words[code] ?? { sv: code, en: code });
  const files = new Set(entries.flatMap(({ fileId }) => fileId ?? []));
  const refused = entries.filter(({ action }) => action === 'refused').length;
  if (list.isError) return <FaultCard error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  return (
    <>
      <p className="none" role="status">
        {say({
          sv: `${withNoun(entries.length, ['rad', 'rader'], ['', '']).sv} om ${withNoun(files.size, ['akt', 'akter'], ['', '']).sv}, ${refused} nekade.`,
          en: `${withNoun(entries.length, ['', ''], ['line', 'lines']).en} about ${withNoun(files.size, ['', ''], ['file', 'files']).en}, ${refused} refused.`,
        })}
      </p>
      {entries.length > 0 && (
        <table className="findings">
          <thead>
            <tr>
              <th scope="col">{say({ sv: 'När', en: 'When' })}</th>
              <th scope="col">{say({ sv: 'Vad', en: 'What' })}</th>
              <th scope="col">{say({ sv: 'Akt', en: 'File' })}</th>
              <th scope="col">{say({ sv: 'Ändamål', en: 'Purpose' })}</th>
              <th scope="col">{say({ sv: 'Vilken del', en: 'Which part' })}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ number, at, action, fileId, purpose, scope }) => (
              <tr key={number}>
                <th scope="row">
                  <time dateTime={at}>{clockTime(at)}</time>
                </th>
                <td className={action === 'refused' ? 'bad' : ''}>{word(ACTIONS, action)}</td>
                <td>
                  {fileId === null ? (
                    '–'
                  ) : (
                    <Link
                      to="/akter/$fileId"
                      params={{ fileId }}
                      aria-label={say({ sv: `Akt ${fileId.slice(0, 8)}`, en: `File ${fileId.slice(0, 8)}` })}
                    >
                      {fileId.slice(0, 8)}
                    </Link>
                  )}
                </td>
                <td>{word(PURPOSE_WORDS, purpose)}</td>
                <td className="small soft">{scope}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <p className="more">
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {say({ sv: 'Visa fler', en: 'Show more' })}
          </Button>
        </p>
      )}
    </>
  );
};
