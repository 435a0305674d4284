import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { verifier } from '../../proof/src/verifier.fixture';
import type { MadeCheckpoint } from './evidence';
import { emptyTree, EvidenceHouse, evidenceFolder } from './evidence-house.fixture';
import { Witness } from './witness';

const { privateKey: key } = generateKeyPairSync('ed25519');

describe('a witness', () => {
  let house: EvidenceHouse;
  let stateFile: string;
  let witness: Witness;
  let first: MadeCheckpoint;
  let second: MadeCheckpoint;

  beforeEach(async () => {
    house = await EvidenceHouse.open();
    stateFile = path.join(evidenceFolder(), 'witness.last');
    witness = witnessOf(house.evidence.publicKey);
    await house.write(6);
    first = await house.evidence.checkpoint();
    await house.write(5);
    second = await house.evidence.checkpoint();
  });

  const witnessOf = (logKey: string) =>
    new Witness({ logKey, name: 'stadsarkivet.example', key, stateFile, at: '2026-03-19T08:00:00.000Z' });

  it('cosigns the first checkpoint that it sees, and then those that continue it', async () => {
    witness.cosign(undefined, first);
    const note = witness.cosign(first, second);
    expect(readFileSync(stateFile, 'utf8')).toBe(note);
    const bundle = await house.evidence.prove('s1', { withPayloads: true, under: { ...second, note } });
    const proved = await verifier.verify(bundle, house.evidence.publicKey, [witness.publicKey]);
    expect(proved.witnesses).toEqual([{ name: 'stadsarkivet.example', at: '2026-03-19T08:00:00.000Z' }]);
  });

  it('takes a cosigned note for the older one, and signs the same checkpoint again', () => {
    const note = witness.cosign(undefined, first);
    expect(witness.cosign({ note }, first)).toContain('stadsarkivet.example');
    expect(witness.cosign({ ...first, note }, second)).toContain('stadsarkivet.example');
  });

  it('refuses a history that was written anew, and keeps what it cosigned', async () => {
    witness.cosign(undefined, first);
    const kept = readFileSync(stateFile, 'utf8');
    house.moveLastDay('s2');
    house.tamper('tree', ...emptyTree);
    const again = await house.evidence.checkpoint();
    const lists = {
      ...again.lists,
      consistency: [{ from: first.size, proof: second.lists.consistency[0]?.proof ?? [] }],
    };
    expect(() => witness.cosign(first, { ...again, lists })).toThrow('does not continue');
    expect(readFileSync(stateFile, 'utf8')).toBe(kept);
    expect(existsSync(`${stateFile}.lock`)).toBe(false);
  });

  it('refuses to go back: the older checkpoint must be the one that it cosigned last', () => {
    witness.cosign(undefined, first);
    witness.cosign(first, second);
    expect(() => witness.cosign(first, second)).toThrow('cosigned last');
    expect(() => witness.cosign(undefined, first)).toThrow('cosigned last');
    expect(() => witness.cosign(second, first)).toThrow(/does not continue/);
  });

  it('refuses an older checkpoint when it has cosigned none, and two runs at once', () => {
    expect(() => witness.cosign(first, second)).toThrow('nothing was cosigned yet');
    writeFileSync(`${stateFile}.lock`, '');
    expect(() => witness.cosign(undefined, first)).toThrow('another run');
  });

  it('refuses lists that are not signed, a checkpoint of another installation and one without a proof', async () => {
    witness.cosign(undefined, first);
    const cut = { ...second.lists, heads: second.lists.heads.slice(1) };
    expect(() => witness.cosign(first, { ...second, lists: cut })).toThrow('not the one that was signed');
    expect(() => witness.cosign(first, { note: second.note })).toThrow('--since');
    const stranger = await EvidenceHouse.open();
    expect(() =>
      witness.cosign(first, { note: first.note.replace('exempelkommun', 'grannkommun') }),
    ).toThrow();
    expect(() => witnessOf(stranger.evidence.publicKey).cosign(undefined, first)).toThrow('not signed');
  });
});
