import { Chips, NoticeBar, ProtectedMark } from '@rt/ui';
import { daysBetween, on, type Text } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../api/api-problem';
import type { ApiAnswer } from '../api/client';
import { distance } from '../days/day-words';
import { codeLabelsQuery, openedFileQuery } from '../file/file-queries';
import type { StatedPurpose } from '../file/purposes';
import { NotForYou } from '../file/not-for-you';
import { PurposeCard } from '../file/purpose-card';
import { mayRecordAs } from '../file/read-file';
import { RecordLink } from '../file/record-link';
import { FaultCard } from '../shell/fault-card';
import { HOME_NAMES, homeOf } from '../shell/homes';
import { useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { RuleAuthority } from '../texts/rule-authority';
import { CompareTable } from './compare-table';
import { comparisonQuery, type ComparisonAnswer } from './comparison.queries';
import { summaryOfDifferences } from './difference-words';
import { PlanContent } from './plan-content';
import { useCompareKeys } from './compare-keys';
import { VerdictCard } from './verdict-card';
import '../file/file.css';
import './comparison.css';

const TITLE: Text = { sv: 'Plan mot beställning', en: 'Plan against order' };
const route = getRouteApi('/signed-in/akter/$fileId/plan/$thingId');

type FileAnswer = ApiAnswer<'File'>;

/** A plan beside its order: where they differ, in which words, and the decision to approve or return the plan. */
export const ComparisonPage = () => {
  const { fileId } = route.useParams();
  return <OneFile key={fileId} fileId={fileId} />;
};

const OneFile = ({ fileId }: { readonly fileId: string }) => {
  const [purpose, setPurpose] = useState<StatedPurpose>();
  const file = useQuery(openedFileQuery(fileId, purpose));
  useTitle(TITLE);
  if (file.error instanceof ApiProblem && file.data === undefined) {
    if (file.error.code === 'PURPOSE_REQUIRED') return <PurposeCard onState={setPurpose} />;
    if (file.error.status === 403 || file.error.status === 404) return <NotForYou />;
  }
  if (file.data === undefined)
    return file.isError ? <FaultCard error={file.error} onRetry={() => void file.refetch()} /> : <Waiting />;
  return <InFile file={file.data} purpose={purpose} />;
};

const Waiting = () => {
  const say = useSay();
  return (
    <div className="card waiting" role="status">
      <span className="unseen">
        {say({ sv: 'Planen och beställningen hämtas.', en: 'The plan and the order are on their way.' })}
      </span>
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} />
      ))}
    </div>
  );
};

/** The order, and the plan if the address names one. The address may name either. */
const placeOf = (
  { facts }: FileAnswer,
  thingId: string,
): { readonly orderId: string; readonly planId: string | undefined } | undefined => {
  if ((facts.things['order'] ?? []).some(({ id }) => id === thingId))
    return { orderId: thingId, planId: undefined };
  const plan = (facts.things['plan'] ?? []).find(({ id }) => id === thingId);
  const { orderId } = (plan?.data ?? {}) as { readonly orderId?: string | null };
  return typeof orderId === 'string' ? { orderId, planId: thingId } : undefined;
};

const InFile = ({
  file,
  purpose,
}: {
  readonly file: FileAnswer;
  readonly purpose: StatedPurpose | undefined;
}) => {
  const say = useSay();
  const { thingId } = route.useParams();
  const place = placeOf(file, thingId);
  return (
    <>
      <Crumbs file={file} />
      {place === undefined ? (
        <section className="card purpose" aria-labelledby="no-order">
          <h1 id="no-order">
            {say({ sv: 'Här finns inget att jämföra', en: 'There is nothing to compare here' })}
          </h1>
          <p>
            {say({
              sv: 'Planen nämner ingen beställning, eller så finns den inte i akten.',
              en: 'The plan names no order, or it is not in the file.',
            })}
          </p>
          <p>
            <Link to="/akter/$fileId" params={{ fileId: file.fileId }}>
              {say({ sv: 'Till akten', en: 'To the file' })}
            </Link>
          </p>
        </section>
      ) : (
        <Compared file={file} purpose={purpose} {...place} />
      )}
    </>
  );
};

