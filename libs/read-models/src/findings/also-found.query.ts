import { shape, type FileId, type LocalDate, type ShapedFields } from '@rt/domain';
import { titleOf, type Inputs } from '@rt/rules';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { isHeldOn } from '../holders/held-by.sql';

const ALSO = { id: shape.text(), rule: shape.text(), title: shape.inBoth() };
type AlsoFound = ShapedFields<typeof ALSO>;

/** The field with which a line about a contact names the other rules that found the contact. */
export const ALSO_FOUND = {
  alsoFound: shape.described(
    shape.listOf(shape.fields(ALSO)),
    'The findings of other rules about the same contact: they have no lines of their own while they have the same status',
  ),
};

/** True if the finding has a line of its own on the day. Valid only for findings that have arisen. */
export const hasOwnLine = (on: LocalDate): RawBuilder<SqlBool> =>
  sql<SqlBool>`coalesce(${sql.ref('ownLineFrom')} <= ${on}, true)`;

interface Line {
  readonly fileId: FileId;
  readonly id: string;
  readonly step: string;
}

/** Reads the findings that stand in the lines of others. Costs a query only where a line is about a contact. */
export const alsoFoundBy = async (
  db: ReadDatabase,
  lines: readonly Line[],
  { on, heldOn }: { readonly on: LocalDate; readonly heldOn: LocalDate },
): Promise<(line: Pick<Line, 'fileId' | 'id'>) => readonly AlsoFound[]> => {
  const files = [...new Set(lines.filter(({ step }) => step === 'contact').map(({ fileId }) => fileId))];
  const rows = files.length === 0 ? [] : await sharedQuery(db, files, { on, heldOn }).execute();
  const byLine = Map.groupBy(rows, ({ fileId, lineOf }) => `${fileId} ${lineOf}`);
  return ({ fileId, id }) =>
    db.madeOfRows(() =>
      (byLine.get(`${fileId} ${id}`) ?? []).map((row) => ({
        id: row.id,
        rule: row.rule,
        title: titleOf({ ...row, inputs: JSON.parse(row.numbers) as Inputs }),
      })),
    );
};

const sharedQuery = (
  { reader }: ReadDatabase,
  files: readonly FileId[],
  { on, heldOn }: { readonly on: LocalDate; readonly heldOn: LocalDate },
) =>
  reader
    .selectFrom('findings')
    .select(['fileId', 'id', 'rule', 'ruleVersion', 'numbers', 'lineOf'])
    .where('fileId', 'in', files)
    .where('ownLineFrom', '>', on)
    .where(isHeldOn(heldOn))
    .orderBy('id');
