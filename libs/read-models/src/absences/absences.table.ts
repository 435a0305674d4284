import type { EventId, UnitId, UserId } from '@rt/domain';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';

/** The periods in which case workers are absent, with their stand-ins: `Absence` of the domain. */
export const absencesTable = table(
  'absences',
  {
    unitId: c.id<UnitId>(),
    absenceId: c.uuid<EventId>(),
    userId: c.id<UserId>(),
    substituteId: c.id<UserId>(),
    firstDay: c.day(),
    lastDay: c.day(),
  },
  {
    owner: 'unitId',
    key: ['absenceId', 'firstDay'],
    // Questions are about today and later, so absences that are over cost nothing.
    indexes: [{ name: 'byLastDay', columns: ['lastDay', 'firstDay', 'userId', 'substituteId', 'absenceId'] }],
  },
);
export type AbsenceRow = RowOf<typeof absencesTable>;
