import { useQuery } from '@tanstack/react-query';
import { FaultCard } from '../shell/fault-card';
import { useTitle } from '../shell/title';
import { useSay } from '../texts/language';
import { CalendarCard } from './calendar-card';
import { DigestCard } from './digest-card';
import { subscriptionsQuery } from './subscriptions';
import './subscriptions.css';

const TITLE = { sv: 'Påminnelser', en: 'Reminders' };

/** What a user is told of the own day outside the pages: by mail, and in a calendar. */
export const SubscriptionsPage = () => {
  const say = useSay();
  const { data, isError, isPending, error, refetch } = useQuery(subscriptionsQuery);
  useTitle(TITLE);
  return (
    <>
      <div className="head">
        <div>
          <h1>{say(TITLE)}</h1>
          <p className="lead">
            {say({
              sv: 'Din dag utanför sidorna. Inga namn och inga ärendenummer lämnar systemet.',
              en: 'Your day outside the pages. No names and no case numbers leave the system.',
            })}
          </p>
        </div>
      </div>
      {isError && <FaultCard error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <p role="status" className="soft">
          {say({ sv: 'Dina val hämtas.', en: 'Your choices are on their way.' })}
        </p>
      )}
      {data && (
        <div className="subscriptions">
          <DigestCard digest={data.digest} />
          <CalendarCard since={data.calendar.since} />
        </div>
      )}
    </>
  );
};
