import { Button, Tabs } from '@rt/ui';
import { personOn, type CaseId } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { ApiProblem } from '../api/api-problem';
import { FaultCard } from '../shell/fault-card';
import { HOME_NAMES, homeOf } from '../shell/homes';
import { useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { CaseList } from './case-list';
import { CaseThreadCard } from './case-thread-card';
import { fileHistoryQuery, openedFileQuery } from './file-queries';
import type { StatedPurpose } from './purposes';
import { FiveColumns } from './five-columns';
import { HistoryTab } from './history-tab';
import { CONSENTS_AND_CONTACTS, ConsentsTab, RepresentativesTab } from './network-tabs';
import { NotForYou } from './not-for-you';
import { PersonCard } from './person-card';
import { PurposeCard } from './purpose-card';
import { rememberPurpose } from './stated-purpose';
import { FileContext, readFile, useFile, type ReadFile } from './read-file';
import { RecordLink } from './record-link';
import { ToDoCard } from './to-do-card';
import { useNames } from './use-names';
import './file.css';

const TITLE = { sv: 'Personakt', en: 'Personal file' };
const route = getRouteApi('/signed-in/akter/$fileId');

/** A personal file: who the person is, whom one may contact, the cases with their threads, what is to be done, and the history. */
export const FilePage = () => {
  const { fileId } = route.useParams();
  // Another file is another page: nothing that was chosen or stated for one holds for the next.
  return <OneFile key={fileId} fileId={fileId} />;
};

const OneFile = ({ fileId }: { readonly fileId: string }) => {
  const say = useSay();
  const [purpose, setPurpose] = useState<StatedPurpose>();
  const file = useQuery(openedFileQuery(fileId, purpose));
  const mayRead = file.data !== undefined;
  const history = useQuery({ ...fileHistoryQuery(fileId, purpose), enabled: mayRead });
  const names = useNames();
  const read = useMemo(
    () => file.data && history.data && readFile(file.data, history.data),
    [file.data, history.data],
  );
  const person = read && personOn(read.file, read.today);
  useTitle(person ? { sv: person.name, en: person.name } : TITLE);
  const shown = useMemo(() => read && { read, names }, [read, names]);
  if (file.error instanceof ApiProblem && file.data === undefined) {
    if (file.error.code === 'PURPOSE_REQUIRED')
      return (
        <PurposeCard
          onState={(said) => {
            rememberPurpose(fileId, said);
            setPurpose(said);
          }}
        />
      );
    if (file.error.status === 403 || file.error.status === 404) return <NotForYou />;
  }
  const failed = file.isError ? file : history.isError ? history : undefined;
  if (shown === undefined)
    return failed ? (
      <>
        <h1>{say(TITLE)}</h1>
        <FaultCard error={failed.error} onRetry={() => void failed.refetch()} />
      </>
    ) : (
      <div className="card waiting" role="status">
        <span className="unseen">{say({ sv: 'Akten hämtas.', en: 'The file is on its way.' })}</span>
        {Array.from({ length: 6 }, (_, index) => (
          <div key={index} />
        ))}
      </div>
    );
  return (
    <FileContext value={shown}>
      {failed && <FaultCard error={failed.error} onRetry={() => void failed.refetch()} />}
      <ShownFile />
    </FileContext>
  );
};

const ShownFile = () => {
  const { case: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const { read } = useFile();
  const { threads } = read;
  const thread = threads.find(({ caseId }) => caseId === asked) ?? mostUrgent(read);
  const choose = useCallback(
    (caseId: CaseId) => {
      void navigate({ search: (before) => ({ ...before, case: caseId }), replace: true, resetScroll: false });
    },
    [navigate],
  );
  return (
    <>
      <Head />
      <PersonCard />
      <div className="beside">
        <div className="main-column">
          <CaseList chosen={thread?.caseId ?? ''} onChoose={choose} />
          {thread && (
            <>
              <FiveColumns thread={thread} />
              <CaseThreadCard thread={thread} />
            </>
          )}
        </div>
        <div className="side">
          <ToDoCard />
        </div>
      </div>
      <Below />
    </>
  );
};

/** The first case whose thread is broken, else the first open one. */
const mostUrgent = ({ threads }: ReadFile) =>
  threads.find(({ states }) => states.includes('b')) ??
  threads.find(({ states }) => states.includes('e')) ??
  threads[0];

const Head = () => {
  const say = useSay();
  const { roles } = useSession();
  const { read } = useFile();
  const home = homeOf(roles);
  return (
    <div className="file-head no-print">
      <p className="small soft">
        {home !== undefined && (
          <>
            <Link to={home}>{say(HOME_NAMES[home])}</Link> /{' '}
          </>
        )}
        {say(TITLE)}
      </p>
      <p className="acts-of-file">
        <Button
          onPress={() => {
            window.print();
          }}
        >
          <Printer size={16} aria-hidden="true" />
          {say({ sv: 'Skriv ut', en: 'Print' })}
        </Button>
        {read.mayRecord && (
          <RecordLink fileId={read.fileId} weight="primary">
            {say({ sv: 'Registrera steg', en: 'Record a step' })}
          </RecordLink>
        )}
      </p>
    </div>
  );
};

const Below = () => {
  const say = useSay();
  const { tab = 'history' } = route.useSearch();
  const navigate = route.useNavigate();
  const { read } = useFile();
  const countOf = (is: (type: string) => boolean): number =>
    read.events.filter(({ type }) => is(type)).length;
  return (
    <Tabs
      label={say({ sv: 'Mer ur akten', en: 'More of the file' })}
      chosen={tab}
      onChoose={(chosen) => {
        void navigate({
          search: (before) => ({ ...before, tab: chosen }),
          replace: true,
          resetScroll: false,
        });
      }}
      pages={[
        {
          id: 'history',
          label: say({ sv: 'Historik', en: 'History' }),
          count: read.history.recorded.length,
          content: <HistoryTab />,
        },
        {
          id: 'consents',
          label: say({ sv: 'Kontakter och medgivanden', en: 'Contacts and consents' }),
          count: countOf((type) => CONSENTS_AND_CONTACTS.has(type)),
          content: <ConsentsTab />,
        },
        {
          id: 'representatives',
          label: say({ sv: 'Företrädare', en: 'Representatives' }),
          count: countOf((type) => type.startsWith('Representative')),
          content: <RepresentativesTab />,
        },
      ]}
    />
  );
};
