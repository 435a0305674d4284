import type { UnitId, UserId } from '@rt/domain';
import { hasHeldFiles } from '@rt/read-models';
import type { Reading } from './house';

interface Place {
  readonly unit?: string;
  readonly worker?: string;
}

/**
 * A unit and a case worker as the access log has them. Any word may be asked for; only an id that the municipality has, or has had, may stand in the
 * log, so that it holds no free text.
 */
export const loggedPlace = async (
  { db, directory }: Pick<Reading, 'db' | 'directory'>,
  { unit, worker }: Place,
): Promise<Place> => ({
  ...(unit !== undefined && { unit: (await hasHeldFiles(db, { unit: unit as UnitId })) ? unit : UNKNOWN }),
  ...(worker !== undefined && {
    worker:
      (await directory.find(worker)) !== undefined || (await hasHeldFiles(db, { worker: worker as UserId }))
        ? worker
        : UNKNOWN,
  }),
});

const UNKNOWN = '?';
