import { on, type UnitId } from '@rt/domain';
import type { Chance } from '../chance';
import type { Behind } from '../course/contacts';
import type { Course, OrderCourse, PlanCourse } from '../course/course';
import type { Home } from '../course/open-file';
import type { AskedWhen } from '../course/performers';
import type { YearDecision } from './decisions';

/** The contents of the file of one of the year's approvals: what the decision is based on and what followed from it. */
export interface Contents {
  readonly investigation: NonNullable<Course['investigation']>;
  readonly told: NonNullable<Course['told']>;
  readonly grounds: NonNullable<Course['grounds']>;
  readonly home: Home;
  readonly task: NonNullable<OrderCourse['task']> | 'noOrder';
  /** `outgrown`: a plan was received, the order was changed afterwards, and no new plan was received. */
  readonly plan: 'inTime' | 'late' | 'never' | 'outgrown';
  readonly likeOrder: NonNullable<PlanCourse['likeOrder']>;
  readonly planContent: NonNullable<PlanCourse['content']>;
  readonly relativeEmployed: AskedWhen | 'no';
  readonly contact: Behind | 'professional' | 'no';
  readonly followedUp: boolean;
  readonly expenseAllowance: NonNullable<Course['expenseAllowance']>;
}

/** A frequency table in the form of a deck of `of` cards: how many cards have each value; all other cards have the value `rest`. */
interface Deck<T> {
  readonly of: number;
  readonly cards: readonly (readonly [T, number])[];
  readonly rest: T;
}

const deck = <T>(of: number, rest: T, ...cards: readonly (readonly [T, number])[]): Deck<T> => ({
  of,
  cards,
  rest,
});

/**
 * Cases without a current investigation, by district: 7 of 18 in Östermalm, 8 in three other districts together, none in Farsta and Rinkeby-Kista.
 */
const WITHOUT_CURRENT: Readonly<Record<string, Deck<Contents['investigation']>>> = {
  ostermalm: deck(18, 'current', ['outdated', 4], ['none', 2], ['afterwards', 1]),
  skarholmen: deck(20, 'current', ['outdated', 1], ['none', 1], ['afterwards', 1]),
  'hagersten-alvsjo': deck(20, 'current', ['outdated', 2], ['none', 1]),
  sodermalm: deck(20, 'current', ['outdated', 1], ['afterwards', 1]),
};

const ALL_CURRENT: Deck<Contents['investigation']> = deck(20, 'current');

/** 27 of the 103 current investigations lack interests, resources or wishes. */
const TOLD: Deck<Contents['told']> = deck(
  103,
  'all',
  ['noInterests', 9],
  ['noResources', 8],
  ['noWishes', 10],
  ['expressesNone', 7],
);

/** The report says "återkommande": assessment or reasons are missing in about a third, less often in districts with well-written investigations. */
const GROUNDS: Deck<Contents['grounds']> = deck(
  20,
  'whole',
  ['noAssessment', 4],
  ['noReasons', 3],
  ['noFacts', 2],
);
const GROUNDS_WELL_WRITTEN: Deck<Contents['grounds']> = deck(
  20,
  'whole',
  ['noAssessment', 1],
  ['noReasons', 1],
);
const WELL_WRITTEN = ['farsta', 'sodermalm'];

const HOME: Deck<Home> = deck(118, 'alone', ['children', 10], ['relatives', 71]);

/** Of 118 decisions, 5 have no order; of the 113 orders, 62 say what the provider must do. */
const TASK: Deck<Contents['task']> = deck(118, 'specified', ['noOrder', 5], ['name', 27], ['leisure', 24]);

/** With the 5 decisions without an order, 35 of 118 lack a current plan: the published "about 30 per cent". */
const PLANS_OUTGROWN = 4;
const PLANS_NEVER = 26;
const PLANS_LATE = 18;

/** The report says "vanligt": in every second case the plan differs from the order. */
const LIKE_ORDER: Deck<Contents['likeOrder']> = deck(
  100,
  'same',
  ['goalChanged', 18],
  ['goalMissing', 12],
  ['goalAdded', 6],
  ['purposeChanged', 9],
  ['hoursChanged', 6],
  ['typingError', 4],
);
const PLAN_CONTENT: Deck<Contents['planContent']> = deck(
  100,
  'whole',
  ['noResponsible', 16],
  ['noTimes', 8],
  ['noFollowUp', 9],
  ['noParticipation', 5],
);
const RELATIVE_EMPLOYED: Deck<Contents['relativeEmployed']> = deck(
  118,
  'no',
  ['never', 9],
  ['afterwards', 4],
  ['before', 7],
);
const CONTACT: Deck<Contents['contact']> = deck(
  118,
  'no',
  ['none', 14],
  ['professional', 9],
  ['given', 12],
  ['givenLater', 4],
  ['withdrawn', 3],
  ['recordedLate', 3],
);
const FOLLOWED_UP: Deck<boolean> = deck(100, false, [true, 18]);
const EXPENSE_ALLOWANCE: Deck<Contents['expenseAllowance']> = deck(
  100,
  'forgotten',
  ['decided', 38],
  ['notRelevant', 14],
);

