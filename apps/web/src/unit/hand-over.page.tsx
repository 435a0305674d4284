import { Button, ChoiceField, ProtectedMark, Select, TextField } from '@rt/ui';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { answerOf, api, type ApiAnswer } from '../api/client';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery, useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { useUserName } from '../texts/user-name';
import { withNoun } from '../texts/with-noun';
import { ManagersOnly } from './managers-only';
import { absencesQuery, filesToHandOverQuery, NOBODY } from './unit-work.queries';
import './unit.css';

const TITLE = { sv: 'Fördela akter', en: 'Hand over files' };
const route = getRouteApi('/signed-in/laget/fordela');

/** The files that one request may hand over. */
const FILES_MAX = 200;

/** The files of a case worker, or of nobody, of which many are handed over at once. */
export const HandOverPage = () => {
  useTitle(TITLE);
  return (
    <ManagersOnly title={TITLE}>
      <HandOver />
    </ManagersOnly>
  );
};

type HandedOver = ApiAnswer<'HandedOver'>['files'];

const HandOver = () => {
  const say = useSay();
  const nameOf = useUserName();
  const { unitId } = useSession();
  const { worker } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: directory } = useQuery(directoryQuery);
  const list = useInfiniteQuery(filesToHandOverQuery(worker));
  const pages = list.data?.pages ?? [];
  const files = pages.flatMap((page) => page.files);
  const persons = Object.assign(
    {},
    ...pages.map((page) => page.persons),
  ) as ApiAnswer<'HeldFiles'>['persons'];
  const today = pages[0]?.on;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const workers = (directory?.users ?? []).filter(
    (user) => user.unitId === unitId && user.roles.includes('caseWorker'),
  );
  const [done, setDone] = useState<HandedOver>();
  const options = workers.map(({ userId }) => ({ id: userId, label: say(nameOf(userId)) }));
  return (
    <>
      <p className="crumbs small">
        <Link to="/laget">{say({ sv: 'Läget', en: 'The unit' })}</Link> / {say(TITLE)}
      </p>
      <div className="head">
        <h1>{say(TITLE)}</h1>
        <Select
          label={say({ sv: 'Akter hos', en: 'Files of' })}
          chosen={worker ?? ''}
          options={[
            { id: '', label: say({ sv: 'Alla i enheten', en: 'Everybody in the unit' }) },
            { id: NOBODY, label: say({ sv: 'Ingen handläggare', en: 'No case worker' }) },
            ...options,
          ]}
          onChoose={(id) => {
            setChosen(new Set());
            void navigate({ search: id === '' ? {} : { worker: id } });
          }}
        />
      </div>
      {done && <Done files={done} />}
      <div className="beside">
        <section className="card unit-table held-files" aria-labelledby="held">
          <h2 id="held">{say(withNoun(files.length, ['akt', 'akter'], ['file', 'files']))}</h2>
          {list.isError && <FaultCard error={list.error} onRetry={() => void list.refetch()} />}
          {list.data && files.length === 0 && (
            <p className="none soft">{say({ sv: 'Inga akter här.', en: 'No files here.' })}</p>
          )}
          {files.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th scope="col">{say({ sv: 'Akt', en: 'File' })}</th>
                  <th scope="col">{say({ sv: 'Handläggare', en: 'Case worker' })}</th>
                  <th scope="col">{say({ sv: 'Ärenden', en: 'Cases' })}</th>
                  <th scope="col">{say({ sv: 'Förfallna', en: 'Overdue' })}</th>
                </tr>
              </thead>
              <tbody>
                {files.map(({ fileId, workerId, openCases, open }) => (
                  <tr key={fileId}>
                    <th scope="row">
                      <label>
                        <input
                          type="checkbox"
                          checked={chosen.has(fileId)}
                          onChange={({ target }) => {
                            setChosen((before) => {
                              const after = new Set(before);
                              if (target.checked) after.add(fileId);
                              else after.delete(fileId);
                              return after;
                            });
                          }}
                        />
                        {persons[fileId]?.name ??
                          say({ sv: 'Namnet visas inte', en: 'The name is not shown' })}
                        {persons[fileId]?.protectedIdentity === true && (
                          <ProtectedMark>{say({ sv: 'Skyddad', en: 'Protected' })}</ProtectedMark>
                        )}
                      </label>
                    </th>
                    <td>
                      {workerId === null
                        ? say({ sv: 'Ingen handläggare', en: 'No case worker' })
                        : say(nameOf(workerId))}
                    </td>
                    <td>{openCases}</td>
                    <td>{open.overdue}</td>
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
        </section>
        <div className="side">
          {today !== undefined && (
            <HandOverForm
              key={today}
              today={today}
              files={[...chosen]}
              all={files.map(({ fileId }) => fileId)}
              workers={options}
              onChoose={(ids) => {
                setChosen(new Set(ids));
              }}
              onDone={(result) => {
                setDone(result);
                setChosen(new Set());
              }}
            />
          )}
          <AbsencesCard />
        </div>
      </div>
    </>
  );
};

const HandOverForm = ({
  today,
  files,
  all,
  workers,
  onChoose,
  onDone,
}: {
  readonly today: string;
  readonly files: readonly string[];
  readonly all: readonly string[];
  readonly workers: readonly { readonly id: string; readonly label: string }[];
  readonly onChoose: (files: readonly string[]) => void;
  readonly onDone: (files: HandedOver) => void;
}) => {
  const say = useSay();
  const queries = useQueryClient();
  const { unitId } = useSession();
  const [userId, setUserId] = useState('');
  const [from, setFrom] = useState(today);
  const handing = useMutation({
    mutationFn: async () => {
      const done: HandedOver[number][] = [];
      for (let first = 0; first < files.length; first += FILES_MAX) {
        const part = files.slice(first, first + FILES_MAX);
        const answer = await answerOf(
          api.POST('/api/v1/units/{unitId}/handovers', {
            params: { path: { unitId }, header: { 'Idempotency-Key': crypto.randomUUID() } },
            body: { occurredOn: today, from, files: part.map((fileId) => ({ fileId, userId })) },
          }),
        );
        done.push(...answer.files);
      }
      return done;
    },
    onSuccess: (done) => {
      onDone(done);
      void queries.invalidateQueries({ queryKey: ['held-files'] });
      void queries.invalidateQueries({ queryKey: ['unit-status'] });
    },
  });
  const count = withNoun(files.length, ['akt', 'akter'], ['file', 'files']);
  const isReady = files.length > 0 && userId !== '';
  return (
    <form
      className="card hand-over"
      aria-labelledby="hand-over"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !handing.isPending) handing.mutate();
      }}
    >
      <h2 id="hand-over">{say({ sv: 'Ny handläggare', en: 'New case worker' })}</h2>
      <p className="small soft">
        {say({ sv: `${count.sv} valda.`, en: `${count.en} chosen.` })}{' '}
        <Button
          weight="quiet"
          onPress={() => {
            onChoose(files.length === all.length ? [] : all);
          }}
        >
          {files.length === all.length && all.length > 0
            ? say({ sv: 'Välj ingen', en: 'Choose none' })
            : say({ sv: 'Välj alla som visas', en: 'Choose all that are shown' })}
        </Button>
      </p>
      <ChoiceField
        path="hand-over-to"
        label={say({ sv: 'Handläggare', en: 'Case worker' })}
        value={userId}
        onChange={setUserId}
        options={workers}
        none={say({ sv: 'Välj handläggare', en: 'Choose a case worker' })}
      />
      <TextField
        path="hand-over-from"
        label={say({ sv: 'Från och med', en: 'From' })}
        help={say({ sv: 'Första dagen med akterna, ÅÅÅÅ-MM-DD', en: 'First day with the files, YYYY-MM-DD' })}
        value={from}
        onChange={setFrom}
        max={10}
      />
      <Button type="submit" weight="primary" wide isPending={handing.isPending} isDisabled={!isReady}>
        {say({ sv: `Fördela ${count.sv}`, en: `Hand over ${count.en}` })}
      </Button>
      {handing.isError && (
        <p className="small bad" role="alert">
          {handing.error.message}
        </p>
      )}
    </form>
  );
};

