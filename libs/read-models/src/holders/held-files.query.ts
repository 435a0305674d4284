import type { UnitId, UserId } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';

/** True if the unit, or the user, has or has had a file. Then the id is one of the municipality, also when its directory no longer has it. */
export const hasHeldFiles = async (
  { reader }: ReadDatabase,
  who: { readonly unit: UnitId } | { readonly worker: UserId },
): Promise<boolean> => {
  const periods = reader.selectFrom('fileHolders').select('ordinal').limit(1);
  const found =
    'unit' in who ? periods.where('unitId', '=', who.unit) : periods.where('userId', '=', who.worker);
  return (await found.executeTakeFirst()) !== undefined;
};
