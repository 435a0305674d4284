/** How a plan differs from its order: the comparison, and the words for each difference. */
import { orderContentOn, type LocalDate, type Text, type Thing } from '@rt/domain';
import { comparePlanWithOrder, type Compared } from './plan-order-comparison';

type Difference = Exclude<Compared, 'same'>;

/** How a part of the plan differs from the order. */
const DIFFERENCES: Readonly<Record<Difference, Text>> = {
  reworded: {
    sv: 'har en annan lydelse i planen (samma sak?)',
    en: 'is worded otherwise in the plan (the same?)',
  },
  changed: { sv: 'är ett annat i planen', en: 'is another one in the plan' },
  missing: { sv: 'saknas i planen', en: 'is missing in the plan' },
  added: { sv: 'finns bara i planen', en: 'is only in the plan' },
};

export const differenceSaid = (sv: string, en: string, compared: Compared): readonly Text[] =>
  compared === 'same'
    ? []
    : [{ sv: `${sv} ${DIFFERENCES[compared].sv}`, en: `${en} ${DIFFERENCES[compared].en}` }];

/** Goals by their place in the order. Their texts are about the person, and a finding holds no such text. */
export const goalsSaid = (places: string, difference: Difference): readonly Text[] =>
  places === ''
    ? []
    : places.split(' ').flatMap((place) => differenceSaid(`mål ${place}`, `goal ${place}`, difference));

/** The latest plan of a day, compared with the order as it reads that day. */
export const differencesOn = (order: Thing<'order'>, plans: readonly Thing<'plan'>[], day: LocalDate) => {
  const plan = plans.findLast(({ created }) => created.occurredOn <= day) as Thing<'plan'>;
  const { task, purpose, goals, hours } = comparePlanWithOrder(plan.created.data, orderContentOn(order, day));
  const placesOf = (wanted: Compared): string =>
    goals.flatMap(({ compared }, index) => (compared === wanted ? [index + 1] : [])).join(' ');
  const lacks = {
    task,
    purpose,
    hours,
    goalsChanged: placesOf('changed'),
    goalsReworded: placesOf('reworded'),
    goalsMissing: placesOf('missing'),
  };
  const isSame =
    [task, purpose, hours].every((part) => part === 'same') &&
    goals.every(({ compared }) => compared === 'same' || compared === 'added');
  return { subject: plan.id, ...(!isSame && { lacks }) };
};
