import { UnitThread } from '@rt/ui';
import type { Step } from '@rt/domain';
import { THREAD_STEPS } from '@rt/rules';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useSay } from '../texts/language';
import { STEP_WORDS } from '../texts/step-words';
import { withNoun } from '../texts/with-noun';
import { breaksOf, type UnitStatus } from './unit-figures';

const route = getRouteApi('/signed-in/laget');

/** Where the threads of the unit break, from step to step. Each number leads to the list of what is lacking there. */
export const BreaksCard = ({ status }: { readonly status: UnitStatus }) => {
  const say = useSay();
  const { on } = route.useSearch();
  const day = on === undefined ? {} : { on };
  const { holes, beside, inClosedCases } = breaksOf(status);
  const total = holes.reduce((sum, { count }) => sum + count, 0);
  const widest = [...holes].sort((a, b) => b.count - a.count)[0];
  const gaps = withNoun(total, ['brist', 'brister'], ['gap', 'gaps']);
  return (
    <section className="card breaks" aria-labelledby="breaks">
      <div className="section-line">
        <h2 id="breaks">{say({ sv: 'Här brister tråden', en: 'Where the thread breaks' })}</h2>
        <p className="small soft">
          {total === 0 || widest === undefined
            ? say({
                sv: 'Tråden är hel i alla öppna ärenden.',
                en: 'The thread is whole in every open case.',
              })
            : say({
                sv: `${gaps.sv} i öppna ärenden. Mest vid ${STEP_WORDS[widest.step].sv.toLowerCase()}.`,
                en: `${gaps.en} in open cases. Most at ${STEP_WORDS[widest.step].en.toLowerCase()}.`,
              })}
        </p>
      </div>
      <div className="thread-of-unit" aria-hidden="true">
        <div className="step-names">
          {THREAD_STEPS.map((step) => (
            <span key={step}>{say(STEP_WORDS[step])}</span>
          ))}
        </div>
        <UnitThread holes={holes.map(({ count }) => count)} />
      </div>
      <ul className="holes">
        {holes.map((hole, index) => (
          <li key={hole.step}>
            <HoleLink {...hole} before={THREAD_STEPS[index] ?? 'application'} />
          </li>
        ))}
      </ul>
      {(beside.length > 0 || inClosedCases > 0) && (
        <p className="small soft">
          {beside.length > 0 && say({ sv: 'Vid sidan av tråden: ', en: 'Beside the thread: ' })}
          {beside.map(({ step, count }, index) => (
            <Fragment key={step}>
              {index > 0 && ', '}
              <Link to="/laget" search={{ ...day, show: 'broken', step }} resetScroll={false}>
                {count} {say(STEP_WORDS[step]).toLowerCase()}
              </Link>
            </Fragment>
          ))}
          {beside.length > 0 && '. '}
          {inClosedCases > 0 && (
            <>
              {say({ sv: 'I avslutade ärenden: ', en: 'In closed cases: ' })}
              <Link to="/laget" search={{ ...day, show: 'closed' }} resetScroll={false}>
                {say(withNoun(inClosedCases, ['äldre brist', 'äldre brister'], ['older gap', 'older gaps']))}
              </Link>
              .
            </>
          )}
        </p>
      )}
    </section>
  );
};

const HoleLink = ({
  step,
  count,
  before,
}: {
  readonly step: Step;
  readonly count: number;
  readonly before: Step;
}) => {
  const say = useSay();
  const { on, show, step: shown } = route.useSearch();
  const between = say({
    sv: `mellan ${STEP_WORDS[before].sv.toLowerCase()} och ${STEP_WORDS[step].sv.toLowerCase()}`,
    en: `between ${STEP_WORDS[before].en.toLowerCase()} and ${STEP_WORDS[step].en.toLowerCase()}`,
  });
  const words = (
    <>
      <b>{count}</b> <small>{between}</small>
    </>
  );
  if (count === 0) return <span className="whole">{words}</span>;
  return (
    <Link
      to="/laget"
      search={{ ...(on !== undefined && { on }), show: 'broken', step }}
      resetScroll={false}
      aria-current={show === 'broken' && shown === step ? 'true' : undefined}
    >
      {words}
    </Link>
  );
};
