import {
  anchorText,
  destroyedHash,
  destroyedText,
  headText,
  readAnchor,
  readHead,
  type Anchor,
} from './anchor';
import { hashingWith } from './hashing';
import { NotAProof } from './primitives';
import { primitives as p } from './rfc6962.fixture';

const anchor: Anchor = {
  time: '2026-03-18T01:00:00.000Z',
  heads: { count: 2, hash: p.sha256(p.utf8('heads')) },
  access: { count: 0, hash: p.sha256(p.utf8('access')) },
  destroyed: { count: 0, hash: hashingWith(p).emptyRoot },
  keys: 1,
};

describe('an anchor', () => {
  it('is read as it was written, and longer than an event’s hash', () => {
    const text = anchorText(p, anchor);
    expect(text.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'roda-traden/anchor/v1',
      'time',
      'heads',
      'access',
      'destroyed',
      'keys',
      '',
    ]);
    expect(readAnchor(p, text)).toEqual(anchor);
    expect(text.length).toBeGreaterThan(32);
  });

  it('is refused with a line more, less or in another place', () => {
    const lines = anchorText(p, anchor).split('\n');
    for (const wrong of [
      [...lines, ''],
      lines.filter((line) => !line.startsWith('access')),
      lines.toSorted(),
      lines.map((line) => line.replace('v1', 'v2')),
    ])
      expect(() => readAnchor(p, wrong.join('\n'))).toThrow(NotAProof);
  });
});

describe('the lists behind an anchor', () => {
  const head = { stream: 'personalFile-1', lastRevision: 3, lastHash: 'ab' };

  it('write a head as canonical JSON, erased streams too', () => {
    expect(headText(head)).toBe('{"lastHash":"ab","lastRevision":3,"stream":"personalFile-1"}');
    for (const one of [head, { ...head, erased: true as const }])
      expect(readHead(headText(one))).toEqual(one);
  });

  it('refuse a head that is written in another way', () => {
    for (const wrong of ['', '{}', JSON.stringify(head), `${headText(head)} `])
      expect(() => readHead(wrong)).toThrow(NotAProof);
  });

  it('hash what was destroyed line by line', () => {
    const lines = [destroyedText({ stream: 's' }), destroyedText({ stream: 's', revision: 4, redacts: 'e' })];
    expect(lines).toEqual(['{"stream":"s"}', '{"redacts":"e","revision":4,"stream":"s"}']);
    const text = '{"stream":"s"}\n{"redacts":"e","revision":4,"stream":"s"}\n';
    expect(destroyedHash(p, lines)).toEqual({ count: 2, hash: p.sha256(p.utf8(text)) });
  });
});