/** For decisions made by this day, the fifteen days for a plan end before the measuring day. Late plans and changed orders need more time. */
const TIME_FOR_A_PLAN = on('2021-12-01');
const TIME_FOR_MORE = on('2021-09-20');

/**
 * Assigns contents to the files of these approvals. The counts are the published ones for a sample of 118, with twenty or eighteen per district; any
 * other number of decisions gets the same shares. Shares that are not published follow what the reports say in words.
 */
export const picture = (
  chance: Chance,
  decisions: readonly YearDecision[],
): ReadonlyMap<YearDecision, Contents> => {
  const investigations = byUnit(
    chance.fork('investigation'),
    decisions,
    (unitId) => WITHOUT_CURRENT[unitId] ?? ALL_CURRENT,
  );
  const current = decisions.filter((decision) => investigations.get(decision) === 'current');
  const told = dealt(chance.fork('told'), current, TOLD);
  const grounds = byUnit(chance.fork('grounds'), decisions, (unitId) =>
    WELL_WRITTEN.includes(unitId) ? GROUNDS_WELL_WRITTEN : GROUNDS,
  );
  const home = dealt(chance.fork('home'), decisions, HOME);
  const task = dealt(chance.fork('task'), decisions, TASK);
  const plan = plansOf(chance.fork('plan'), decisions, task);
  const likeOrder = dealt(chance.fork('likeOrder'), decisions, LIKE_ORDER);
  const planContent = dealt(chance.fork('planContent'), decisions, PLAN_CONTENT);
  const relativeEmployed = dealt(chance.fork('relativeEmployed'), decisions, RELATIVE_EMPLOYED);
  const contact = dealt(chance.fork('contact'), decisions, CONTACT);
  const followedUp = dealt(chance.fork('followedUp'), decisions, FOLLOWED_UP);
  const expenseAllowance = dealt(chance.fork('expenseAllowance'), decisions, EXPENSE_ALLOWANCE);
  return new Map(
    decisions.map((decision): [YearDecision, Contents] => [
      decision,
      {
        investigation: investigations.get(decision) ?? 'current',
        told: told.get(decision) ?? 'all',
        grounds: grounds.get(decision) ?? 'whole',
        home: home.get(decision) ?? 'alone',
        task: task.get(decision) ?? 'specified',
        plan: plan.get(decision) ?? 'inTime',
        likeOrder: likeOrder.get(decision) ?? 'same',
        planContent: planContent.get(decision) ?? 'whole',
        relativeEmployed: relativeEmployed.get(decision) ?? 'no',
        contact: contact.get(decision) ?? 'no',
        followedUp: followedUp.get(decision) ?? false,
        expenseAllowance: expenseAllowance.get(decision) ?? 'forgotten',
      },
    ]),
  );
};

const dealt = <T>(
  chance: Chance,
  decisions: readonly YearDecision[],
  { of, cards, rest }: Deck<T>,
): ReadonlyMap<YearDecision, T> => {
  const hand = cards.flatMap(([card, count]) =>
    Array.from({ length: Math.round((count * decisions.length) / of) }, () => card),
  );
  return new Map(
    chance.shuffled(decisions).map((decision, at) => [decision, at < hand.length ? (hand[at] as T) : rest]),
  );
};

const byUnit = <T>(
  chance: Chance,
  decisions: readonly YearDecision[],
  deckOf: (unitId: UnitId) => Deck<T>,
): ReadonlyMap<YearDecision, T> =>
  new Map(
    [...new Set(decisions.map(({ district }) => district.unitId))].flatMap((unitId) => [
      ...dealt(
        chance.fork(unitId),
        decisions.filter(({ district }) => district.unitId === unitId),
        deckOf(unitId),
      ),
    ]),
  );

/** Chooses the orders that have no current plan on the measuring day, only among those whose plan was due before that day. */
const plansOf = (
  chance: Chance,
  decisions: readonly YearDecision[],
  task: ReadonlyMap<YearDecision, Contents['task']>,
): ReadonlyMap<YearDecision, Contents['plan']> => {
  const share = (count: number) => Math.round((count * decisions.length) / 118);
  const ordered = chance.shuffled(decisions.filter((decision) => task.get(decision) !== 'noOrder'));
  const early = ordered.filter(({ decidedOn }) => decidedOn <= TIME_FOR_MORE);
  const outgrown = early.splice(0, share(PLANS_OUTGROWN));
  const late = early.splice(0, share(PLANS_LATE));
  const never = [
    ...ordered.filter(({ decidedOn }) => decidedOn > TIME_FOR_MORE && decidedOn <= TIME_FOR_A_PLAN),
    ...early,
  ];
  return new Map([
    ...outgrown.map((decision) => [decision, 'outgrown'] as const),
    ...late.map((decision) => [decision, 'late'] as const),
    ...chance
      .shuffled(never)
      .slice(0, share(PLANS_NEVER))
      .map((decision) => [decision, 'never'] as const),
  ]);
};
