import { spawnSync } from 'node:child_process';
import { hashingWith } from './hashing';
import { inclusion } from './merkle-vectors.json';
import { leavesOf, MTH, PATH, primitives } from './rfc6962.fixture';
import { verifier, VERIFIER } from './verifier.fixture';

const bytes = (text: string | null): Uint8Array => Uint8Array.from(Buffer.from(text ?? '', 'base64'));
const hashing = hashingWith(primitives);

const accepts = async (vector: (typeof inclusion)[number]): Promise<boolean> => {
  const proof = ((vector.proof ?? []) as readonly string[]).map(bytes);
  try {
    const leaf = bytes(vector.leafHash);
    const root = await verifier.rootFromInclusion(vector.leafIdx, vector.treeSize, leaf, proof);
    return Buffer.from(root).equals(bytes(vector.root));
  } catch {
    return false;
  }
};

describe('the verifier', () => {
  it.each(inclusion)('judges as transparency-dev/merkle does: $file, $desc', async (vector) => {
    expect(await accepts(vector)).toBe(!vector.wantErr);
  });

  it('accepts every audit path of RFC 6962 and no other', async () => {
    const data = leavesOf(70);
    for (const size of [1, 2, 3, 8, 33, 64, 70])
      for (const index of [0, size >> 1, size - 1]) {
        const path = PATH(index, data.slice(0, size)).map((hash) => Uint8Array.from(hash));
        const leaf = hashing.leaf(data[index] as Uint8Array);
        const root = await verifier.rootFromInclusion(index, size, leaf, path);
        expect(Buffer.from(root)).toEqual(MTH(data.slice(0, size)));
        await expect(
          verifier.rootFromInclusion(index, size, leaf, [...path, new Uint8Array(32)]),
        ).rejects.toThrow('MALFORMED');
      }
  });

  it('opens the example of the C2SP specification', async () => {
    const note =
      'This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    const key = await verifier.readKey(
      'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    );
    expect(await verifier.openNote(note, key)).toEqual({ text: 'This is an example message.\n' });
    await expect(verifier.openNote(note.replace('example', 'sample'), key)).rejects.toThrow('BAD_SIGNATURE');
    await expect(
      verifier.readKey('example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'),
    ).rejects.toThrow('BAD_KEY');
  });

  it('says how it is used, and ends with 2', () => {
    const { status, stderr } = spawnSync(process.execPath, [VERIFIER], {
      encoding: 'utf8',
      env: { RT_LANG: 'en' },
    });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: ') });
  });
});
