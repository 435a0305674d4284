import { LineChart } from '@rt/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FaultCard } from '../shell/fault-card';
import { useLanguage, useSay } from '../texts/language';
import { trendOf } from './unit-figures';
import { unitTrendQuery } from './unit.queries';

/** Points in the table beside the chart. The others are opened. */
const BESIDE = 6;

/** What stood open at the end of each month, as on each day by what is known now. */
export const TrendCard = ({
  unitId,
  shown,
}: {
  readonly unitId: string;
  readonly shown: string | undefined;
}) => {
  const say = useSay();
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(unitTrendQuery(unitId));
  if (error) return <FaultCard error={error} onRetry={() => void refetch()} />;
  const points = data ? trendOf(data) : [];
  const last = points.at(-1);
  const [first] = points;
  if (first === undefined || last === undefined) return null;
  const months = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    month: 'short',
    timeZone: 'UTC',
  });
  const nameOf = (day: string): string => months.format(new Date(`${day}T12:00:00Z`)).replace('.', '');
  const asked = points.findIndex(({ on }) => on === shown);
  const marked = asked >= 0 ? asked : points.length - 1;
  const sentence = say({
    sv: `Förfallna gick från ${first.overdue} i ${nameOf(first.on)} till ${last.overdue}, att förklara från ${first.violations} till ${last.violations}.`,
    en: `Overdue went from ${first.overdue} in ${nameOf(first.on)} to ${last.overdue}, to explain from ${first.violations} to ${last.violations}.`,
  });
  return (
    <section className="card trend" aria-labelledby="trend">
      <h2 id="trend">{say({ sv: 'Tolv månader', en: 'Twelve months' })}</h2>
      <div className="trend-parts">
        <LineChart
          sentence={sentence}
          labels={points.map(({ on }) => nameOf(on))}
          marked={marked}
          series={[
            {
              id: 'overdue',
              label: say({ sv: 'förfallna', en: 'overdue' }),
              values: points.map(({ overdue }) => overdue),
              line: 'whole',
            },
            {
              id: 'violations',
              label: say({ sv: 'att förklara', en: 'to explain' }),
              values: points.map(({ violations }) => violations),
              line: 'dotted',
            },
          ]}
        />
        <div>
          <TrendTable points={points.slice(-BESIDE)} />
          {points.length > BESIDE && (
            <details>
              <summary>{say({ sv: 'Tidigare månader', en: 'Earlier months' })}</summary>
              <TrendTable points={points.slice(0, -BESIDE)} />
            </details>
          )}
          <p className="small soft">
            {say({
              sv: 'Som det var den dagen, med det som är känt i dag.',
              en: 'As it was on the day, by what is known today.',
            })}
          </p>
        </div>
      </div>
    </section>
  );
};

const TrendTable = ({ points }: { readonly points: ReturnType<typeof trendOf> }) => {
  const say = useSay();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say({ sv: 'Dag', en: 'Day' })}</th>
          <th scope="col">{say({ sv: 'Förfallna', en: 'Overdue' })}</th>
          <th scope="col">{say({ sv: 'Att förklara', en: 'To explain' })}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ on, overdue, violations }) => (
          <tr key={on}>
            <th scope="row">
              <Link from="/laget" to="/laget" search={(before) => ({ ...before, on })}>
                {on}
              </Link>
            </th>
            <td>{overdue}</td>
            <td>{violations}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
