import { demoAbsences, type ScriptedAbsence } from './absences';
import { on, type LocalDate } from '@rt/domain';
import { Chance } from './chance';
import { livingFiles, type LivingFile } from './living/files';
import { People } from './people/people';
import type { FileScript } from './script';
import { filesOf2021 } from './year-2021/files';

/** Synthetic personal files: everything that is recorded before the day. The events themselves do not show why a file was made as it is. */
export interface Demo {
  readonly seed: string;
  readonly day: LocalDate;
  /** The 522 files of the reviewed year. */
  readonly year2021: readonly FileScript[];
  /** Files with ongoing handling. */
  readonly living: readonly LivingFile[];
  /** Who is away on the day. */
  readonly absences: readonly ScriptedAbsence[];
}

export const DEMO_SEED = 'roda-traden';

/** The two years of the living files must not overlap the reviewed year. */
const EARLIEST_DAY = on('2024-06-01');

/**
 * Makes the demo of a seed and a day. The same seed and day give the same demo on every machine.
 * @throws RangeError if the day is before 2024-06-01
 */
export const makeDemo = ({
  seed = DEMO_SEED,
  day,
}: {
  readonly seed?: string;
  readonly day: LocalDate;
}): Demo => {
  if (day < EARLIEST_DAY) throw new RangeError(`the demo's day is ${EARLIEST_DAY} or later`);
  const chance = new Chance(seed);
  const people = new People();
  return {
    seed,
    day,
    year2021: filesOf2021(chance.fork('2021'), people),
    living: livingFiles(chance.fork('living'), people, day),
    absences: demoAbsences(day),
  };
};

/** The scripts of all files of the demo. */
export const scriptsOf = ({ year2021, living }: Demo): readonly FileScript[] => [
  ...year2021,
  ...living.map(({ script }) => script),
];
