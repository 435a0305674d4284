import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  BEGINNING_OF_TIME,
  END_OF_TIME,
  exampleId,
  on,
  type LocalDate,
  type UnitId,
  type UserId,
} from '@rt/domain';
import {
  casesOn,
  openByRule,
  unitStatusOn,
  unitTrendOn,
  worklistOn,
  type ReadDatabase,
} from '@rt/read-models';
import {
  isGapStatus,
  isOpenStatus,
  listedStatusOn,
  OPEN_STATUSES,
  openUntil,
  SHOWN_STATUSES,
  statusOn,
  type Finding,
  type ListedStatus,
  type OpenStatus,
  type ShownStatus,
} from '@rt/rules';
import { isOverdue, type SampledCase } from '../../libs/inspection/src/sampled-case';
import { casesTable, type CaseRow } from '../../libs/read-models/src/case-overview/case-overview.table';
import { openReadDatabase } from '@rt/read-models/sqlite';
import { createBeside, putInPlace } from '../../libs/read-models/src/database/tables.sql';
import { findingsQuery } from '../../libs/read-models/src/findings/findings.query';
import { findingsTable, type FindingRow } from '../../libs/read-models/src/findings/findings.table';
import { ALL_MODELS } from '../../libs/read-models/src/models';
import { newsIn } from '../../libs/read-models/src/notices/notice-kinds';
import { fileAt } from '@rt/domain';
import { FILE_ID, type Concept } from './concept';

const RULE = 'order-unspecific';
const CASE = exampleId('case');
const UNIT = 'norr' as UnitId;
/** The file has one holder on every day. */
const HOLDER = {
  unitId: UNIT,
  workerId: 'anna' as UserId,
  heldFrom: BEGINNING_OF_TIME,
  heldUntil: END_OF_TIME,
};

type Shape = Pick<Finding, 'kind' | 'arisesOn' | 'dueOn'> &
  Partial<Pick<Finding, 'fulfilledOn' | 'voidedOn' | 'explainedOn' | 'acknowledgedOn' | 'acknowledgedUntil'>>;

const day = fc.nat({ max: 5 }).map((days) => addDays(on('2026-02-26'), days));

/** Every shape that an obligation can have, including shapes that no rule makes. */
const shape: fc.Arbitrary<Shape> = fc.record(
  {
    kind: fc.constantFrom<Finding['kind'][]>('deadline', 'violation', 'quality'),
    arisesOn: day,
    dueOn: day,
    fulfilledOn: day,
    voidedOn: day,
    explainedOn: day,
    acknowledgedOn: day,
    acknowledgedUntil: day,
  },
  { requiredKeys: ['kind', 'arisesOn', 'dueOn'] },
);
const shapes = fc.array(shape, { minLength: 10, maxLength: 30 });

const findingOf = (said: Shape, number: number): Finding => ({
  ...said,
  id: `finding-${String(number).padStart(3, '0')}`,
  subject: 'order',
  trigger: exampleId('order') as never,
  caseId: CASE,
  inputs: { taskSpecified: false, purposeStated: false, goalsStated: false },
  evidence: [],
  rule: RULE,
  ruleVersion: 1,
  severity: 'high',
});

const NO_KEYS = { textSeal: async () => undefined };

const rowOf = ({ inputs: _, acknowledgedBefore: _before, ...finding }: Finding): FindingRow => ({
  ...finding,
  fileId: FILE_ID,
  step: 'order',
  caseId: CASE,
  ...HOLDER,
  fulfilledOn: finding.fulfilledOn ?? null,
  voidedOn: finding.voidedOn ?? null,
  explainedOn: finding.explainedOn ?? null,
  acknowledgedOn: finding.acknowledgedOn ?? null,
  acknowledgedUntil: finding.acknowledgedUntil ?? null,
  remindedOn: null,
  returnedOn: null,
  openUntil: openUntil(finding),
  caseClosedFrom: null,
  lineOf: null,
  ownLineFrom: null,
  numbers: '{}',
  evidence: '[]',
});

const theCase = {
  fileId: FILE_ID,
  caseId: CASE,
  ...HOLDER,
  measure: 'ledsagning',
  state: 'ordered',
  stateOn: on('2026-01-01'),
  openedOn: on('2026-01-01'),
} as CaseRow;

/** Runs `work` on a read database with one case, for whose findings the test calls `replaceFindings`. */
const withFindings = async (work: (db: ReadDatabase) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'concepts-'));
  const db = await openReadDatabase(join(folder, 'read-models.sqlite'));
  try {
    await db.writer.transaction().execute(async (trx) => {
      for (const table of ALL_MODELS.flatMap(({ tables }) => tables)) {
        await createBeside(trx, table);
        await putInPlace(trx, table);
      }
      await trx
        .insertInto(casesTable.name as 'cases')
        .values(theCase)
        .execute();
    });
    await work(db);
  } finally {
    await db.close();
    rmSync(folder, { recursive: true });
  }
};

const replaceFindings = async ({ writer }: ReadDatabase, findings: readonly Finding[]): Promise<void> => {
  await writer.deleteFrom(findingsTable.name as 'findings').execute();
  await writer.insertInto('findings').values(findings.map(rowOf)).execute();
};

/** How many of the findings have each status, counted with `statusOn`. */
const counted = (findings: readonly Finding[], on: LocalDate) => {
  const count = (status: ListedStatus) => findings.filter((one) => listedStatusOn(one, on) === status).length;
  const acknowledged = count('acknowledged');
  const of = <S extends ShownStatus>(statuses: readonly S[]) =>
    Object.fromEntries(statuses.map((status) => [status, count(status)])) as Record<S, number>;
  return { shown: of(SHOWN_STATUSES), open: of(OPEN_STATUSES), acknowledged };
};

