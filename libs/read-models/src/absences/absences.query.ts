import { END_OF_TIME, shape, type Absence, type LocalDate, type Shaped, type UnitId } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import { shapesOf } from '../database/table';
import { absencesTable } from './absences.table';

const columns = ['absenceId', 'userId', 'substituteId', 'firstDay', 'lastDay'] as const;

/** The absences of a day, in all units: a stand-in may work in another unit of the board. There are few on one day. */
export const absencesOn = async ({ reader }: ReadDatabase, day: LocalDate): Promise<readonly Absence[]> =>
  reader
    .selectFrom('absences')
    .select(columns)
    .where('lastDay', '>=', day)
    .where('firstDay', '<=', day)
    .execute();

/** An absence in an answer. `lastDay` is null until further notice. */
export const absenceOn = shape.fields({
  ...shape.omit(shapesOf(absencesTable), 'unitId', 'lastDay'),
  lastDay: shape.described(shape.orNull(shape.day()), 'Null: until further notice'),
});

/** The absences of a unit that are not over on a day, the first to begin first. */
export const absencesOfUnit = async (
  { reader }: ReadDatabase,
  unitId: UnitId,
  day: LocalDate,
): Promise<readonly Shaped<typeof absenceOn>[]> => {
  const rows = await reader
    .selectFrom('absences')
    .select(columns)
    .where('unitId', '=', unitId)
    .where('lastDay', '>=', day)
    .orderBy('firstDay')
    .orderBy('absenceId')
    .execute();
  return rows.map((row) => ({ ...row, lastDay: row.lastDay === END_OF_TIME ? null : row.lastDay }));
};
