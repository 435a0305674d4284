import path from 'node:path';
import { dayOf, fileAt, type FileId, type Instant } from '@rt/domain';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { FileRepository } from '@rt/files';
import { Chance } from '../../libs/demo/src/chance';
import { note, openFileByCli, rt } from './command-line';
import { seed } from './seed';
import { suiteFolder } from './temporary-folder';
import { workOf } from './workload';
import { writeSide } from './write-side';

it(`a clock that jumps (seed ${seed}): no stream goes backwards, and every moment can be replayed`, async () => {
  const folder = suiteFolder();
  const chance = new Chance(`${seed}/clock`);
  const times: string[] = [];
  const clock = {
    now: () => {
      times.push(
        new Date(
          Date.UTC(2026, 8, 1) + chance.whole(-40, 40) * 86_400_000 + chance.whole(0, 86_399_999),
        ).toISOString(),
      );
      return times[times.length - 1] as string;
    },
  };
  const store = await openSqliteEventStore({ folder, mode: 'write', clock });
  const carryOut = await writeSide(store, clock);
  const files = new Set<FileId>();
  for (const writer of [0, 1, 2, 3]) {
    const commands = workOf(seed, writer);
    let { value: command } = commands.next();
    for (let n = 0; n < 12; n++) {
      const answer = await carryOut(command);
      if ('fileId' in answer) files.add(answer.fileId as FileId);
      ({ value: command } = commands.next(answer));
    }
  }
  expect(times.some((time, i) => i > 0 && time < (times[i - 1] as string))).toBe(true);
  const repository = new FileRepository(store);
  for (const fileId of files) {
    const { recorded } = await repository.load(fileId);
    const stamps = recorded.map(({ recordedAt }) => recordedAt);
    expect(stamps).toEqual([...stamps].sort());
    for (const knownAt of [...(times as Instant[]), ...stamps]) {
      const known = recorded.filter(({ recordedAt }) => recordedAt <= knownAt);
      expect(fileAt(recorded, { knownAt, asOf: dayOf(knownAt) })).toEqual(
        fileAt(known, { asOf: dayOf(knownAt) }),
      );
    }
  }
  expect(await store.verify()).toMatchObject({ ok: true });
  await store.close();
});

it('a clock set back between two commands: what is recorded later counts as recorded later', async () => {
  const folder = path.join(suiteFolder(), 'data');
  const fileId = await openFileByCli(folder);
  const record = (now: string): ReturnType<typeof rt> =>
    rt(['record', fileId, '--data-dir', folder], { stdin: note('By the clock.', '2026-01-10'), now });
  expect(await record('2026-03-01T08:00:00.000Z')).toMatchObject({ exitCode: 0 });
  const store = await openSqliteEventStore({
    folder,
    mode: 'read',
    clock: { now: () => '2026-06-01T08:00:00.000Z' },
  });
  const stamps = (await store.readStream(`personalFile-${fileId}`)).map(({ recordedAt }) => recordedAt);
  await store.close();
  expect(stamps).toEqual(['2026-06-01T08:00:00.000Z', '2026-06-01T08:00:00.000Z']);
  expect(await rt(['verify', '--data-dir', folder])).toMatchObject({ exitCode: 0 });
});
