import type { UnitId, UserId } from '@rt/domain';
import type { Granted, User } from '@rt/identity';
import type { FileHolder, NoticeReach, NoticeRow } from '@rt/read-models';

/** Whose notices are somebody's: those of a case worker's own files, those of a manager's unit. */
export const noticeReachOf = (user: User, reach: Granted['reach']): NoticeReach | undefined => {
  switch (reach) {
    case 'own':
      return { worker: user.userId as UserId };
    case 'unit':
      return { unit: user.unitId as UnitId };
    case 'sample':
    case 'board':
    case 'city':
    case 'file':
      return undefined;
  }
};

/** Whether a notice, in a file with this holder, is among them. */
export const isWithin = (
  { workerId }: Pick<NoticeRow, 'workerId'>,
  { substituteIds, unitId }: FileHolder,
  reach: NoticeReach,
): boolean =>
  'unit' in reach ? unitId === reach.unit : workerId === reach.worker || substituteIds.includes(reach.worker);
