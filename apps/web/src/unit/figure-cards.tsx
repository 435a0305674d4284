import type { Text } from '@rt/domain';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useSay } from '../texts/language';
import { withNoun } from '../texts/with-noun';
import { figuresOf, type UnitStatus } from './unit-figures';
import type { ShownList } from './unit.search';

const route = getRouteApi('/signed-in/laget');

/** The figures of the day. Each leads to the list behind it. */
export const FigureCards = ({ status }: { readonly status: UnitStatus }) => {
  const say = useSay();
  const { openCases, workers, brokenThreads, overdue, violations, soon } = figuresOf(status);
  return (
    <section className="card figures" aria-label={say({ sv: 'Siffror', en: 'Figures' })}>
      <div>
        <b>{openCases}</b>
        <span>{say({ sv: 'öppna ärenden', en: 'open cases' })}</span>
        <small>
          {say({ sv: 'hos', en: 'with' })}{' '}
          {say(withNoun(workers, ['handläggare', 'handläggare'], ['case worker', 'case workers']))}
        </small>
      </div>
      <Figure
        count={brokenThreads}
        show="broken"
        label={{ sv: 'ärenden med bruten tråd', en: 'cases with a broken thread' }}
        beside={{ sv: 'något förfallet eller att förklara', en: 'something overdue or to be explained' }}
      />
      <Figure
        count={overdue}
        show="overdue"
        label={{ sv: 'förfallna', en: 'overdue' }}
        beside={{ sv: 'i öppna ärenden', en: 'in open cases' }}
      />
      <Figure
        count={violations}
        show="violations"
        label={{ sv: 'att förklara', en: 'to explain' }}
        beside={{ sv: 'redan hänt, står kvar', en: 'has happened, and stays' }}
      />
      <Figure
        count={soon}
        show="soon"
        label={{ sv: 'förfaller inom 7 dagar', en: 'due within 7 days' }}
        beside={{ sv: 'inte försent än', en: 'not late yet' }}
      />
    </section>
  );
};

const Figure = ({
  count,
  show,
  label,
  beside,
}: {
  readonly count: number;
  readonly show: ShownList;
  readonly label: Text;
  readonly beside: Text;
}) => {
  const say = useSay();
  const { show: shown = 'overdue', on, step, rule, worker } = route.useSearch();
  const isShown = shown === show && step === undefined && rule === undefined && worker === undefined;
  return (
    <Link
      to="/laget"
      search={{ ...(on !== undefined && { on }), ...(show !== 'overdue' && { show }) }}
      resetScroll={false}
      className={count > 0 && show === 'overdue' ? 'late' : ''}
      aria-current={isShown ? 'true' : undefined}
    >
      <b>{count}</b>
      <span>{say(label)}</span>
      <small>{say(beside)}</small>
    </Link>
  );
};
