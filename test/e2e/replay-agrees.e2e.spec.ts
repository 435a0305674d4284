import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { dayOf, on, type FileId, type Recorded, type RulesetEvent } from '@rt/domain';
import { DEMO_REVIEW, DemoClock, demoDrawValues, drawDemoReview, makeDemo, writeDemo } from '@rt/demo';
import type { EventStore } from '@rt/event-store';
import { catchUp } from '@rt/read-models';
import request from 'supertest';
import { openApi, type Api } from '../../apps/api/src/open-api';
import { EVENT_STORE } from '../../apps/api/src/ports';
import { Projections } from '../../apps/api/src/projections/projections';
import { working } from '../../apps/cli/src/house';
import { outputTo } from '../../apps/cli/src/output';
import { cliSettingsFrom } from '../../apps/cli/src/settings';
import type { AnsweredSetting } from '../../apps/web/src/replay/answered';
import { arbitraryHistory } from '../../libs/domain/src/history.fixture';
import { asNew } from '../../libs/files/src/file-store.fixture';
import { arbitrarySettings } from '../../libs/rules/src/settings.fixture';
import { fromApplicationToOrder, openCity, settingsFor, threadArgs, type City } from './city.fixture';
import { compareReplays, type ComparedReplays, type AskingApi } from './replay-agrees.fixture';

const INSPECTOR = 'insp-1';

/** `npm test` asks for every sixth file of the sample; `npm run test:replay` for all of them, and for a hundred random days of each. */
const isWholeRun = process.env['RT_REPLAY'] === 'whole';
const [everyNth, randomDaysOfFile] = isWholeRun ? [1, 100] : [6, 3];

/** What both sides said of some files. */
interface Sum {
  readonly files: number;
  readonly events: number;
  readonly moments: number;
  readonly differences: readonly string[];
}

const sumOf = (compared: readonly ComparedReplays[]): Sum => ({
  files: compared.length,
  events: compared.reduce((sum, { events }) => sum + events, 0),
  moments: compared.reduce((sum, { moments }) => sum + moments, 0),
  differences: compared.flatMap(({ differences }) => differences),
});

/** Reads as the inspector, over connections that stay open. */
const readingOf = async (server: Server): Promise<AskingApi> => {
  const signedIn = await request(server).post('/api/v1/session').send({ userId: INSPECTOR }).expect(201);
  const [cookie = ''] = signedIn.headers['set-cookie'] as unknown as string[];
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  return async (address) => {
    const answer = await fetch(`${base}${address}`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    // The answer's own `json()` would make objects of another realm than those of the test.
    return JSON.parse(await answer.text()) as unknown;
  };
};

const settingsOf = async (reading: AskingApi): Promise<readonly AnsweredSetting[]> =>
  ((await reading('/ruleset')) as { settings: readonly AnsweredSetting[] }).settings;

/** The pages replay by themselves. The server and they must never say different things of the same file. */
describe('a replay in the browser and on the server', () => {
  it('agree about generated files, under generated settings', async () => {
    const city = await openCity();
    try {
      const store = city.api.nest.get<EventStore>(EVENT_STORE);
      const drawn = fc.sample(fc.tuple(arbitraryHistory({ stepsMax: 25 }), arbitrarySettings()), {
        numRuns: 8,
        seed: 20_261_128,
      });
      const settings = drawn.flatMap(([, some]) => some).slice(0, 12);
      const files = drawn.map(([history], index) => ofFile(history, index + 1));
      for (const { setting, at } of inOrder(settings)) {
        city.onDay(dayOf(at));
        await store.append('ruleset-exempelstad', setting.revision === 0 ? 'none' : setting.revision - 1, [
          asNew(setting as never),
        ]);
      }
      for (const { fileId, events } of files)
        for (const [revision, event] of events.entries()) {
          city.onDay(dayOf(event.recordedAt));
          await store.append(`personalFile-${fileId}`, revision === 0 ? 'none' : revision - 1, [
            asNew(event),
          ]);
        }
      city.onDay('2028-02-01');
      const fileIds = [...files.map(({ fileId }) => fileId), await withRedaction(city)];
      await appendDrawnReview(store, fileIds);
      await city.api.nest.get(Projections).reach((await store.lastPosition())!);
      const reading = await readingOf(city.server);
      const compared: ComparedReplays[] = [];
      for (const [seed, fileId] of fileIds.entries())
        compared.push(
          await compareReplays(
            reading,
            { fileId, review: 'alla' },
            {
              settings: await settingsOf(reading),
              randomDays: 100,
              seed,
            },
          ),
        );
      const sum = sumOf(compared);
      expect(sum).toMatchObject({ files: 9, differences: [] });
      expect(sum.moments).toBeGreaterThan(1_400);
    } finally {
      await city.close();
    }
  }, 600_000);

  it('agree about the sample of 2021', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rt-agrees-'));
    let api: Api | undefined;
    try {
      await writeSample(folder);
      api = await openApi(settingsFor(folder), {
        clock: { now: () => '2026-03-02T08:00:00.000Z' },
        logTo: silent,
        threadArgs,
        pages: folder,
      });
      const server = api.nest.getHttpServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const reading = await readingOf(server);
      const settings = await settingsOf(reading);
      const { cases } = (await reading(`/reviews/${DEMO_REVIEW}/sample?limit=500`)) as {
        cases: readonly { fileId: string }[];
      };
      const compared: ComparedReplays[] = [];
      const sampled = [...new Set(cases.map((each) => each.fileId))];
      expect(sampled).toHaveLength(204);
      const asked = sampled.filter((_, index) => index % everyNth === 0);
      for (const [seed, fileId] of asked.entries())
        compared.push(
          await compareReplays(
            reading,
            { fileId, review: DEMO_REVIEW },
            { settings, randomDays: randomDaysOfFile, seed },
          ),
        );
      const sum = sumOf(compared);
      expect(sum).toMatchObject({ files: asked.length, differences: [] });
      expect(sum.moments).toBeGreaterThan(isWholeRun ? 20_000 : 1_000);
    } finally {
      await api?.close();
      rmSync(folder, { recursive: true });
    }
  }, 3_600_000);
});