/** Runs `ask` on the database for generated findings and a day. `ask` compares the answer of the database with that of the function. */
const inSql = (
  ask: (db: ReadDatabase, findings: readonly Finding[], on: LocalDate) => Promise<void>,
): Promise<void> =>
  withFindings((db) =>
    fc.assert(
      fc.asyncProperty(shapes, day, async (said, on) => {
        const findings = said.map(findingOf);
        await replaceFindings(db, findings);
        await ask(db, findings, on);
      }),
      { numRuns: 60 },
    ),
  );

export const status: Concept = {
  question: 'Is something that a rule asks for open on a day, is it overdue, is it settled?',
  answeredBy: [statusOn, openUntil],
  properties: {
    'it is open from the day it arises until it is settled, and never again': () =>
      fc.assert(
        fc.property(shape, day, (said, on) => {
          const isOpen = isOpenStatus(statusOn(findingOf(said, 0), on));
          expect(isOpen).toBe(said.arisesOn <= on && on < openUntil(said));
        }),
      ),
    'a violation alone is explained, and is never overdue': () =>
      fc.assert(
        fc.property(shape, day, (said, on) => {
          const found = statusOn(findingOf(said, 0), on);
          if (said.kind === 'violation') expect(['pending', 'overdue']).not.toContain(found);
          else expect(['violation', 'explained']).not.toContain(found);
        }),
      ),
    'the list of findings says it of each': () =>
      inSql(async (db, findings, on) => {
        // Compares rows, not texts, because rules have no texts for shapes that no rule makes.
        const listed = await findingsQuery(db, { on, heldOn: on }).execute();
        const said = listed.map(({ id, status: read }) => `${id} ${read}`).sort();
        expect(said).toEqual(
          findings.flatMap((one) =>
            statusOn(one, on) === 'notYet' ? [] : [`${one.id} ${listedStatusOn(one, on)}`],
          ),
        );
        const { shown, acknowledged } = counted(findings, on);
        for (const [asked, count] of Object.entries({ ...shown, acknowledged }))
          expect(
            (await findingsQuery(db, { on, heldOn: on, status: asked as ListedStatus }).execute()).length,
          ).toBe(count);
      }),
    'the status of a unit counts the same': () =>
      inSql(async (db, findings, on) => {
        const { shown, acknowledged } = counted(findings, on);
        const some = [...Object.values(shown), acknowledged].some((count) => count > 0);
        expect(await unitStatusOn(db, { unit: UNIT, heldOn: on, on })).toMatchObject(
          some ? [{ rule: RULE, workerId: 'anna', counts: shown, acknowledged }] : [],
        );
      }),
    'the trend of a unit counts the same': () =>
      inSql(async (db, findings, on) => {
        const days = [on, addMonths(on, 1)];
        for (const { on: each, rows } of await unitTrendOn(db, { unit: UNIT, heldOn: on, days })) {
          const { open, acknowledged } = counted(findings, each);
          const some = [...Object.values(open), acknowledged].some((count) => count > 0);
          expect(rows).toMatchObject(some ? [{ ...open, acknowledged }] : []);
        }
      }),
    'the list of cases counts the same': () =>
      inSql(async (db, findings, on) => {
        const { cases } = await casesOn(db, { on, heldOn: on });
        expect(cases).toMatchObject([{ open: counted(findings, on).open }]);
      }),
    'the figures of the house count the same': () =>
      inSql(async (db, findings, on) => {
        const { open, acknowledged } = counted(findings, on);
        const rows = (await openByRule(db, on)).map(({ status: of, count }) => [of, count] as const);
        const some = Object.entries({ ...open, acknowledged }).filter(([, count]) => count > 0);
        expect(rows).toEqual(some.sort(([a], [b]) => (a < b ? -1 : 1)));
      }),
    'the worklist holds what is open, the overdue among the overdue, and the acknowledged by itself': () =>
      inSql(async (db, findings, on) => {
        const { open, acknowledged } = counted(findings, on);
        const all = await worklistOn({ db, store: NO_KEYS }, { on, heldOn: on, section: [] });
        expect(all.counts.acknowledged).toBe(acknowledged);
        const { counts } = await worklistOn({ db, store: NO_KEYS }, { on, heldOn: on, section: [] });
        const { overdue, violations: violation, today, thisWeek, later } = counts;
        expect({ overdue, violation, pending: today + thisWeek + later }).toEqual(
          open satisfies Record<OpenStatus, number>,
        );
      }),
    'the notices of a gap end with it': () =>
      fc.assert(
        fc.property(shape, day, ({ acknowledgedOn: _, acknowledgedUntil: __, ...said }, on) => {
          const finding = findingOf(said, 0);
          const gaps = newsIn(fileAt([]), [finding]).filter(({ kind }) => kind !== 'deadlineNear');
          const told = gaps.some(({ from, until }) => from <= on && (until === undefined || on < until));
          expect(told).toBe(isGapStatus(statusOn(finding, on)));
        }),
      ),
    'the indicators of a review ask the same': () =>
      fc.assert(
        fc.property(shape, day, (said, on) => {
          const finding = findingOf(said, 0);
          const sampled = { findings: [finding] as readonly Finding[] } as SampledCase;
          expect(isOverdue(sampled, RULE, ['order'], on)).toBe(statusOn(finding, on) === 'overdue');
        }),
      ),
  },
};
