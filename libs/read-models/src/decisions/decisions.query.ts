import type { FileId, Population } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';

/** The files with a decision about a measure of the population, made in its time. Whether the decision is in the population is read in the file. */
export const filesWithDecisions = async (
  { reader }: ReadDatabase,
  { measures, decidedFrom, decidedTo }: Population,
): Promise<readonly FileId[]> => {
  const rows = await reader
    .selectFrom('decisions')
    .select('fileId')
    .distinct()
    .where('measure', 'in', measures)
    .where('decidedOn', '>=', decidedFrom)
    .where('decidedOn', '<=', decidedTo)
    .execute();
  return rows.map(({ fileId }) => fileId);
};
