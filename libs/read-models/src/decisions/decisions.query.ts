import type { FileId, Population } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import { monthOf } from './month';

/**
 * The files with a decision about one of the population's measures in the months of its period. The caller reads the file to see if the decision belongs to the
 * population.
 */
export const filesWithDecisions = async (
  { reader }: ReadDatabase,
  { measures, decidedFrom, decidedTo }: Population,
): Promise<readonly FileId[]> => {
  const rows = await reader
    .selectFrom('decisions')
    .select('fileId')
    .distinct()
    .where('measure', 'in', measures)
    .where('decidedIn', '>=', monthOf(decidedFrom))
    .where('decidedIn', '<=', decidedTo)
    .execute();
  return rows.map(({ fileId }) => fileId);
};
