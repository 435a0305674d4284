import { houseSettingsFrom, openHouse } from '@rt/composition';
import type { StoredEvent } from '@rt/event-store';
import { earlierCheckpoint } from '@rt/event-store/integrity/earlier-checkpoint.fixture';
import { openSqliteEventStore, type Checkpoint } from '@rt/event-store/sqlite';
import { Started } from '../e2e/started.fixture';
import { HttpClient } from './http-client';
import { expectReadModelsOfARebuild } from './rebuilt-read-models';
import { Writer } from './writer';

const NOW = '2026-06-01T08:00:00.000Z';
const clock = { now: () => NOW };

/** Pairs of users who write to the same file: the case worker who has it, and the manager of the unit. */
const PAIRS = [
  ...[1, 2, 3, 4, 5].map((n) => [`hl-farsta-${n}`, 'ec-farsta'] as const),
  ...[1, 2, 3].map((n) => [`hl-sodermalm-${n}`, 'ec-sodermalm'] as const),
];

/** Starts the server as a process of its own on a data folder, with a clock that stands still. @param port 0: any that is free */
export const serve = (folder: string, port = '0'): Started =>
  new Started('serve', [], {
    RT_DATA_DIR: folder,
    RT_PORT: port,
    RT_NOW: NOW,
    RT_LOG_LEVEL: 'silent',
    RT_REQUESTS_PER_MINUTE: '10000000',
  });

/** Makes the data folder of a server whose clock stands still. */
export const makeServedFolder = async (folder: string): Promise<void> => {
  const house = await openHouse(houseSettingsFrom({}, folder), { mode: 'write', demo: true });
  await house.close();
};

/** Signs all users in. Each case worker opens a file, to which both users of the pair will write. */
export const writersAt = async (url: string): Promise<readonly Writer[]> => {
  const writers = PAIRS.map(async ([worker, manager]) => {
    const [own, other] = [new HttpClient(worker), new HttpClient(manager)];
    await own.signIn(url);
    await other.signIn(url);
    const opened = await own.ask(url, {
      method: 'POST',
      address: '/api/v1/files',
      headers: { 'idempotency-key': 'open' },
      body: { person: PERSON },
    });
    expect(opened.status).toBe(201);
    const { fileId } = JSON.parse(opened.text) as { fileId: string };
    return [
      new Writer(own, fileId, worker, {}),
      new Writer(other, fileId, `${manager}-${worker}`, { 'x-purpose': 'quality' }),
    ];
  });
  return (await Promise.all(writers)).flat();
};

const PERSON = {
  name: 'Exempel Exempelsson',
  identity: { kind: 'birthDate', value: '1984-05-17' },
  sex: 'female',
  protectedIdentity: false,
};

/** Checks a data folder whose server has ended, given the answers that its writers got. @returns a checkpoint to verify against the next time */
export const checkServed = async (
  folder: string,
  writers: readonly Writer[],
  against?: Checkpoint,
): Promise<Checkpoint> => {
  const store = await openSqliteEventStore({ folder, mode: 'read', clock });
  try {
    const events: StoredEvent[] = [];
    for await (const batch of store.readAll()) events.push(...batch);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expectSteps(events, writers);
    const verification = await store.verify({ ...(against && { against }) });
    expect(verification).toMatchObject({ ok: true, problems: [], events: events.length });
    await expectReadModelsOfARebuild(store, folder);
    await expectTree(folder, events.length);
    return await earlierCheckpoint(store);
  } finally {
    await store.close();
    await expectAccess(folder, writers);
  }
};

/** The tree that the killed server kept fits the events, and takes up the rest. */
const expectTree = async (folder: string, events: number): Promise<void> => {
  const house = await openHouse(houseSettingsFrom({}, folder), { mode: 'read' });
  try {
    const evidence = await house.evidence();
    expect((await evidence.verify()).problems).toEqual([]);
    await evidence.follow();
    const { problems, leaves } = await evidence.verify();
    expect({ problems, isWhole: leaves >= events }).toEqual({ problems: [], isWhole: true });
  } finally {
    await house.close();
  }
};

/** Every answered step is stored once, with the id and revision of its answer. A step without an answer is stored once or not at all. */
const expectSteps = (events: readonly StoredEvent[], writers: readonly Writer[]): void => {
  const notes = Map.groupBy(
    events.filter(({ type }) => type === 'NoteWritten'),
    ({ data }) => (data as { text: string }).text,
  );
  const wrong = writers.flatMap(({ fileId, steps }) =>
    steps.filter(({ text, answer }) => {
      const there = notes.get(text) ?? [];
      if (answer === undefined) return there.length > 1;
      const told = JSON.parse(answer) as { events: { eventId: string }[]; revision: number };
      const [event] = there;
      return (
        there.length !== 1 ||
        event?.id !== told.events[0]?.eventId ||
        event?.revision !== told.revision ||
        event.stream !== `personalFile-${fileId}`
      );
    }),
  );
  expect(wrong).toEqual([]);
  expect(notes.size).toBeLessThanOrEqual(writers.flatMap(({ steps }) => steps).length);
};

/** The access log has an entry for every answered opening of a file, and its chain is intact. */
const expectAccess = async (folder: string, writers: readonly Writer[]): Promise<void> => {
  const house = await openHouse({ dataDir: folder, municipality: 'exempelstad' }, { mode: 'read' });
  const log = await house.accessLog();
  expect(await log.verify()).toMatchObject({ ok: true });
  for (const { client, fileId, opened, asked } of writers) {
    const logged = (await log.entriesOf({ of: { fileId } })).filter(
      ({ userId, action }) => userId === client.userId && action === 'open',
    );
    expect(logged.length).toBeGreaterThanOrEqual(opened);
    expect(logged.length).toBeLessThanOrEqual(asked);
  }
  await house.close();
};
