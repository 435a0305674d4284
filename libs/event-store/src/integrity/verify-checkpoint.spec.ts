import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eraseStream, newEvent, openStore } from '../store.fixture';
import type { Checkpoint } from './checkpoint';
import { earlierCheckpoint } from './earlier-checkpoint.fixture';
import type { IntegrityProblem } from './problems';
import { at, chainedAnew, Intruder, lastRevision, STREAMS, threeFiles, verify } from './tampering.fixture';

const [a, b] = STREAMS;

describe('what is found against a checkpoint', () => {
  it.each<[string, (intruder: Intruder) => unknown, IntegrityProblem[]]>([
    [
      'a tail cut off',
      (i) => i.run('DELETE FROM events WHERE stream = 2 AND revision >= 4'),
      [at(b, 4, 'cutTail')],
    ],
    [
      'a whole stream taken away',
      (i) => i.run('DELETE FROM events WHERE stream = 2; DELETE FROM streams WHERE number = 2'),
      [at(b, 5, 'missingStream')],
    ],
  ])('%s, which the store alone does not show', async (_, tamper, problems) => {
    const { folder, checkpoint } = await threeFiles();
    const intruder = new Intruder(folder);
    tamper(intruder);
    intruder.close();
    expect(await verify(folder)).toMatchObject({ ok: true });
    expect((await verify(folder, checkpoint)).problems).toEqual(problems);
  });

  it.each(chainedAnew)('%s of the first seal, which the store alone does not show', async (_, tamper) => {
    const { folder, checkpoint } = await threeFiles({ first: true });
    const intruder = new Intruder(folder);
    tamper(intruder);
    intruder.close();
    expect(await verify(folder)).toMatchObject({ ok: true });
    expect((await verify(folder, checkpoint)).problems).toEqual([at(b, lastRevision, 'rewrittenChain')]);
  });

  it('nothing where the store has only grown, and an entry was redacted', async () => {
    const { folder, checkpoint } = await threeFiles();
    const store = await openStore({ folder });
    await store.append(a, lastRevision, [newEvent()]);
    const [, , , entry] = await store.readStream(b);
    await store.append(b, lastRevision, [newEvent({ type: 'EntryRedacted', redacts: entry?.id })]);
    await store.destroyRedacted(b);
    expect(await store.verify({ against: checkpoint })).toEqual({
      ok: true,
      streams: 3,
      events: 20,
      problems: [],
    });
  });

  it('an erased stream is marked as erased in the next checkpoint, and a change of that mark is found', async () => {
    const { folder, checkpoint } = await threeFiles();
    const store = await openStore({ folder });
    await eraseStream(store, b, lastRevision);
    expect(await store.verify({ against: checkpoint })).toEqual({
      ok: true,
      streams: 3,
      events: 13,
      problems: [],
    });
    const later = await earlierCheckpoint(store);
    const before = checkpoint.streams.find(({ stream }) => stream === b);
    expect(later.streams[1]).toEqual({ ...before, erased: true });
    await store.close();
    new Intruder(folder).run('UPDATE streams SET erased_revision = 3 WHERE number = 2').close();
    expect((await verify(folder, later)).problems).toEqual([
      at(b, 3, 'erasureUnrecorded'),
      at(b, 4, 'cutTail'),
    ]);
    new Intruder(folder)
      .run("UPDATE streams SET erased_revision = 5, erased_hash = 'ab' WHERE number = 2")
      .close();
    expect((await verify(folder, later)).problems).toEqual([
      at(b, lastRevision, 'erasureUnrecorded'),
      at(b, lastRevision, 'rewrittenChain'),
    ]);
    new Intruder(folder).run('DELETE FROM streams WHERE number = 2').close();
    expect((await verify(folder, later)).problems).toEqual([at(b, lastRevision, 'missingStream')]);
  });

  it('a checkpoint that was changed, signed with another key, or made of another store', async () => {
    const { folder, checkpoint } = await threeFiles();
    const other = await threeFiles();
    const store = await openStore({ folder, mode: 'read' });
    const bad = [at(null, null, 'badSignature')];
    const shorter = { ...checkpoint, streams: checkpoint.streams.slice(1) };
    expect((await store.verify({ against: shorter })).problems).toEqual(bad);
    expect(
      (await store.verify({ against: { ...checkpoint, madeAt: '2020-01-01T00:00:00.000Z' } })).problems,
    ).toEqual(bad);
    expect((await store.verify({ against: {} as Checkpoint })).problems).toEqual(bad);
    expect((await store.verify({ against: other.checkpoint })).problems).toEqual(bad);
    const signingKeyFile = join(other.folder, 'signing.key');
    const third = await openStore({ signingKeyFile });
    const ofTheSameSigner = {
      against: other.checkpoint,
      publicKey: createPublicKey(readFileSync(signingKeyFile)),
    };
    expect((await third.verify(ofTheSameSigner)).problems).toEqual([at(null, null, 'otherStore')]);
    const { publicKey } = generateKeyPairSync('ed25519');
    expect((await store.verify({ against: checkpoint, publicKey })).problems).toEqual(bad);
  });

  it('a checkpoint that was written to a file and read again is the same', async () => {
    const { folder, checkpoint } = await threeFiles();
    const file = join(folder, 'checkpoint.json');
    writeFileSync(file, JSON.stringify(checkpoint, null, 2));
    expect(await verify(folder, JSON.parse(readFileSync(file, 'utf8')) as Checkpoint)).toMatchObject({
      ok: true,
    });
  });
});
