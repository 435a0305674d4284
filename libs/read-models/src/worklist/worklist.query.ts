import type { EventId, FileId, LocalDate, Text } from '@rt/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import type { SealedRows } from '../database/sealed-rows';
import { threadsOfCases } from '../case-threads/case-threads.query';
import { marksOfLines } from '../decisions/decision-marks.query';
import { alsoFoundBy } from '../findings/also-found.query';
import { describing } from '../findings/finding-facts';
import { withSubstitution } from '../holders/held-by.sql';
import { summaryOf, toDoCount } from './day-summary';
import { HORIZON_DAYS, openExpiries, openFindings, type WorkQuestion } from './open-work';
import {
  EXPIRED_DAYS,
  EXPIRY_SECTIONS,
  FINDING_SECTIONS,
  isInSection,
  isOfExpiries,
  SECTIONS,
  type ExpirySection,
  type FindingSection,
  type Section,
} from './sections';
import { expiryLine, findingLine, type LineOfRow, type WorklistLine } from './worklist-line';

export interface WorklistQuestion extends WorkQuestion {
  readonly section?: Section | readonly Section[];
  /** The most lines to return; default: all. */
  readonly limit?: number;
  /** `next` of the previous answer to the same question. */
  readonly cursor?: string;
}

export interface Worklist {
  readonly horizonDays: number;
  readonly expiredDays: number;
  /** The number of all matching lines in each section, not only of those returned. */
  readonly counts: Readonly<Record<Section, number>>;
  /** What is to be done today or this week: how many lines, and a sentence about them. */
  readonly toDo: { readonly count: number; readonly text: Text };
  /** Section by section; within a section by due day, then by id. */
  readonly lines: readonly WorklistLine[];
  readonly next?: string;
}

/** The work of a case worker or a unit on a day, according to what is known now. */
export const worklistOn = async (ports: SealedRows, asking: WorklistQuestion): Promise<Worklist> => {
  const { db } = ports;
  const question = await withSubstitution(db, asking);
  const { horizonDays = HORIZON_DAYS, limit } = question;
  const counts = await countsOf(db, question);
  const found = await linesOf(ports, question, counts);
  const lines = found.slice(0, limit);
  const threadOf = await threadsOfCases(db, lines, question.on);
  const marksOf = await marksOfLines(db, lines, question.on);
  const alsoFound = await alsoFoundBy(db, lines, question);
  const last = lines.at(-1);
  return {
    horizonDays,
    expiredDays: EXPIRED_DAYS,
    counts,
    toDo: { count: toDoCount(counts), text: summaryOf(counts) },
    lines: lines.map((line) => ({
      ...line,
      thread: threadOf(line),
      marks: marksOf(line),
      alsoFound: alsoFound(line),
    })),
    ...(last && found.length > lines.length && { next: sortKeyOf(last).join(' ') }),
  };
};

type Counts = Worklist['counts'];

const countsOf = async (db: ReadDatabase, question: WorkQuestion): Promise<Counts> => {
  const ofFindings = await openFindings(db, question)
    .select(counting(FINDING_SECTIONS, question))
    .executeTakeFirstOrThrow();
  const ofExpiries = await openExpiries(db, question)
    .select(counting(EXPIRY_SECTIONS, question))
    .executeTakeFirstOrThrow();
  return { ...ofFindings, ...ofExpiries };
};

/** Counts the rows of several sections in one scan. */
const counting = <S extends Section>(sections: readonly S[], question: WorkQuestion) =>
  sections.map((section) =>
    sql<number>`count(case when ${inSection(section, question)} then 1 end)`.as(section),
  );

const inSection = (section: Section, { on, horizonDays = HORIZON_DAYS }: WorkQuestion): RawBuilder<SqlBool> =>
  isInSection(section, { on, horizonDays });

/** The place of a line within its section. */
type Place = readonly [dueOn: LocalDate, id: string, fileId: FileId];

const sortKeyOf = ({ section, dueOn, id, fileId }: LineOfRow): readonly [number, ...Place] => [
  SECTIONS.indexOf(section),
  dueOn,
  id,
  fileId,
];

