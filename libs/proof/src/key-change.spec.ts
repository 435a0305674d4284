import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyPair, verifyByNode } from './ed25519.fixture';
import { openKeyChange, signKeyChange } from './key-change';
import { vkeyText } from './note';
import { primitives as p } from './rfc6962.fixture';
import { VERIFIER } from './verifier.fixture';

const log = 'exempelstad/roda-traden/5b1d9a52';
const [one, two, other] = [keyPair(log, 1), keyPair(log, 1), keyPair(log, 1)];
const change = { time: '2026-03-18T01:00:00.000Z', size: 12, from: one.key, to: two.key };
const note = signKeyChange(p, change, { from: one.sign, to: two.sign });

describe('the statement about a change of key', () => {
  it('is read as it was signed, by both keys', () => {
    expect(openKeyChange(p, note, verifyByNode)).toEqual(change);
  });

  it('is refused with one character changed, with one signature, or signed by another key', () => {
    const lines = note.trimEnd().split('\n');
    const without = (line: number): string => `${lines.filter((_, i) => i !== line).join('\n')}\n`;
    const forged = [
      signKeyChange(p, change, { from: other.sign, to: two.sign }),
      signKeyChange(p, change, { from: one.sign, to: other.sign }),
      note.replace('size 12', 'size 13'),
      note.replace('2026', '2027'),
      note.replace('key-change', 'key-chance'),
      without(lines.length - 1),
      without(lines.length - 2),
    ];
    for (const each of forged) expect(() => openKeyChange(p, each, verifyByNode)).toThrow();
  });

  describe('checked outside with the earlier public key', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'rt-key-change-'))));
    afterEach(() => rmSync(folder, { recursive: true }));
    const check = (text: string, key: string) => {
      const file = path.join(folder, 'statement');
      writeFileSync(file, text);
      const program = path.join(path.dirname(VERIFIER), 'key-change.mjs');
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, file, key], {
        encoding: 'utf8',
        env: { RT_LANG: 'en' },
      });
      return { status, said: stdout + stderr };
    };

    it('says the new one, and refuses what the earlier key did not sign', () => {
      const [from, to] = [vkeyText(p, one.key), vkeyText(p, two.key)];
      expect(check(note, from)).toMatchObject({ status: 0, said: expect.stringContaining(to) });
      for (const [text, key] of [
        [note, vkeyText(p, other.key)],
        [note, to],
        [note.replace('size 12', 'size 13'), from],
        ['a letter', from],
      ] as const)
        expect(check(text, key)).toMatchObject({ status: 1, said: expect.stringContaining('NOT PROVED') });
      expect(check(note, '').status).toBe(1);
    });
  });
});
