import { createHash, createHmac, createSecretKey, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { on } from '@rt/domain';
import {
  DEMO_REVIEW,
  DemoClock,
  demoDrawValues,
  drawDemoReview,
  makeDemo,
  writeDemo,
  type Demo,
  type DemoWritten,
} from '@rt/demo';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import { FileRepository, RulesetRepository, UnitRepository } from '@rt/files';
import { Handling, HandlingModule } from '@rt/handling';
import {
  ComputeIndicators,
  draw,
  InspectionModule,
  reviewDefinition,
  type ComputedIndicators,
} from '@rt/inspection';
import { gatherDecisions, gatherEvidence } from '../../libs/inspection/src/evidence';
import { withCurrentInvestigation } from '../../libs/inspection/src/indicators/case.conditions';
import { frameOf } from '../../libs/inspection/src/population';
import { demoUsers } from '@rt/identity/demo-directory';
import { catchUp, type ReadDatabase } from '@rt/read-models';
import { openReadDatabase } from '@rt/read-models/sqlite';

const DAY = on('2026-03-02');
const key = createSecretKey(Buffer.alloc(32, 7));

describe('the demo, through the same handlers as a user', () => {
  let folder: string;
  let store: SqliteEventStore;
  let db: ReadDatabase;
  let handling: Handling;
  let files: FileRepository;
  let rows: ReadonlyMap<string, ComputedIndicators['rows'][number]>;
  let written: DemoWritten;
  const clock = new DemoClock({ now: () => `${DAY}T07:00:00.000Z` });
  const demo = makeDemo({ day: DAY });
  const write = (part: Demo) =>
    writeDemo(part, {
      clock,
      openFile: (actor, idempotencyKey, input) => handling.openFile(actor, idempotencyKey, input),
      record: (actor, fileId, idempotencyKey, steps) => handling.record(actor, fileId, idempotencyKey, steps),
      recordInUnit: (actor, unitId, idempotencyKey, input) =>
        handling.recordInUnit(actor, unitId, idempotencyKey, input),
    });

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rt-demo-'));
    store = await openSqliteEventStore({ folder, clock, mode: 'write' });
    db = await openReadDatabase(path.join(folder, 'read-models.sqlite'));
    const ruleset = new RulesetRepository(store, 'ruleset-exempelstad');
    files = new FileRepository(store, { writes: true });
    const ports = {
      store,
      files,
      ruleset,
      clock,
      db,
      requestHash: (body: string) => createHmac('sha256', key).update(body).digest('hex'),
      drawValues: demoDrawValues,
      isUser: async (userId: string) => (await demoUsers.find(userId)) !== undefined,
    };
    const app = await Test.createTestingModule({
      imports: [
        HandlingModule.with({
          files,
          clock,
          authorise: { allows: async () => true },
          directory: demoUsers,
          requestKey: key,
          ruleset,
          units: new UnitRepository(store),
          rules: [],
        }),
        InspectionModule.with(ports),
      ],
    }).compile();
    await app.init();
    handling = app.get(Handling);
    const commands = app.get(CommandBus);
    written = await write(demo);
    await catchUp({ store, db, ruleset });
    await drawDemoReview(commands, () => randomUUID());
    const measured = await app.get(QueryBus).execute(new ComputeIndicators(DEMO_REVIEW));
    rows = new Map(measured.rows.map((row) => [row.id, row]));
  }, 600_000);

  afterAll(async () => {
    await db.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives every figure of the published review', () => {
    expect([...rows.values()].filter(({ agrees }) => agrees !== true).map(({ id }) => id)).toEqual([]);
    expect(rows.size).toBe(34);
  });

  it('tells beside L18 what the plain text of the report would give', () => {
    expect(rows.get('L18')?.note).toContain(
      'does not leave out those with minor children at home: 78 of 118.',
    );
  });

  it('gives other figures with other values: its files are written for the sample that is drawn', async () => {
    const { plan } = reviewDefinition(DEMO_REVIEW)!;
    const populations = [plan.population];
    const decisions = await gatherDecisions(files.each(), populations);
    const everyApproval = { cases: decisions.map((each) => ({ ...each, stratum: '' })), reviewedWhole: [] };
    const { measuringDay } = plan;
    const evidence = await gatherEvidence(
      files.each(),
      { populations, drawn: everyApproval, measuringDay },
      [],
    );
    const current = new Set(
      evidence
        .drawn!.sample.filter((one) => withCurrentInvestigation.holds(one))
        .map((one) => one.decisionId as string),
    );
    const frame = frameOf(decisions, plan.population, plan.samplingUnit);
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const currentIn = (seed: string) =>
      draw(frame, plan.strata, seed, sha256).cases.filter(({ decisionId }) => current.has(decisionId)).length;
    expect(currentIn('ledsagning-2021')).toBe(103);
    const others = Array.from({ length: 200 }, (_, n) => currentIn(`another value ${n}`));
    expect(Math.min(...others)).toBeGreaterThanOrEqual(95);
    expect(Math.max(...others)).toBeLessThanOrEqual(110);
  });

  it('is written once, however often it is loaded', async () => {
    const last = await store.lastPosition();
    const part = { ...demo, year2021: demo.year2021.slice(0, 20), living: demo.living.slice(0, 20) };
    const again = await write(part);
    expect(again.files).toBe(40);
    expect(written.files).toBe(demo.year2021.length + demo.living.length);
    expect(written.events).toBeGreaterThan(again.events);
    expect(await store.lastPosition()).toBe(last);
  });
});
