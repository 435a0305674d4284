import { NoticeBar } from '@rt/ui';
import { on as dayOf } from '@rt/domain';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { fullDay } from '../days/day-words';
import { FaultCard } from '../shell/fault-card';
import { directoryQuery, useSession } from '../shell/session';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { BreaksCard } from './breaks-card';
import { DaySwitch } from './day-switch';
import { FigureCards } from './figure-cards';
import { FindingsList } from './findings-list';
import { ManagersOnly } from './managers-only';
import { TrendCard } from './trend-card';
import { RuleTable, WorkerTable } from './unit-tables';
import { unitStatusQuery } from './unit.queries';
import './unit.css';

const TITLE = { sv: 'Läget i enheten', en: 'How the unit stands' };
const route = getRouteApi('/signed-in/laget');

/** How a unit stands on a day: the figures, where the threads break, and the list behind every number. */
export const UnitPage = () => {
  useTitle(TITLE);
  return (
    <ManagersOnly title={TITLE}>
      <OwnUnit />
    </ManagersOnly>
  );
};

const OwnUnit = () => {
  const say = useSay();
  const { unitId } = useSession();
  const { on } = route.useSearch();
  const { data: directory } = useQuery(directoryQuery);
  const today = useQuery(unitStatusQuery(unitId, undefined));
  const status = useQuery(unitStatusQuery(unitId, on));
  const unitName = directory?.units.find((unit) => unit.unitId === unitId)?.name;
  const isPast = on !== undefined && today.data !== undefined && on !== today.data.on;
  return (
    <>
      <div className="head">
        <div>
          <p className="small soft">{unitName}</p>
          <h1>{say(TITLE)}</h1>
          <p className="unit-ways no-print">
            <Link to="/laget/fordela">{say({ sv: 'Fördela akter', en: 'Hand over files' })}</Link>
            <Link to="/laget/loggkontroll">{say({ sv: 'Loggkontroll', en: 'Check of the log' })}</Link>
          </p>
        </div>
        {today.data && <DaySwitch today={dayOf(today.data.on)} shown={dayOf(on ?? today.data.on)} />}
      </div>
      {isPast && (
        <NoticeBar label={say({ sv: 'En annan dag', en: 'Another day' })}>
          <p>
            <b>
              {say({ sv: 'Du ser läget som det var', en: 'You see how it stood on' })}{' '}
              {say(fullDay(dayOf(on))).toLowerCase()},
            </b>{' '}
            {say({
              sv: 'med det som är känt i dag. Det som har skrivits in senare räknas med.',
              en: 'by what is known today. What was recorded later counts.',
            })}{' '}
            <Link from="/laget" to="/laget" search={({ on: _, ...rest }) => rest}>
              {say({ sv: 'Till i dag', en: 'To today' })}
            </Link>
          </p>
        </NoticeBar>
      )}
      {status.isError && <FaultCard error={status.error} onRetry={() => void status.refetch()} />}
      {status.isPending && (
        <div className="card waiting" role="status">
          <span className="unseen">{say({ sv: 'Läget hämtas.', en: 'The figures are on their way.' })}</span>
          {Array.from({ length: 6 }, (_, index) => (
            <div key={index} />
          ))}
        </div>
      )}
      {status.data && (
        <div className="unit-page">
          <FigureCards status={status.data} />
          <BreaksCard status={status.data} />
          <FindingsList status={status.data} isPast={isPast} />
          <div className="two-tables">
            <WorkerTable status={status.data} />
            <RuleTable status={status.data} />
          </div>
          <TrendCard unitId={unitId} shown={on} />
        </div>
      )}
    </>
  );
};