/** What came of each file. It takes the focus, because the list is another one now. */
const Done = ({ files }: { readonly files: HandedOver }) => {
  const say = useSay();
  const box = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [files]);
  const refused = files.filter((file) => file.refused !== null);
  const count = withNoun(files.length - refused.length, ['akt', 'akter'], ['file', 'files']);
  return (
    <section className="card not-for-you" aria-labelledby="handed-over">
      <h2 id="handed-over" ref={box} tabIndex={-1}>
        {say({ sv: `${count.sv} fördelade`, en: `${count.en} handed over` })}
      </h2>
      {refused.length > 0 && (
        <ul>
          {refused.map((file) => (
            <li key={file.fileId}>
              <Link to="/akter/$fileId" params={{ fileId: file.fileId }}>
                {say({ sv: 'En akt blev kvar', en: 'One file stayed' })}
              </Link>
              : {file.refused && say({ sv: file.refused.sv, en: file.refused.en })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** Who is away and who stands in, so that files are not handed to somebody who is not there. */
const AbsencesCard = () => {
  const say = useSay();
  const nameOf = useUserName();
  const { unitId } = useSession();
  const { data } = useQuery(absencesQuery(unitId));
  if (data === undefined) return null;
  return (
    <section className="card hand-over" aria-labelledby="absences">
      <h2 id="absences">{say({ sv: 'Frånvaro', en: 'Absences' })}</h2>
      {data.absences.length === 0 ? (
        <p className="soft">{say({ sv: 'Ingen är frånvarande.', en: 'Nobody is absent.' })}</p>
      ) : (
        <ul>
          {data.absences.map(({ absenceId, userId, substituteId, firstDay, lastDay }) => (
            <li key={absenceId}>
              <b>{say(nameOf(userId))}</b> {firstDay} –{' '}
              {lastDay ?? say({ sv: 'tills vidare', en: 'until further notice' })}
              <span className="small soft">
                {' '}
                {substituteId === null
                  ? say({ sv: 'utan ersättare', en: 'without a stand-in' })
                  : say({
                      sv: `ersättare ${nameOf(substituteId).sv}`,
                      en: `stand-in ${nameOf(substituteId).en}`,
                    })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
