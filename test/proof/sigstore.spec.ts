import { createPublicKey, type KeyObject } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { hashingWith, inclusionIn, originOf, rootOf, signNote, checkpointText, vkeyText } from '@rt/proof';
import { leavesOf, primitives as p } from '../../libs/proof/src/rfc6962.fixture';
import { keyPair } from '../../libs/proof/src/ed25519.fixture';

/**
 * `@sigstore/verify` reads the inclusion proofs and notes of the public transparency logs. It knows nothing of this repository. The two functions are
 * no part of its interface, so its version is pinned, and they are loaded by their files.
 */
const load = createRequire(__filename);
const inSigstore = (file: string): Record<string, (...args: never[]) => unknown> =>
  load(path.join(path.dirname(load.resolve('@sigstore/verify')), 'tlog', file));
const { verifyMerkleInclusion } = inSigstore('merkle.js') as unknown as {
  verifyMerkleInclusion(
    entry: { inclusionProof: { logIndex: string; hashes: Buffer[] }; canonicalizedBody: Buffer },
    checkpoint: { logSize: bigint; logHash: Buffer },
  ): void;
};
const { verifyCheckpoint } = inSigstore('checkpoint.js') as unknown as {
  verifyCheckpoint(
    entry: { inclusionProof: { checkpoint: { envelope: string } } },
    logs: { logID: Buffer; baseURL: string; publicKey: unknown }[],
  ): { origin: string; logSize: bigint; logHash: Buffer };
};

const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });

const hashing = hashingWith(p);
const data = leavesOf(300);
const hashes = data.map((leaf) => hashing.leaf(leaf));

describe('@sigstore/verify', () => {
  it('accepts our inclusion proofs, and none for another leaf', () => {
    for (const size of [1, 2, 3, 7, 64, 65, 255, 256, 257, 300])
      for (const index of [0, size >> 1, size - 1]) {
        const proof = inclusionIn(hashing, hashes.slice(0, size), index).map((hash) => Buffer.from(hash));
        const root = Buffer.from(rootOf(hashing, hashes.slice(0, size)));
        const verify = (leaf: Uint8Array) =>
          verifyMerkleInclusion(
            {
              inclusionProof: { logIndex: String(index), hashes: proof },
              canonicalizedBody: Buffer.from(leaf),
            },
            { logSize: BigInt(size), logHash: root },
          );
        expect(() => verify(data[index] as Uint8Array)).not.toThrow();
        expect(() => verify(Buffer.from('another leaf'))).toThrow();
      }
  });

  it('reads our note, and refuses it under another key or with another size', () => {
    const origin = originOf('exempelkommun', '7b0e4b6e-0c55-4a52-9f0a-3a8f2f8f0a11');
    const log = keyPair(origin, 1);
    const root = rootOf(hashing, hashes);
    const note = signNote(p, checkpointText(p, { origin, size: 300, root }), log.key, log.sign);
    const read = (envelope: string, raw: Uint8Array) => {
      const logID = Buffer.from(vkeyText(p, log.key).split('+')[1] as string, 'hex');
      const publicKey = publicKeyOf(raw);
      return verifyCheckpoint({ inclusionProof: { checkpoint: { envelope } } }, [
        { logID, baseURL: `https://${origin}`, publicKey },
      ]);
    };
    const { logSize, logHash } = read(note, log.key.raw);
    expect([logSize, logHash.equals(root)]).toEqual([300n, true]);
    expect(() => read(note.replace('\n300\n', '\n301\n'), log.key.raw)).toThrow();
    expect(() => read(note, keyPair(origin, 1).key.raw)).toThrow();
  });
});
