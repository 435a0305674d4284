import {
  addDays,
  daysBetween,
  on,
  type Act,
  type DecisionId,
  type LocalDate,
  type Outcome,
  type Sex,
} from '@rt/domain';
import type { Chance } from '../chance';
import {
  FARSTA,
  HAGERSTEN_ALVSJO,
  OSTERMALM,
  RINKEBY_KISTA,
  SKARHOLMEN,
  SODERMALM,
  type District,
} from '../city';
import { workdayBefore } from '../course/workday';

/** A decision of the year, before the rest of its file is made. */
export interface YearDecision {
  readonly decisionId: DecisionId;
  readonly district: District;
  readonly sex: Sex;
  readonly act: Act;
  readonly outcome: Outcome;
  readonly decidedOn: LocalDate;
  /** Hours a month; 0 for a rejection. */
  readonly granted: number;
}

/**
 * Whole numbers that agree with every published figure of the year: 504 approvals, 86 of them partial, and 18 rejections. `approvals` has women SoL,
 * women LSS, men SoL, men LSS. Source: årsrapport 2022, dnr SOF 2022/442. The notes in `ledsagning-2021.published.ts` explain how the published
 * shares are read.
 */
const YEAR: readonly {
  readonly district: District;
  readonly approvals: readonly [number, number, number, number];
  readonly partial: number;
  readonly rejections: number;
}[] = [
  { district: RINKEBY_KISTA, approvals: [24, 24, 24, 24], partial: 25, rejections: 3 },
  { district: SODERMALM, approvals: [24, 24, 24, 24], partial: 24, rejections: 2 },
  { district: SKARHOLMEN, approvals: [24, 24, 24, 23], partial: 21, rejections: 9 },
  { district: HAGERSTEN_ALVSJO, approvals: [23, 23, 23, 23], partial: 9, rejections: 2 },
  { district: FARSTA, approvals: [24, 24, 24, 24], partial: 7, rejections: 2 },
  { district: OSTERMALM, approvals: [3, 8, 8, 10], partial: 0, rejections: 0 },
];

const CELLS: readonly (readonly [Sex, Act])[] = [
  ['female', 'sol'],
  ['female', 'lss'],
  ['male', 'sol'],
  ['male', 'lss'],
];

/** The published mean of granted hours a month for partial rejections. */
const MEAN_HOURS_AT_PARTIAL: Readonly<Record<Act, number>> = { sol: 12, lss: 15 };

const FIRST = on('2021-01-07');
const LAST = on('2021-12-17');

/** The year's 522 decisions on ledsagning and ledsagarservice in the six districts. */
export const decisionsOf2021 = (chance: Chance): readonly YearDecision[] => {
  const outlined = YEAR.flatMap(({ district, approvals, partial, rejections }): Outlined[] => {
    const approved = chance.shuffled(
      CELLS.flatMap(([sex, act], cell) =>
        Array.from({ length: approvals[cell] as number }, () => ({ sex, act })),
      ),
    );
    const rejected = Array.from({ length: rejections }, () => {
      const [sex, act] = chance.pick(CELLS);
      return { sex, act };
    });
    return [
      ...approved.map((cell, at): Outlined => ({
        district,
        ...cell,
        outcome: at < partial ? 'partialRejection' : 'approval',
      })),
      ...rejected.map((cell): Outlined => ({ district, ...cell, outcome: 'rejection' })),
    ];
  });
  const hours = {
    sol: hoursWithMean(chance, MEAN_HOURS_AT_PARTIAL.sol, outlined.filter(isPartial('sol')).length),
    lss: hoursWithMean(chance, MEAN_HOURS_AT_PARTIAL.lss, outlined.filter(isPartial('lss')).length),
  };
  return chance.shuffled(
    outlined.map((decision): YearDecision => ({
      ...decision,
      decisionId: chance.uuid() as DecisionId,
      decidedOn: workdayBefore(addDays(FIRST, chance.whole(0, daysBetween(FIRST, LAST)))),
      granted: grantedHours(chance, decision, hours),
    })),
  );
};

type Outlined = Pick<YearDecision, 'district' | 'sex' | 'act' | 'outcome'>;

const isPartial =
  (which: Act) =>
  ({ act, outcome }: Outlined): boolean =>
    outcome === 'partialRejection' && act === which;

const grantedHours = (
  chance: Chance,
  { act, outcome }: Outlined,
  atPartial: Record<Act, number[]>,
): number => {
  if (outcome === 'rejection') return 0;
  if (outcome === 'partialRejection') return atPartial[act].pop() as number;
  return chance.whole(10, 30);
};

/** Random numbers whose mean is exactly `mean`: each pair lies evenly around it. */
const hoursWithMean = (chance: Chance, mean: number, count: number): number[] => {
  const pairs = Array.from({ length: Math.floor(count / 2) }, () => {
    const apart = chance.whole(0, 7);
    return [mean - apart, mean + apart];
  }).flat();
  return chance.shuffled(count % 2 === 0 ? pairs : [...pairs, mean]);
};
