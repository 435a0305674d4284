import { absencesOf } from '@rt/domain';
import type { UnitModel } from '../read-model';
import { absencesTable } from './absences.table';

/** Who is absent when, and who stands in. No row of a file depends on it: every question about files joins the absences of its day. */
export const absences: UnitModel = {
  of: 'units',
  name: 'absences',
  version: '1',
  tables: [absencesTable],
  rowsOf: ({ id: unitId, recorded }, emit) => {
    for (const absence of absencesOf(recorded)) emit(absencesTable, { unitId, ...absence });
  },
};
