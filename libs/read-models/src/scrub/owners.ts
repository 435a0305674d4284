import { reviewOfStream } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { fileOfStream } from '@rt/files';
import { sql } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { ownerOf } from '../database/table';
import { isOfFiles, isOfReviews, type ReadModel } from '../read-model';
import type { Owner } from './check-owner';

/** The owners that the store knows, files before reviews, each sorted by id. */
export const ownersIn = async (store: EventStore): Promise<readonly Owner[]> => {
  const files: string[] = [];
  const reviews: string[] = [];
  for await (const { stream } of store.streams()) {
    const fileId = fileOfStream(stream);
    if (fileId !== undefined) files.push(fileId);
    const reviewId = reviewOfStream(stream);
    if (reviewId !== undefined) reviews.push(reviewId);
  }
  return [
    ...files.sort().map((id) => ({ of: 'files' as const, id })),
    ...reviews.sort().map((id) => ({ of: 'reviews' as const, id })),
  ];
};

/** The most owners without events that are looked at in one gap; what remains is found in the next pass. */
const strangersMax = 20;

/** Whose rows stand between two owners: rows of no file and no review of the store's list. Undefined bounds are the ends. */
export const strangersBetween = async (
  { reader }: ReadDatabase,
  models: readonly ReadModel[],
  of: Owner['of'],
  after: string | undefined,
  before: string | undefined,
): Promise<readonly Owner[]> => {
  const tables = models.filter(of === 'files' ? isOfFiles : isOfReviews).flatMap((model) => model.tables);
  const found = new Set<string>();
  for (const table of tables) {
    const owner = sql.ref(ownerOf(table));
    const { rows } = await sql<{
      readonly owner: unknown;
    }>`select distinct ${owner} as owner from ${sql.table(table.name)}
      where ${after === undefined ? sql`true` : sql`${owner} > ${after}`}
      and ${before === undefined ? sql`true` : sql`${owner} < ${before}`} order by ${owner} limit ${strangersMax}`.execute(
      reader,
    );
    for (const row of rows) if (typeof row.owner === 'string') found.add(row.owner);
  }
  return [...found].map((id) => ({ of, id, isStranger: true as const }));
};