const personIn = ({ facts }: FileAnswer) =>
  facts.person as {
    readonly name: string;
    readonly identity?: { readonly value: string };
    readonly protectedIdentity?: boolean;
  } | null;

const Crumbs = ({ file }: { readonly file: FileAnswer }) => {
  const say = useSay();
  const { roles } = useSession();
  const home = homeOf(roles);
  return (
    <p className="crumbs small no-print">
      {home !== undefined && (
        <>
          <Link to={home}>{say(HOME_NAMES[home])}</Link> /{' '}
        </>
      )}
      <Link to="/akter/$fileId" params={{ fileId: file.fileId }}>
        {personIn(file)?.name}
      </Link>{' '}
      / {say(TITLE)}
    </p>
  );
};

const Compared = ({
  file,
  purpose,
  orderId,
  planId,
}: {
  readonly file: FileAnswer;
  readonly purpose: StatedPurpose | undefined;
  readonly orderId: string;
  readonly planId: string | undefined;
}) => {
  const say = useSay();
  const { data, error, refetch } = useQuery(comparisonQuery(file.fileId, orderId, planId, purpose));
  if (data === undefined)
    return error ? <FaultCard error={error} onRetry={() => void refetch()} /> : <Waiting />;
  return (
    <>
      <WhoCard file={file} compared={data} />
      {error && <FaultCard error={error} onRetry={() => void refetch()} />}
      {data.plan === null ? (
        <section className="card purpose" aria-labelledby="no-plan">
          <h2 id="no-plan">{say({ sv: 'Ingen plan har kommit än', en: 'No plan has come yet' })}</h2>
          <p>
            {say({
              sv: `Beställningen skickades ${data.order.sentOn}. När planen är inskriven står den här bredvid beställningen.`,
              en: `The order was sent on ${data.order.sentOn}. When the plan is recorded it stands here beside the order.`,
            })}
          </p>
          {mayRecordAs(file.as) && (
            <p className="acts-of-file">
              <RecordLink fileId={file.fileId} type="PlanReceived" about={orderId} weight="primary">
                {say({ sv: 'Registrera planen', en: 'Record the plan' })}
              </RecordLink>
              <RecordLink fileId={file.fileId} type="ProviderReminded" about={orderId}>
                {say({ sv: 'Begär in planen', en: 'Ask for the plan' })}
              </RecordLink>
            </p>
          )}
        </section>
      ) : (
        <SideBySide file={file} compared={data} planId={data.plan.planId} />
      )}
    </>
  );
};

/** Whose plan it is, of which measure, and by when it is to be reviewed. */
const WhoCard = ({ file, compared }: { readonly file: FileAnswer; readonly compared: ComparisonAnswer }) => {
  const say = useSay();
  const { data: labels } = useQuery(codeLabelsQuery);
  const person = personIn(file);
  const { measure, caseId } = compared.order;
  const theCase = (file.facts.things['case'] ?? []).find(({ id }) => id === caseId);
  const { caseNumber } = (theCase?.data ?? {}) as { readonly caseNumber?: string };
  const label = labels?.get(measure) ?? { sv: measure, en: measure };
  const due = file.findings.find(
    ({ rule, subject, status }) =>
      rule === 'plan-review-due' &&
      subject === compared.plan?.planId &&
      (status === 'pending' || status === 'overdue'),
  );
  return (
    <section className="card compared-person" aria-label={say({ sv: 'Den enskilde', en: 'The person' })}>
      <h1>{person?.name}</h1>
      {person?.protectedIdentity === true && (
        <ProtectedMark>{say({ sv: 'Skyddad', en: 'Protected' })}</ProtectedMark>
      )}
      <span>
        {say(label)}
        {caseNumber !== undefined && ` · ${caseNumber}`}
      </span>
      {due && (
        <span className="small review-by">
          {say({ sv: 'Granska senast', en: 'Review by' })} <b>{due.dueOn}</b>,{' '}
          <span className={due.status === 'overdue' ? 'bad' : ''}>
            {say(distance(daysBetween(on(file.on), on(due.dueOn))))}
            {due.status === 'overdue' && say({ sv: ' sen', en: ' late' })}
          </span>{' '}
          <RuleAuthority rule={due.rule} on={file.on} />
        </span>
      )}
    </section>
  );
};

