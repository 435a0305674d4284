import type { ReadDatabase } from '../database/read-database';

/** How far the present pass of the scrub is. */
export interface ScrubPassRow {
  readonly name: string;
  readonly begunAt: string;
  /** The last file or review that was looked at; null: none yet. */
  readonly place: string | null;
}

const name = 'scrub';

export const readPass = ({ reader }: ReadDatabase): Promise<ScrubPassRow | undefined> =>
  reader.selectFrom('scrubPasses').selectAll().where('name', '=', name).executeTakeFirst();

export const writePass = async (
  { writer }: ReadDatabase,
  pass: Omit<ScrubPassRow, 'name'>,
): Promise<void> => {
  await writer
    .insertInto('scrubPasses')
    .values({ name, ...pass })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(pass))
    .execute();
};
