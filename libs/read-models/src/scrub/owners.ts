import type { EventStore } from '@rt/event-store';
import { fileOfStream } from '@rt/files';
import { sql } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { ownerOf } from '../database/table';
import { OTHER_KINDS, otherOwnerOf } from '../other-streams';
import { tablesOf, type ReadModel } from '../read-model';
import type { Owner } from './check-owner';

/** The kinds of owners, in the order of their names: a pass remembers its place as a text. */
export const OWNER_KINDS: readonly Owner['of'][] = ['files', ...OTHER_KINDS];

/** The owners that the store knows, files first, each kind sorted by id. */
export const ownersIn = async (store: EventStore): Promise<readonly Owner[]> => {
  const ids = new Map(OWNER_KINDS.map((of) => [of, [] as string[]]));
  for await (const { stream } of store.streams()) {
    const fileId = fileOfStream(stream);
    const owner = fileId === undefined ? otherOwnerOf(stream) : { of: 'files' as const, id: fileId };
    if (owner !== undefined) ids.get(owner.of)?.push(owner.id);
  }
  return OWNER_KINDS.flatMap((of) => (ids.get(of) ?? []).sort().map((id) => ({ of, id })));
};

/** The most owners without events that are looked at in one gap; what remains is found in the next pass. */
const strangersMax = 20;

/** Whose rows stand between two owners: rows of no file, review or unit of the store's list. Undefined bounds are the ends. */
export const strangersBetween = async (
  { reader }: ReadDatabase,
  models: readonly ReadModel[],
  of: Owner['of'],
  after: string | undefined,
  before: string | undefined,
): Promise<readonly Owner[]> => {
  const tables = tablesOf(models, of);
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
