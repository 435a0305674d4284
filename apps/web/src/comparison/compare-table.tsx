import type { Text } from '@rt/domain';
import { Equal, EqualNot, HelpCircle, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { extentWords } from '../texts/extent-words';
import { useSay } from '../texts/language';
import { useUserName } from '../texts/user-name';
import type { ComparedPair, ComparisonAnswer } from './comparison.queries';
import { differs, moreWords } from './difference-words';

type Compared = ComparedPair['compared'];
type Goals = ComparisonAnswer['order']['goals'];
type Activities = NonNullable<ComparisonAnswer['plan']>['activities'];

/** The order to the left, the plan to the right, row by row, with what they make of each other between them. */
export const CompareTable = ({
  compared,
  planId,
  onlyDifferences,
}: {
  readonly compared: ComparisonAnswer;
  readonly planId: string;
  readonly onlyDifferences: boolean;
}) => {
  const say = useSay();
  const { order, plan, plans, pairs, hours } = compared;
  const isShown = (kind: Compared): boolean => !onlyDifferences || differs(kind);
  const texts = pairs.filter(({ part }) => part !== 'goal');
  const goals = pairs.filter(({ part }) => part === 'goal');
  const plannedGoals = goals.reduce((sum, { planned }) => sum + planned.length, 0);
  const receivedOn = plans.find((one) => one.planId === planId)?.receivedOn;
  const shownGoals = goals.filter((pair) => isShown(pair.compared));
  return (
    <section className="card" aria-label={say({ sv: 'Jämförelse', en: 'Comparison' })}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col" className="part-name">
              <span className="unseen">{say({ sv: 'Del', en: 'Part' })}</span>
            </th>
            <th scope="col">
              {say({ sv: 'Beställt', en: 'Ordered' })}
              <small>
                {order.sentOn} · <SentBy userId={order.sentBy} />
                {order.revisedOn !== null &&
                  say({ sv: `, ändrad ${order.revisedOn}`, en: `, changed ${order.revisedOn}` })}
              </small>
            </th>
            <th scope="col" className="sign-column">
              <span className="unseen">{say({ sv: 'Jämfört', en: 'Compared' })}</span>
            </th>
            <th scope="col">
              {say({ sv: 'Planerat', en: 'Planned' })}
              <small>
                {receivedOn} · {say({ sv: 'plan från', en: 'plan from' })} {order.providerId}
              </small>
            </th>
          </tr>
        </thead>
        <tbody>
          {isShown(hours.compared) && <HoursRow hours={hours} />}
          {texts
            .filter((pair) => isShown(pair.compared))
            .map((pair) => (
              <PairRow key={pair.part} pair={pair} name={say(PART_WORDS[pair.part])} />
            ))}
          {shownGoals.length > 0 && (
            <tr className="goals-head">
              <th colSpan={4} scope="colgroup">
                {say({
                  sv: `Mål · ${order.goals.length} i beställningen, ${plannedGoals} i planen`,
                  en: `Goals · ${order.goals.length} in the order, ${plannedGoals} in the plan`,
                })}
              </th>
            </tr>
          )}
          {shownGoals.map((pair) => (
            <PairRow
              key={pair.ordered?.goalId ?? pair.planned[0]?.goalId}
              pair={pair}
              name={say(goalName(pair))}
              goals={order.goals}
              activities={plan?.activities ?? []}
            />
          ))}
        </tbody>
      </table>
      {onlyDifferences && !differs(hours.compared) && pairs.every((pair) => !differs(pair.compared)) && (
        <p className="none soft">{say({ sv: 'Inget skiljer sig åt.', en: 'Nothing differs.' })}</p>
      )}
    </section>
  );
};

const SentBy = ({ userId }: { readonly userId: string }) => {
  const say = useSay();
  const name = useUserName()(userId);
  return <>{say({ sv: `skickad av ${name.sv}`, en: `sent by ${name.en}` })}</>;
};

const PART_WORDS: Readonly<Record<ComparedPair['part'], Text>> = {
  task: { sv: 'Uppdrag', en: 'Task' },
  purpose: { sv: 'Syfte', en: 'Purpose' },
  goal: { sv: 'Mål', en: 'Goal' },
};

const goalName = ({ place, compared }: ComparedPair): Text =>
  place !== null
    ? { sv: `Mål ${place}`, en: `Goal ${place}` }
    : compared === 'added'
      ? { sv: 'Tillagt', en: 'Added' }
      : PART_WORDS.goal;

const SIGNS: Readonly<Record<Compared, { readonly words: Text; readonly sign: typeof Equal }>> = {
  same: { words: { sv: 'Lika', en: 'Same' }, sign: Equal },
  reworded: { words: { sv: 'Samma sak?', en: 'The same?' }, sign: HelpCircle },
  changed: { words: { sv: 'Ändrat', en: 'Changed' }, sign: EqualNot },
  missing: { words: { sv: 'Saknas i planen', en: 'Missing in the plan' }, sign: Minus },
  added: { words: { sv: 'Bara i planen', en: 'Only in the plan' }, sign: Plus },
  unstated: { words: { sv: 'Säger inget', en: 'Says nothing' }, sign: Minus },
};

const Sign = ({ compared }: { readonly compared: Compared }) => {
  const say = useSay();
  const { words, sign: Icon } = SIGNS[compared];
  return (
    <span className={`sign ${compared}`}>
      <Icon size={16} aria-hidden="true" />
      {say(words)}
    </span>
  );
};

/** One part. A row with a difference can have the focus, so that a key can go from one to the next. */
const Row = ({
  compared,
  name,
  ordered,
  planned,
}: {
  readonly compared: Compared;
  readonly name: string;
  readonly ordered: ReactNode;
  readonly planned: ReactNode;
}) => {
  const say = useSay();
  return (
    <tr className={compared} {...(differs(compared) && { 'data-difference': '', tabIndex: -1 })}>
      <th scope="row" className="part-name">
        {name}
      </th>
      <td data-side={say({ sv: 'Beställt', en: 'Ordered' })}>{ordered}</td>
      <td className="sign-column">
        <Sign compared={compared} />
      </td>
      <td data-side={say({ sv: 'Planerat', en: 'Planned' })}>{planned}</td>
    </tr>
  );
};

const Hole = ({ children }: { readonly children: ReactNode }) => <span className="hole">{children}</span>;

const HoursRow = ({ hours }: { readonly hours: ComparisonAnswer['hours'] }) => {
  const say = useSay();
  const { compared, ordered, planned, granted } = hours;
  const more = moreWords(hours);
  const none = <Hole>{say({ sv: 'Ingen tid', en: 'No time' })}</Hole>;
  const isOther = differs(compared);
  return (
    <Row
      compared={compared}
      name={say({ sv: 'Tid', en: 'Time' })}
      ordered={
        ordered === null ? (
          none
        ) : (
          <>
            <b>{isOther ? <del>{say(extentWords(ordered))}</del> : say(extentWords(ordered))}</b>
            {granted !== null && (
              <span className="small soft beneath">
                {say({ sv: 'Beslutet ger', en: 'The decision grants' })} {say(extentWords(granted))}
              </span>
            )}
          </>
        )
      }
      planned={
        planned === null ? (
          none
        ) : (
          <>
            <b>{isOther ? <ins>{say(extentWords(planned))}</ins> : say(extentWords(planned))}</b>
            {more && <span className="small soft beneath">{say(more)}</span>}
          </>
        )
      }
    />
  );
};

const PairRow = ({
  pair: { compared, ordered, planned },
  name,
  goals = [],
  activities = [],
}: {
  readonly pair: ComparedPair;
  readonly name: string;
  readonly goals?: Goals;
  readonly activities?: Activities;
}) => {
  const say = useSay();
  const goal = goals.find(({ goalId }) => goalId === ordered?.goalId);
  const isGoal = typeof (ordered ?? planned[0])?.goalId === 'string';
  const none = isGoal
    ? say({ sv: 'Inget motsvarande mål', en: 'No such goal' })
    : say({ sv: 'Står inte', en: 'Not stated' });
  const first = planned[0];
  return (
    <Row
      compared={compared}
      name={name}
      ordered={
        ordered === null ? (
          <Hole>{none}</Hole>
        ) : (
          <>
            {/* Several goals of the plan have no one text that the words of the order could be told from. */}
            {planned.length === 1 && first && differs(compared) ? (
              <Words words={first.words} side="order" />
            ) : (
              ordered.text
            )}
            {goal && <GoalDetails goal={goal} />}
          </>
        )
      }
      planned={
        planned.length === 0 ? (
          <Hole>{none}</Hole>
        ) : (
          planned.map(({ goalId, text, words }) => (
            <div key={goalId ?? ''} className="planned-text">
              {text === ordered?.text ? (
                <span className="soft">{say({ sv: 'Samma text', en: 'The same text' })}</span>
              ) : differs(compared) ? (
                <Words words={words} side="plan" />
              ) : (
                text
              )}
              <ActivitiesOf activities={activities} goalId={goalId} />
            </div>
          ))
        )
      }
    />
  );
};

/** The text of one side, with the words that only this side has struck or underlined. */
const Words = ({
  words,
  side,
}: {
  readonly words: ComparedPair['planned'][number]['words'];
  readonly side: 'order' | 'plan';
}) =>
  words.map((run, index) => {
    if (run.side === 'both') return <span key={index}>{run.text}</span>;
    if (run.side !== side) return null;
    return side === 'order' ? <del key={index}>{run.text}</del> : <ins key={index}>{run.text}</ins>;
  });

const GoalDetails = ({ goal: { measuredBy, byThePerson } }: { readonly goal: Goals[number] }) => {
  const say = useSay();
  const said = [
    ...(measuredBy === undefined ? [] : [`${say({ sv: 'Mäts', en: 'Measured by' })}: ${measuredBy}`]),
    ...(byThePerson ? [say({ sv: 'den enskilde var med', en: 'the person took part' })] : []),
  ];
  return said.length === 0 ? null : <span className="small soft beneath">{said.join(' · ')}</span>;
};

const ActivitiesOf = ({
  activities,
  goalId,
}: {
  readonly activities: Activities;
  readonly goalId: string | null;
}) =>
  activities
    .filter((activity) => goalId !== null && activity.goalId === goalId)
    .map(({ what, when, responsible }, index) => (
      <span key={index} className="small soft beneath">
        {[what, when, responsible].filter(Boolean).join(' · ')}
      </span>
    ));
