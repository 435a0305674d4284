import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalEnvelope, sha256 } from '../sealing/envelope';
import { openStore } from '../store.fixture';
import type { IntegrityProblem } from './problems';
import { at, chainedAnew, Intruder, lastRevision, STREAMS, threeFiles, verify } from './tampering.fixture';

const [a, b, c] = STREAMS;

it('an untouched store verifies, also against its checkpoint, and reports progress', async () => {
  const { folder, checkpoint } = await threeFiles();
  const store = await openStore({ folder, mode: 'read' });
  const progress: number[] = [];
  const result = await store.verify({
    against: checkpoint,
    onProgress: ({ events }) => progress.push(events),
  });
  expect(result).toEqual({ ok: true, streams: 3, events: 18, problems: [] });
  expect(progress).toEqual([18]);
});

describe('what is found in the store alone, and where', () => {
  const shift = (by: number, from: number): string =>
    `UPDATE events SET revision = revision + 1000 WHERE stream = 1 AND revision >= ${from};
     UPDATE events SET revision = revision - 1000 + ${by} WHERE stream = 1 AND revision >= 1000`;

  it.each<[string, (intruder: Intruder) => unknown, IntegrityProblem[]]>([
    [
      'a changed date',
      (i) =>
        i.run(
          "UPDATE events SET envelope = replace(envelope, '2026-03-02', '2026-03-01') WHERE stream = 2 AND revision = 3",
        ),
      [at(b, 3, 'changed')],
    ],
    [
      'a changed last event',
      (i) =>
        i.run(
          "UPDATE events SET envelope = replace(envelope, 'unit-1', 'unit-2') WHERE stream = 2 AND revision = 5",
        ),
      [at(b, 5, 'changed')],
    ],
    [
      'an envelope that is no JSON',
      (i) => i.run("UPDATE events SET envelope = 'x' WHERE stream = 2 AND revision = 3"),
      [at(b, 3, 'changed')],
    ],
    [
      'a changed date with a hash that fits',
      (i) => i.forge(2, 3, { occurredOn: '2026-03-01' }),
      [at(b, 3, 'changed')],
    ],
    [
      'a changed link with a hash that fits',
      (i) => i.forge(2, 3, { prevHash: 'ab'.repeat(32) }),
      [at(b, 3, 'changed')],
    ],
    [
      'a changed beginning with a hash that fits',
      (i) => i.forge(2, 0, { occurredOn: '2026-03-01' }),
      [at(b, 0, 'changed')],
    ],
    ['one bit of a payload', (i) => i.flipBit(1, 4), [at(a, 4, 'changed')]],
    [
      'a payload cut short',
      (i) => i.run("UPDATE events SET sealed = x'' WHERE stream = 1 AND revision = 4"),
      [at(a, 4, 'changed')],
    ],
    [
      'a payload from another event',
      (i) =>
        i.run(
          'UPDATE events SET sealed = (SELECT sealed FROM events WHERE stream = 2 AND revision = 4) WHERE stream = 1 AND revision = 4',
        ),
      [at(a, 4, 'changed')],
    ],
    [
      'a changed hash',
      (i) =>
        i.run(
          "UPDATE events SET hash = replace(hash, substr(hash, 1, 4), 'ffff') WHERE stream = 1 AND revision = 2",
        ),
      [at(a, 2, 'wrongHash')],
    ],
    [
      'an event removed',
      (i) => i.run('DELETE FROM events WHERE stream = 1 AND revision = 2'),
      [at(a, 2, 'missing')],
    ],
    [
      'two events removed in a row',
      (i) => i.run('DELETE FROM events WHERE stream = 1 AND revision IN (2, 3)'),
      [at(a, 2, 'missing')],
    ],
    [
      'the first event removed',
      (i) => i.run('DELETE FROM events WHERE stream = 1 AND revision = 0'),
      [at(a, 0, 'missing')],
    ],
    [
      'an event removed and the gap closed',
      (i) => i.run('DELETE FROM events WHERE stream = 1 AND revision = 2').run(shift(-1, 3)),
      [at(a, 2, 'missing')],
    ],
    [
      'all events of a stream removed',
      (i) => i.run('DELETE FROM events WHERE stream = 1'),
      [at(a, 0, 'missing')],
    ],
    [
      'two events exchanged',
      (i) =>
        i.run(
          'UPDATE events SET revision = 100 WHERE stream = 1 AND revision = 2; UPDATE events SET revision = 2 WHERE stream = 1 AND revision = 3; UPDATE events SET revision = 3 WHERE stream = 1 AND revision = 100',
        ),
      [at(a, 2, 'reordered'), at(a, 3, 'reordered')],
    ],
    [
      'positions exchanged',
      (i) =>
        i.run(
          'UPDATE events SET position = 1000 WHERE position = 3; UPDATE events SET position = 3 WHERE position = 4; UPDATE events SET position = 4 WHERE position = 1000',
        ),
      [at(a, 2, 'reordered'), at(a, 3, 'reordered')],
    ],
    [
      'an event moved to another stream',
      (i) =>
        i.run(
          'UPDATE events SET stream = 2, revision = 6, position = 1000 WHERE stream = 1 AND revision = 3',
        ),
      [at(a, 3, 'missing'), at(b, 6, 'moved')],
    ],
    [
      "an event put in another's place",
      (i) =>
        i.run(
          'UPDATE events SET (hash, envelope, sealed) = (SELECT hash, envelope, sealed FROM events WHERE stream = 2 AND revision = 3) WHERE stream = 1 AND revision = 3',
        ),
      [at(a, 3, 'moved')],
    ],
    [
      'a copy put at the end',
      (i) =>
        i.run(
          'INSERT INTO events SELECT 1000, stream, 6, hash, envelope, sealed FROM events WHERE stream = 1 AND revision = 3',
        ),
      [at(a, 6, 'inserted')],
    ],
    [
      'a copy put in between',
      (i) =>
        i
          .run(shift(1, 3))
          .run(
            'INSERT INTO events SELECT 1000, stream, 3, hash, envelope, sealed FROM events WHERE stream = 1 AND revision = 1',
          ),
      [at(a, 3, 'inserted')],
    ],
    [
      'an event in no stream',
      (i) => i.run('DELETE FROM streams WHERE number = 3'),
      Array.from({ length: 6 }, (_, r) => at(c, r, 'inserted')),
    ],
  ])('%s, under either seal', async (_, tamper, problems) => {
    for (const first of [false, true]) {
      const { folder } = await threeFiles({ first });
      const intruder = new Intruder(folder);
      tamper(intruder);
      intruder.close();
      const found = await verify(folder);
      expect(found.problems).toEqual(problems);
      expect(found.ok).toBe(false);
    }
  });

  it.each<[string, (intruder: Intruder) => unknown, IntegrityProblem[]]>(
    chainedAnew.map(([name, tamper, from]) => [
      name,
      tamper,
      Array.from({ length: lastRevision + 1 - from }, (_, i) => at(b, from + i, 'changed')),
    ]),
  )('%s, because the payloads authenticate their envelopes', async (_, tamper, problems) => {
    const { folder } = await threeFiles();
    const intruder = new Intruder(folder);
    tamper(intruder);
    intruder.close();
    expect((await verify(folder)).problems).toEqual(problems);
  });

  it('an invented event with a right chain, because it cannot be sealed without the key', async () => {
    const { folder } = await threeFiles();
    const intruder = new Intruder(folder);
    intruder.run(
      'INSERT INTO events SELECT 1000, stream, 6, hash, envelope, sealed FROM events WHERE stream = 1 AND revision = 5',
    );
    const prevHash = sha256(canonicalEnvelope(intruder.envelope(1, 5)));
    intruder.forge(1, 6, { id: 'invented', revision: 6, prevHash });
    intruder.close();
    expect((await verify(folder)).problems).toEqual([at(a, 6, 'changed')]);
  });

  it('a key that is gone without a redaction, marked as destroyed without one, or exchanged', async () => {
    const { folder } = await threeFiles({ first: true });
    const keys = new Intruder(folder, 'keys.sqlite');
    keys.run(`DELETE FROM keys WHERE stream = '${a}' AND event = ''`);
    keys.run(
      `UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE stream = '${c}' AND event = '') WHERE stream = '${b}' AND event <> ''`,
    );
    keys.run(`UPDATE keys SET wrapped = NULL WHERE stream = '${c}' AND event = ''`);
    keys.close();
    const problems = (await verify(folder)).problems;
    const all = [0, 1, 2, 4, 5];
    expect(problems).toEqual([
      ...all.map((r) => at(a, r, 'unopenable')),
      ...all.map((r) => at(c, r, 'unopenable')),
      at(b, 3, 'unopenable'),
    ]);
  });
});

