import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { originOf, signKeyChange, vkeyText, type NoteKey } from '@rt/proof';
import { earlierSigners } from './earlier-signers';
import { nodePrimitives as p, rawPublicKey, signWith } from './node-primitives';
import { openCheckpoint } from './open-checkpoint';
import { EvidenceHouse } from './evidence-house.fixture';

const storeId = '5b1d9a52-6c0e-4f0b-9a55-0d0f6f3c1a01';
const keyPair = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const noteKey = (key: KeyObject, id = storeId): NoteKey => ({
  name: originOf('exempelkommun', id),
  type: 1,
  raw: rawPublicKey(key),
});
const statement = (from: KeyObject, to: KeyObject, size = 10, id = storeId): string =>
  signKeyChange(
    p,
    { time: '2026-03-18T01:00:00.000Z', size, from: noteKey(from, id), to: noteKey(to, id) },
    { from: signWith(from), to: signWith(to) },
  );
const [one, two, three, stranger] = [keyPair(), keyPair(), keyPair(), keyPair()];
const known = (statements: readonly string[], present = three): readonly unknown[] =>
  earlierSigners(statements, { present: createPublicKey(present), storeId }).map(({ publicKey, sizeMax }) => [
    Buffer.from(rawPublicKey(publicKey)).toString('hex'),
    sizeMax,
  ]);
const raw = (key: KeyObject): string => Buffer.from(rawPublicKey(key)).toString('hex');

describe('the earlier signing keys of a store', () => {
  it('are those that the key after each vouches for, from the present one back', () => {
    expect(known([statement(one, two, 10), statement(two, three, 20)])).toEqual([
      [raw(two), 20],
      [raw(one), 10],
    ]);
  });

  it('are none that somebody without the present key added, or that are of another store', () => {
    expect(known([statement(stranger, one)])).toEqual([]);
    expect(known([statement(stranger, two), statement(two, three)])).toEqual([
      [raw(two), 10],
      [raw(stranger), 10],
    ]);
    expect(known([statement(one, stranger), statement(two, three)])).toEqual([[raw(two), 10]]);
    expect(known([statement(two, three, 10, 'another-store')])).toEqual([]);
    const [signed, forged] = [statement(two, three), statement(two, stranger)];
    const exchanged = signed.replace(vkeyText(p, noteKey(two)), vkeyText(p, noteKey(stranger)));
    expect(known([exchanged])).toEqual([]);
    expect(known([forged])).toEqual([]);
    expect(known([signed.replace('size 10', 'size 99')])).toEqual([]);
    expect(known(['no statement'])).toEqual([]);
  });
});

describe('checkpoints after a change of the signing key', () => {
  const change = async () => {
    const house = await EvidenceHouse.open();
    await house.write(3);
    const before = await house.evidence.checkpoint();
    let handed: Awaited<ReturnType<typeof house.evidence.handOver>> | undefined;
    await house.store.rotateKeys({
      signing: 'made',
      statementOf: async (next) => (handed = await house.evidence.handOver(next)).statement,
    });
    const old = house.store.signingKey;
    await house.store.close();
    const after = await EvidenceHouse.open(house.folder);
    return { after, old, before, handed: handed as NonNullable<typeof handed> };
  };

  it('of the old key still verify, and both keys signed the one between', async () => {
    const { after, old, before, handed } = await change();
    await after.write(3);
    const newest = await after.evidence.checkpoint();
    for (const { note, lists } of [before, handed.checkpoint, newest])
      expect((await after.evidence.verify({ note, lists })).problems).toEqual([]);
    const signer = (key: KeyObject) => ({ storeId: after.store.storeId, publicKey: createPublicKey(key) });
    for (const key of [old, after.store.signingKey])
      expect(openCheckpoint(handed.checkpoint.note, signer(key))).toMatchObject({
        size: handed.checkpoint.size,
      });
    expect(after.evidence.keyChanges).toEqual([handed.statement]);
  });

  it('of the old key are not believed if they are newer than the change', async () => {
    const { after, old, handed } = await change();
    await after.write(3);
    const forged = await new (after.evidence.constructor as new (parts: object) => typeof after.evidence)({
      ...(after.evidence as unknown as { parts: object }).parts,
      signingKey: old,
      keyChanges: () => [],
    }).checkpoint();
    expect(forged.size).toBeGreaterThan(handed.checkpoint.size);
    expect((await after.evidence.verify({ note: forged.note })).problems).toContainEqual(
      expect.objectContaining({ kind: 'badSignature' }),
    );
  });
});
