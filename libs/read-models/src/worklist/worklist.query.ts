import type { FileId, LocalDate } from '@rt/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { EXPIRED_DAYS, HORIZON_DAYS, openExpiries, openFindings, type WorkQuestion } from './open-work';
import { expiryLine, findingLine, type WorklistLine } from './worklist-line';
import { SECTIONS, sectionOfExpiry, sectionOfFinding, type Section } from './sections';

export interface WorklistQuestion extends WorkQuestion {
  readonly section?: Section | readonly Section[];
  /** Lines at most; left out: all. */
  readonly limit?: number;
  /** `next` of the answer before, to the same question. */
  readonly cursor?: string;
}

export interface Worklist {
  readonly horizonDays: number;
  readonly expiredDays: number;
  /** How many lines there are in each section, whichever of them are shown. */
  readonly counts: Readonly<Record<Section, number>>;
  /** Section by section, in each by due day, those of one day by id. */
  readonly lines: readonly WorklistLine[];
  readonly next?: string;
}

/** What somebody, or a unit, has to do on a day, as it was by what is known now. */
export const worklistOn = async (db: ReadDatabase, question: WorklistQuestion): Promise<Worklist> => {
  const { horizonDays = HORIZON_DAYS, limit } = question;
  const counts = await countsOf(db, question);
  const found = [...(await findingLines(db, question)), ...(await expiryLines(db, question))].sort((a, b) =>
    compare(placeOf(a), placeOf(b)),
  );
  const lines = found.slice(0, limit);
  const last = lines.at(-1);
  return {
    horizonDays,
    expiredDays: EXPIRED_DAYS,
    counts,
    lines,
    ...(last && found.length > lines.length && { next: placeOf(last).join(' ') }),
  };
};

type Place = readonly [section: number, dueOn: LocalDate, id: string, fileId: FileId];

const placeOf = ({ section, dueOn, id, fileId }: WorklistLine): Place => [
  SECTIONS.indexOf(section),
  dueOn,
  id,
  fileId,
];

const compare = (a: Place, b: Place): number => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] as string) < (b[at] as string) ? -1 : 1;
};

const countsOf = async (
  db: ReadDatabase,
  question: WorkQuestion,
): Promise<Readonly<Record<Section, number>>> => {
  const { on } = question;
  const counted = [
    ...(await openFindings(db, question)
      .select(sectionOfFinding(on).as('section'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .groupBy('section')
      .execute()),
    ...(await openExpiries(db, question)
      .select(sectionOfExpiry(on).as('section'))
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .groupBy('section')
      .execute()),
  ];
  const counts = Object.fromEntries(SECTIONS.map((section) => [section, 0])) as Record<Section, number>;
  for (const { section, count } of counted) counts[SECTIONS[section] as Section] = Number(count);
  return counts;
};

/** What the order of the worklist is made of, in SQL of a table: section, due day, id, file. */
const orderOf = (section: RawBuilder<number>, dueOn: string, id: string): readonly RawBuilder<unknown>[] => [
  section,
  ...[dueOn, id, 'fileId'].map((column) => sql.ref(column)),
];

const FINDING_ORDER = (on: LocalDate) => orderOf(sectionOfFinding(on), 'dueOn', 'id');
const EXPIRY_ORDER = (on: LocalDate) => orderOf(sectionOfExpiry(on), 'lastDay', 'eventId');

/** The sections asked for, and what comes after the cursor. */
const isAskedFor = (
  order: readonly RawBuilder<unknown>[],
  { section, cursor }: WorklistQuestion,
): RawBuilder<SqlBool> => {
  const asked = [section ?? SECTIONS].flat().map((one) => SECTIONS.indexOf(one));
  const isIn = sql<SqlBool>`${order[0]} in (${sql.join(asked)})`;
  if (cursor === undefined) return isIn;
  const [place, ...rest] = cursor.split(' ');
  return sql<SqlBool>`${isIn} and (${sql.join(order)}) > (${sql.join([Number(place), ...rest])})`;
};

const findingLines = async (
  db: ReadDatabase,
  question: WorklistQuestion,
): Promise<readonly WorklistLine[]> => {
  const { on, limit } = question;
  const order = FINDING_ORDER(on);
  const rows = await openFindings(db, question)
    .selectAll('findings')
    .select(sectionOfFinding(on).as('section'))
    .where(isAskedFor(order, question))
    .orderBy(sql.join([...order]))
    // One more than the page tells that there are more.
    .$if(limit !== undefined, (query) => query.limit(Number(limit) + 1))
    .execute();
  return rows.map((row) => findingLine(row, on));
};

const expiryLines = async (
  db: ReadDatabase,
  question: WorklistQuestion,
): Promise<readonly WorklistLine[]> => {
  const { on, limit } = question;
  const order = EXPIRY_ORDER(on);
  const rows = await openExpiries(db, question)
    .selectAll('expiries')
    .select(sectionOfExpiry(on).as('section'))
    .where(isAskedFor(order, question))
    .orderBy(sql.join([...order]))
    // One more than the page tells that there are more.
    .$if(limit !== undefined, (query) => query.limit(Number(limit) + 1))
    .execute();
  return rows.map((row) => expiryLine(row, on));
};