const SideBySide = ({
  file,
  compared,
  planId,
}: {
  readonly file: FileAnswer;
  readonly compared: ComparisonAnswer;
  readonly planId: string;
}) => {
  const say = useSay();
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const keys = useCompareKeys();
  const { count, title, kinds } = summaryOfDifferences(compared);
  const [newest] = compared.plans;
  const isNewest = newest === undefined || newest.planId === planId;
  return (
    <div ref={keys}>
      {!isNewest && (
        <NoticeBar label={say({ sv: 'En annan plan', en: 'Another plan' })}>
          {say({ sv: 'Det har kommit en nyare plan.', en: 'A newer plan has come.' })}{' '}
          <Link
            to="/akter/$fileId/plan/$thingId"
            params={{ fileId: file.fileId, thingId: newest.planId }}
            search={{}}
          >
            {say({ sv: `Till planen från ${newest.receivedOn}`, en: `To the plan of ${newest.receivedOn}` })}
          </Link>
        </NoticeBar>
      )}
      <div className="head compared-head">
        <div>
          <h2>{say(title)}</h2>
          <p className="soft">
            {say(kinds)}{' '}
            {say({
              sv: 'Systemet jämför ord; om innebörden är en annan bedömer du.',
              en: 'The system compares words; you judge whether the meaning is another.',
            })}
          </p>
        </div>
        <Chips
          label={say({ sv: 'Visa rader', en: 'Show rows' })}
          chips={[
            { id: 'all', label: say({ sv: 'Allt', en: 'All' }), count: compared.pairs.length + 1 },
            { id: 'differences', label: say({ sv: 'Bara skillnader', en: 'Differences only' }), count },
          ]}
          chosen={show ?? 'all'}
          onChoose={(chosen) => {
            void navigate({
              search: chosen === 'differences' ? { show: chosen } : {},
              replace: true,
              resetScroll: false,
            });
          }}
        />
      </div>
      <div className="beside">
        <div className="main-column">
          <CompareTable compared={compared} planId={planId} onlyDifferences={show === 'differences'} />
          <PlanContent content={compared.content} on={file.on} />
        </div>
        <div className="side no-print">
          <VerdictCard
            key={planId}
            fileId={file.fileId}
            on={file.on}
            compared={compared}
            planId={planId}
            mayRecord={mayRecordAs(file.as) && isNewest}
          />
          <OtherPlans fileId={file.fileId} plans={compared.plans} shown={planId} />
        </div>
      </div>
    </div>
  );
};

/** The other plans for the same order, each at its own address. */
const OtherPlans = ({
  fileId,
  plans,
  shown,
}: {
  readonly fileId: string;
  readonly plans: ComparisonAnswer['plans'];
  readonly shown: string;
}) => {
  const say = useSay();
  if (plans.length < 2) return null;
  return (
    <section className="card other-plans" aria-labelledby="other-plans">
      <h2 id="other-plans">{say({ sv: 'Planer för beställningen', en: 'Plans for the order' })}</h2>
      <ul>
        {plans.map(({ planId, receivedOn, standing, since }) => (
          <li key={planId}>
            <Link
              to="/akter/$fileId/plan/$thingId"
              params={{ fileId, thingId: planId }}
              search={{}}
              {...(planId === shown && { 'aria-current': 'page' })}
            >
              {say({ sv: `Planen från ${receivedOn}`, en: `The plan of ${receivedOn}` })}
            </Link>{' '}
            <span className="small soft">{say(standingWords(standing, since))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

const standingWords = (standing: ComparisonAnswer['plans'][number]['standing'], since: string): Text => {
  switch (standing) {
    case 'received':
      return { sv: 'inte granskad', en: 'not reviewed' };
    case 'approved':
      return { sv: `godkänd ${since}`, en: `approved on ${since}` };
    case 'returned':
      return { sv: `returnerad ${since}`, en: `returned on ${since}` };
  }
};
