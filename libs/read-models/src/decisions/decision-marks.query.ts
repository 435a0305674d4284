import {
  MARK_KINDS,
  shape,
  textOfMark,
  type CodedMark,
  type DecisionId,
  type FileId,
  type LocalDate,
  type ShapedFields,
} from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';

const MARK = { kind: shape.oneOf(MARK_KINDS), on: shape.day(), text: shape.inBoth() };
type ShownMark = ShapedFields<typeof MARK>;

/** The field with which a line about a decision shows the marks of the decision. */
export const MARKS_OF_DECISION = {
  marks: shape.described(
    shape.listOf(shape.fields(MARK)),
    'Of a line about a decision: corrected after it was sent, a court’s, or an entry about it retracted, with why; by day',
  ),
};

interface Line {
  readonly fileId: FileId;
  /** The id of what the line is about: often no decision. */
  readonly subject: string;
}

/** Reads the marks of the decisions that some lines are about. @returns the marks of a line on the day */
export const marksOfLines = async (
  db: ReadDatabase,
  lines: readonly Line[],
  on: LocalDate,
): Promise<(line: Line) => readonly ShownMark[]> => {
  const subjects = [...new Set(lines.map(({ subject }) => subject as DecisionId))];
  const rows = subjects.length === 0 ? [] : await marksQuery(db, subjects, on).execute();
  const byLine = Map.groupBy(rows, ({ fileId, decisionId }) => keyOf({ fileId, subject: decisionId }));
  return (line) =>
    (byLine.get(keyOf(line)) ?? []).map(({ kind, markedOn, detail }) => ({
      kind,
      on: markedOn,
      text: textOfMark(kind, detail),
    }));
};

/** The same marks, of a file that was replayed. */
export const marksOfSubject = (marks: readonly CodedMark[], subject: string): readonly ShownMark[] =>
  marks
    .filter(({ decisionId }) => decisionId === subject)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ kind, on, detail }) => ({ kind, on, text: textOfMark(kind, detail) }));

export const marksQuery = ({ reader }: ReadDatabase, decisions: readonly DecisionId[], on: LocalDate) =>
  reader
    .selectFrom('decisionMarks')
    .select(['fileId', 'decisionId', 'kind', 'markedOn', 'detail'])
    .where('decisionId', 'in', decisions)
    .where('markedOn', '<=', on)
    .orderBy('decisionId')
    .orderBy('markedOn')
    .orderBy('kind');

const keyOf = ({ fileId, subject }: Line): string => `${fileId} ${subject}`;