/**
 * Reads the lines of a page, section by section, and one more line if there are more. Within a section the order is that of the unit's index, so a
 * page reads little more than it shows.
 */
const linesOf = async (
  ports: SealedRows,
  question: WorklistQuestion,
  counts: Counts,
): Promise<readonly LineOfRow[]> => {
  const { section: asked = SECTIONS, cursor, limit } = question;
  const [first = '0', ...place] = cursor?.split(' ') ?? [];
  const lines: LineOfRow[] = [];
  for (const [index, section] of SECTIONS.entries()) {
    if (index < Number(first) || counts[section] === 0 || ![asked].flat().includes(section)) continue;
    const page: Page = {
      ...(cursor !== undefined && index === Number(first) && { after: place as unknown as Place }),
      ...(limit !== undefined && { rows: limit + 1 - lines.length }),
    };
    if (page.rows === 0) break;
    lines.push(
      ...(isOfExpiries(section)
        ? await expiriesIn(ports.db, question, section, page)
        : await findingsIn(ports, question, section, page)),
    );
  }
  return lines;
};

interface Page {
  readonly after?: Place;
  /** Default: all. */
  readonly rows?: number;
}

const findingsIn = async (
  ports: SealedRows,
  question: WorkQuestion,
  section: FindingSection,
  page: Page,
): Promise<readonly LineOfRow[]> => {
  const { db } = ports;
  const upTo = await lastDayOfPage(db, question, section, page);
  const rows = await sectionQuery(db, question, section, { ...page, ...(upTo && { upTo }) }).execute();
  const describe = await describing(ports, rows);
  return db.madeOfRows(() => rows.map((row) => findingLine(section, row, question.on, describe)));
};

/** The due day of the last row of a page; undefined: unknown, or the page is not full. */
const lastDayOfPage = async (
  db: ReadDatabase,
  question: WorkQuestion,
  section: FindingSection,
  page: Page,
): Promise<LocalDate | undefined> => {
  if (question.worker === undefined || page.rows === undefined) return undefined;
  const row = await lastDayQuery(db, question, section, { ...page, rows: page.rows }).executeTakeFirst();
  return row?.dueOn;
};

/**
 * An index alone answers this. It does not sort a case worker's open findings by due day, so without the day all of them would be read from the table.
 */
export const lastDayQuery = (
  db: ReadDatabase,
  question: WorkQuestion,
  section: FindingSection,
  { after, rows }: Page & { readonly rows: number },
) => {
  let query = openFindings(db, question).select('dueOn').where(inSection(section, question));
  // Rows of the cursor's own day may come before the cursor, so they do not count.
  if (after) query = query.where('dueOn', '>', after[0]);
  return query
    .orderBy('dueOn')
    .limit(1)
    .offset(rows - 1);
};

export const sectionQuery = (
  db: ReadDatabase,
  question: WorkQuestion,
  section: FindingSection,
  { after, rows, upTo }: Page & { readonly upTo?: LocalDate },
) => {
  let query = openFindings(db, question).selectAll('findings').where(inSection(section, question));
  if (upTo !== undefined) query = query.where('dueOn', '<=', upTo);
  if (after) query = query.where((eb) => eb(eb.refTuple('dueOn', 'id', 'fileId'), '>', eb.tuple(...after)));
  if (rows !== undefined) query = query.limit(rows);
  return query.orderBy('dueOn').orderBy('id').orderBy('fileId');
};

const expiriesIn = async (
  db: ReadDatabase,
  question: WorkQuestion,
  section: ExpirySection,
  { after, rows }: Page,
): Promise<readonly LineOfRow[]> => {
  let query = openExpiries(db, question).selectAll('expiries').where(inSection(section, question));
  if (after)
    query = query.where((eb) =>
      eb(eb.refTuple('lastDay', 'eventId', 'fileId'), '>', eb.tuple(after[0], after[1] as EventId, after[2])),
    );
  if (rows !== undefined) query = query.limit(rows);
  const found = await query.orderBy('lastDay').orderBy('eventId').orderBy('fileId').execute();
  return found.map((row) => expiryLine(section, row, question.on));
};
