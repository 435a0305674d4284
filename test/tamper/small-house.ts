/** Fills a small data folder: a few files with as many kinds of events as the demo has, a drawn review, settings, a redaction and an erasure. */
import { Writable } from 'node:stream';
import type { HouseSettings } from '@rt/composition';
import { on, type FileId } from '@rt/domain';
import {
  DEMO_REVIEW,
  DemoClock,
  demoDrawValues,
  drawDemoReview,
  makeDemo,
  writeDemo,
  type Demo,
} from '@rt/demo';
import { catchUp, fileHoldersOn } from '@rt/read-models';
import { working, type Working } from '../../apps/cli/src/house';
import { operatorAt } from '../../apps/cli/src/operator';
import { outputTo } from '../../apps/cli/src/output';
import { cliSettingsFrom } from '../../apps/cli/src/settings';
import type { FileScript } from '../../libs/demo/src/script';

/** The instant at which the folder was filled. */
export const NOW = '2026-06-01T08:00:00.000Z';
/** When it is asked: what a trial itself leaves in the access log is dated later than what was there. */
export const ASKED_AT = '2026-06-01T08:00:30.000Z';
export const REVIEW = DEMO_REVIEW;

export interface SmallHouse {
  /** The files that are there, the one with the redacted entry first. */
  readonly fileIds: readonly string[];
  /** A case of one of these files. */
  readonly caseId: string;
  /** An order in one of these files. */
  readonly orderId: string;
  readonly erasedId: string;
  /** Who has each file that is there. */
  readonly held: readonly {
    readonly fileId: string;
    readonly unitId: string;
    readonly userId: string | null;
  }[];
  readonly redacted: { readonly fileId: string; readonly eventId: string };
}

export const houseSettingsOf = (folder: string): HouseSettings => contextOf(folder).settings.house;

const silent = new Writable({ write: (_chunk, _encoding, done) => done() });

/** The part of the command line's surroundings that its work needs. */
export const contextOf = (folder: string) => ({
  settings: cliSettingsFrom({ dataDir: folder, as: 'operator', lang: 'en' }, { RT_NOW: NOW }),
  output: outputTo({ out: silent, err: silent }, { language: 'en', json: true }),
});

/** @param beforeDestroying called before anything is redacted or erased */
export const makeSmallHouse = async (folder: string, beforeDestroying: () => void): Promise<SmallHouse> => {
  const context = contextOf(folder);
  const clock = new DemoClock({ now: () => NOW });
  return working(context, 'write', (tools) => fill(tools, clock, beforeDestroying), {
    clock,
    demo: true,
    drawValues: demoDrawValues,
  });
};

const fill = async (tools: Working, clock: DemoClock, beforeDestroying: () => void): Promise<SmallHouse> => {
  const { handling, commands } = tools;
  const opened: string[] = [];
  const orderIds: string[] = [];
  await writeDemo(smallDemo(), {
    openFile: async (actor, key, input) => {
      const answer = await handling.openFile(actor, key, input);
      opened.push(answer.fileId);
      return answer;
    },
    record: async (actor, fileId, key, steps) => {
      const answer = await handling.record(actor, fileId, key, steps);
      orderIds.push(...answer.events.flatMap(({ ids }) => ids['data.orderId'] ?? []));
      return answer;
    },
    recordInUnit: (actor, unitId, key, input) => handling.recordInUnit(actor, unitId, key, input),
    clock,
    concurrency: 1,
  });
  const erasedId = await clock.at('2020-02-03T08:00:00.000Z', () => openOldFile(tools));
  await catchUp(tools);
  await clock.at('2022-02-01T08:00:00.000Z', () =>
    drawDemoReview(commands, (what) => `${COMMANDS}${1 + REVIEW_COMMANDS.indexOf(what)}`),
  );
  await handling.adopt(operator, 'settings', PAUSED);
  await tools.logAccess({ purpose: 'administration', action: 'list', scope: 'on=2026-06-01' });
  const [fileId = ''] = opened;
  const wrong = await handling.record(operator, fileId, 'wrong', [noteStep('Skrevs i fel akt.')]);
  const eventId = wrong.events[0]?.eventId ?? '';
  beforeDestroying();
  await handling.record(operator, fileId, 'redaction', [
    { type: 'EntryRedacted', occurredOn: '2026-06-01', data: { eventId, ground: 'OSL 26:1' } },
  ]);
  await handling.erase(operator, { fileId: erasedId, ground: 'SoL 16:1' });
  await catchUp(tools);
  const holders = await fileHoldersOn(tools.db, opened as FileId[], on('2026-06-01'));
  const held = [...holders].map(([id, { unitId, workerId }]) => ({ fileId: id, unitId, userId: workerId }));
  const first = await tools.db.reader.selectFrom('cases').select('caseId').executeTakeFirstOrThrow();
  return {
    fileIds: opened,
    caseId: first.caseId,
    orderId: orderIds[0] ?? '',
    erasedId,
    held,
    redacted: { fileId, eventId },
  };
};

const operator = operatorAt('operator', 'farsta' as never, 'sdn-farsta' as never);

export const noteStep = (text: string, occurredOn = '2026-06-01'): object => ({
  type: 'NoteWritten',
  occurredOn,
  data: { text },
});

const PAUSED = {
  type: 'RuleSuspended',
  occurredOn: '2026-01-01',
  data: { ruleId: 'plan-due', scope: 'municipality', from: '2026-05-01', reason: 'Översyn' },
};

const openOldFile = async ({ handling }: Working): Promise<string> => {
  const person = {
    name: 'Exempel Exempelsson',
    identity: { kind: 'birthDate', value: '1950-05-17' },
    sex: 'male',
    protectedIdentity: false,
  };
  const { fileId } = await handling.openFile(operator, 'old', { person });
  await handling.record(operator, fileId, 'old', [noteStep('Ringde.', '2020-02-03')]);
  return fileId;
};

const COMMANDS = '0d8a0f0e-8c1c-4a57-9d27-0f5c8d9c3b0';
const REVIEW_COMMANDS = ['plan', 'approval', 'draw'];

/** A file is taken only if it adds so many event types to those before it. */
const newTypesMin = 3;

/** Of the demo's files the few that together hold nearly every event type of the demo. */
const smallDemo = (): Demo => {
  const demo = makeDemo({ day: on('2026-06-01') });
  const left = new Set([...demo.year2021, ...demo.living.map(({ script }) => script)].flatMap(typesOf));
  const adds = (script: FileScript): boolean => {
    const own = typesOf(script).filter((type) => left.has(type));
    if (own.length < newTypesMin) return false;
    for (const type of own) left.delete(type);
    return true;
  };
  const [first, ...others] = demo.year2021.filter(({ moments }) => moments.length > 12) as [FileScript];
  adds(first);
  const living = demo.living.filter(({ script }) => adds(script));
  return { ...demo, year2021: [first, ...others.filter(adds)], living, absences: [] };
};

const typesOf = ({ moments }: FileScript): readonly string[] =>
  moments.flatMap(({ steps }) => steps.map(({ type }) => type));