/** A review whose sample is these files. */
const appendDrawnReview = async (store: EventStore, fileIds: readonly FileId[]): Promise<void> => {
  const cases = fileIds.map((fileId) => ({ fileId, caseId: fileId, decisionId: fileId, stratum: '' }));
  const planned = {
    reviewId: 'alla',
    title: 'Alla',
    measuringDay: '2027-12-31',
    strata: [],
    commitment: null,
  };
  const drawn = {
    reviewId: 'alla',
    cases,
    reviewedWhole: [],
    frame: { knownAt: '2028-02-01T11:00:00.000Z' },
  };
  const events = [
    { type: 'ReviewPlanned', schemaVersion: 2, data: planned },
    { type: 'SampleDrawn', schemaVersion: 2, data: drawn },
  ];
  for (const [revision, { type, schemaVersion, data }] of events.entries()) {
    const id = `cccccccc-0000-4000-8000-00000000000${revision}`;
    const envelope = { recordedBy: 'anna', unitId: 'norr', origin: 'user', occurredOn: '2028-02-01' };
    const event = asNew({ ...envelope, id, commandId: id, type, schemaVersion, data } as never);
    await store.append('review-alla', revision === 0 ? 'none' : revision - 1, [event]);
  }
};

/** A file in which the decision was made unreadable: rules that read it find something else from then on. */
const withRedaction = async (city: City): Promise<FileId> => {
  const anna = city.person('hl-farsta-1');
  const fileId = await anna.opensFile();
  const recorded = await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
  const { eventId } = (recorded.body.events as { type: string; eventId: string }[]).find(
    ({ type }) => type === 'DecisionMade',
  ) ?? { eventId: '' };
  city.onDay('2028-02-10');
  await city.person('ec-farsta').records(fileId, {
    type: 'EntryRedacted',
    occurredOn: '2028-02-10',
    data: { eventId, ground: 'OSL 26:1' },
  });
  return fileId;
};

const silent = new Writable({ write: (_chunk, _encoding, done) => done() });

/** Writes the files of the reviewed year and draws its sample, as `rt demo` does. */
const writeSample = async (dataDir: string): Promise<void> => {
  const context = {
    settings: cliSettingsFrom(
      { dataDir, as: 'operator', lang: 'en' },
      { RT_NOW: '2026-03-02T07:00:00.000Z' },
    ),
    output: outputTo({ out: silent, err: silent }, { language: 'en', json: true }),
  };
  const clock = new DemoClock({ now: () => '2026-03-02T07:00:00.000Z' });
  const { year2021, ...demo } = makeDemo({ day: on('2026-03-02') });
  await working(
    context,
    'write',
    async ({ handling, commands, ...reading }) => {
      await writeDemo(
        { ...demo, year2021, living: [] },
        {
          openFile: (actor, key, input) => handling.openFile(actor, key, input),
          record: (actor, fileId, key, steps) => handling.record(actor, fileId, key, steps),
          recordInUnit: (actor, unitId, key, input) => handling.recordInUnit(actor, unitId, key, input),
          clock,
        },
      );
      await catchUp(reading);
      await clock.at('2022-02-01T08:00:00.000Z', () =>
        drawDemoReview(commands, (what) => COMMANDS[what] ?? ''),
      );
    },
    { clock, demo: true, drawValues: demoDrawValues },
  );
};

/** The ids of the commands that plan, approve and draw. */
const COMMANDS: Readonly<Record<string, string>> = {
  plan: '5b1d9a52-6c0e-4f0b-9a55-000000000001',
  approval: '5b1d9a52-6c0e-4f0b-9a55-000000000002',
  draw: '5b1d9a52-6c0e-4f0b-9a55-000000000003',
};

type History = Parameters<typeof asNew>[0];

/** The events with ids of their own, as no two files share any. */
const ofFile = (
  history: readonly History[],
  number: number,
): { fileId: FileId; events: readonly History[] } => {
  const own = String(number).padStart(4, '0');
  const text = JSON.stringify(history).replace(/"([0-9a-f]{8})-0000-8000-8000-/g, `"$1-${own}-8000-8000-`);
  return {
    fileId: `ffffffff-${own}-4000-8000-000000000000` as FileId,
    events: JSON.parse(text) as History[],
  };
};

/** Settings of many generated lists as one list, in the order of recording. */
const inOrder = (settings: readonly Recorded<RulesetEvent>[]) =>
  [...settings]
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
    .map((setting, revision) => {
      const id = `dddddddd-0000-4000-8000-${String(revision).padStart(12, '0')}`;
      const envelope = {
        schemaVersion: 1,
        recordedBy: 'anna',
        unitId: 'norr',
        origin: 'user',
        commandId: id,
      };
      return { at: setting.recordedAt, setting: { ...setting, ...envelope, id, revision } };
    });
