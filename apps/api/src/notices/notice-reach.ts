import type { UnitId, UserId } from '@rt/domain';
import type { Granted, User } from '@rt/identity';
import type { FileHolder, NoticeReach, NoticeRow } from '@rt/read-models';

/** The notices that are for a user: a case worker gets those of the own files, a manager those of the unit. */
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

/** True if a notice in a file with this holder is within the reach. */
export const isWithin = (
  { workerId }: Pick<NoticeRow, 'workerId'>,
  { substituteIds, unitId }: FileHolder,
  reach: NoticeReach,
): boolean =>
  'unit' in reach ? unitId === reach.unit : workerId === reach.worker || substituteIds.includes(reach.worker);
