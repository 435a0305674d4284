import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { rulesQuery } from '../my-day/worklist';
import { useSay } from '../texts/language';
import { RuleAuthority } from '../texts/rule-authority';
import { useUserName } from '../texts/user-name';
import { rulesFound, workersFound, type UnitStatus } from './unit-figures';
import { NOBODY } from './unit-work.queries';
import type { UnitSearch } from './unit.search';

const route = getRouteApi('/signed-in/laget');

const useDay = (): Pick<UnitSearch, 'on'> => {
  const { on } = route.useSearch();
  return on === undefined ? {} : { on };
};

const Count = ({
  count,
  search,
  label,
}: {
  readonly count: number;
  readonly search: UnitSearch;
  readonly label: string;
}) =>
  count === 0 ? (
    <span className="soft">–</span>
  ) : (
    <Link to="/laget" search={search} resetScroll={false} aria-label={`${count} ${label}`}>
      {count}
    </Link>
  );

/** What each case worker has in hand. */
export const WorkerTable = ({ status }: { readonly status: UnitStatus }) => {
  const say = useSay();
  const nameOf = useUserName();
  const day = useDay();
  const workers = workersFound(status);
  const most = Math.max(...workers.map(({ overdue }) => overdue), 1);
  return (
    <section className="card unit-table" aria-labelledby="per-worker">
      <h2 id="per-worker">{say({ sv: 'Per handläggare', en: 'By case worker' })}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say({ sv: 'Handläggare', en: 'Case worker' })}</th>
            <th scope="col">{say({ sv: 'Ärenden', en: 'Cases' })}</th>
            <th scope="col">{say({ sv: 'Förfallna', en: 'Overdue' })}</th>
            <th scope="col">{say({ sv: 'Att förklara', en: 'To explain' })}</th>
            <th scope="col">{say({ sv: 'Inom 7 dagar', en: 'Within 7 days' })}</th>
          </tr>
        </thead>
        <tbody>
          {workers.map(({ workerId, openCases, overdue, violations, dueWithin7Days }) => {
            const name =
              workerId === null
                ? say({ sv: 'Ingen handläggare', en: 'No case worker' })
                : say(nameOf(workerId));
            const of = workerId === null ? undefined : { ...day, worker: workerId };
            const counted = (count: number, search: UnitSearch, words: string) =>
              of === undefined ? (
                count || <span className="soft">–</span>
              ) : (
                <Count count={count} search={{ ...of, ...search }} label={`${words}, ${name}`} />
              );
            return (
              <tr key={workerId ?? ''}>
                <th scope="row">
                  <Link
                    to="/laget/fordela"
                    search={{ worker: workerId ?? NOBODY }}
                    aria-label={say({ sv: `Akter hos: ${name}`, en: `Files of: ${name}` })}
                  >
                    {name}
                  </Link>
                </th>
                <td>{openCases}</td>
                <td>
                  <span className="bar">
                    <svg width="48" height="10" aria-hidden="true">
                      <rect width={(48 * overdue) / most} height="10" rx="2" />
                    </svg>
                    {counted(overdue, {}, say({ sv: 'förfallna', en: 'overdue' }))}
                  </span>
                </td>
                <td>
                  {counted(violations, { show: 'violations' }, say({ sv: 'att förklara', en: 'to explain' }))}
                </td>
                <td>
                  {counted(
                    dueWithin7Days,
                    { show: 'soon' },
                    say({ sv: 'inom 7 dagar', en: 'within 7 days' }),
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

/** What each rule finds in open cases. */
export const RuleTable = ({ status }: { readonly status: UnitStatus }) => {
  const say = useSay();
  const day = useDay();
  const { data: rules } = useQuery(rulesQuery);
  const found = rulesFound(status);
  return (
    <section className="card unit-table" aria-labelledby="per-rule">
      <h2 id="per-rule">{say({ sv: 'Per regel', en: 'By rule' })}</h2>
      {found.length === 0 ? (
        <p className="none soft">{say({ sv: 'Ingen regel finner något.', en: 'No rule finds anything.' })}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{say({ sv: 'Regel', en: 'Rule' })}</th>
              <th scope="col">{say({ sv: 'Stöd', en: 'Authority' })}</th>
              <th scope="col">{say({ sv: 'Brister', en: 'Gaps' })}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ rule, count }) => {
              const title = rules?.get(rule)?.title;
              const name = title ? say(title) : rule;
              return (
                <tr key={rule}>
                  <th scope="row">
                    <Link to="/regler/$ruleId" params={{ ruleId: rule }}>
                      {name}
                    </Link>
                  </th>
                  <td>
                    <RuleAuthority rule={rule} on={status.on} />
                  </td>
                  <td>
                    <Count count={count} search={{ ...day, show: 'broken', rule }} label={name} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
};