describe('what is found beside the events', () => {
  const damagedDatabase = (file: string): IntegrityProblem => ({
    ...at(null, null, 'damagedDatabase'),
    file,
  });

  it.each([2, lastRevision])('an index that has lost event %i through one flipped bit', async (revision) => {
    const { folder } = await threeFiles();
    // An entry of the index: the length and types of its three values, then stream, revision and position. The bit makes it one of stream 3.
    const entry = [4, 1, 1, 1, 2, revision, 7 + revision];
    flipBits(join(folder, 'events.sqlite'), Buffer.from(entry), 4);
    const { problems } = await verify(folder);
    expect(problems).toContainEqual(damagedDatabase('events.sqlite'));
    if (revision === lastRevision) expect(problems).toContainEqual(at(b, null, 'unindexed'));
  });

  it('damage in the database of the keys', async () => {
    const { folder } = await threeFiles();
    flipBits(join(folder, 'keys.sqlite'), Buffer.from(b), b.length - 1);
    expect((await verify(folder)).problems).toContainEqual(damagedDatabase('keys.sqlite'));
  });

  /** Flips one bit of the last place in a file where these bytes stand. */
  const flipBits = (file: string, bytes: Buffer, offset: number): void => {
    const whole = readFileSync(file);
    const place = whole.lastIndexOf(bytes);
    expect(place).toBeGreaterThan(0);
    whole[place + offset] = (whole[place + offset] as number) ^ 1;
    writeFileSync(file, whole);
  };
});

it('one changed byte anywhere in events.sqlite is found, or the file is reported as damaged', async () => {
  const { folder, checkpoint } = await threeFiles();
  const file = join(folder, 'events.sqlite');
  const whole = readFileSync(file);
  const places = ['"type":"NoteWritten"', 'occurredOn', '2026-03-02T09', b].map((text) =>
    whole.indexOf(text),
  );
  for (const place of places) {
    const changed = Buffer.from(whole);
    changed[place + 9] = (changed[place + 9] as number) ^ 1;
    writeFileSync(file, changed);
    const outcome = await verify(folder, checkpoint).catch((error: unknown) => error);
    expect(outcome).not.toMatchObject({ ok: true });
  }
});
