import type { UnitId, UserId } from '@rt/domain';
import type { Granted, User } from '@rt/identity';

interface Place {
  readonly unit?: UnitId;
  readonly worker?: UserId;
}

/**
 * Narrows a question about findings to the user's reach: a case worker's own files, a manager's unit, an inspector's sample. Undefined if the
 * question goes beyond it.
 */
export const withinReach = (
  user: User,
  reach: Granted['reach'],
  { unit, worker }: Place,
): (Place & { readonly sample?: true }) | undefined => {
  switch (reach) {
    case 'own': {
      const own = user.userId as UserId;
      return worker === undefined || worker === own ? narrowedTo(unit, own) : undefined;
    }
    case 'unit': {
      const own = user.unitId as UnitId;
      return unit === undefined || unit === own ? narrowedTo(own, worker) : undefined;
    }
    case 'sample':
      return { ...narrowedTo(unit, worker), sample: true };
    // No role may list the findings of a whole board or of the city.
    case 'board':
    case 'city':
    case 'file':
      return undefined;
  }
};

const narrowedTo = (unit: UnitId | undefined, worker: UserId | undefined): Place => ({
  ...(unit !== undefined && { unit }),
  ...(worker !== undefined && { worker }),
});
