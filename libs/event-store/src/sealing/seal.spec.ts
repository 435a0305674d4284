import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import golden from '../golden/chain.json';
import { open, associatedData, seal, type SealedPlace } from './seal';

const key = createSecretKey(randomBytes(32));
const place: SealedPlace = {
  stream: 'personalFile-1',
  revision: 3,
  id: 'e-1',
  type: 'NoteWritten',
  schemaVersion: 1,
};

it('opens to what was sealed, with the same key in the same place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (plain) => {
      const wellFormed = plain.toWellFormed();
      return (
        open(key, associatedData(place), seal(key, associatedData(place), wellFormed)).toString('utf8') ===
        wellFormed
      );
    }),
  );
});

it.each<[string, Partial<SealedPlace>]>([
  ['stream', { stream: 'personalFile-2' }],
  ['revision', { revision: 4 }],
  ['id', { id: 'e-2' }],
  ['type', { type: 'ContactMade' }],
  ['schema version', { schemaVersion: 2 }],
])('does not open under another %s', (_, other) => {
  const sealed = seal(key, associatedData(place), '{}');
  expect(() => open(key, associatedData({ ...place, ...other }), sealed)).toThrow();
});

it('does not open with another key, nor with any bit changed, nor cut short', () => {
  const sealed = seal(key, associatedData(place), '{"text":"Invented."}');
  const opens = (bytes: Uint8Array, other = key): boolean => {
    try {
      open(other, associatedData(place), bytes);
      return true;
    } catch {
      return false;
    }
  };
  const flipped = (bit: number): Buffer => {
    const changed = Buffer.from(sealed);
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
    return changed;
  };
  expect(opens(sealed)).toBe(true);
  expect(opens(sealed, createSecretKey(randomBytes(32)))).toBe(false);
  expect(
    Array.from({ length: sealed.length * 8 }, (_, bit) => bit).filter((bit) => opens(flipped(bit))),
  ).toEqual([]);
  expect(Array.from(sealed.keys()).filter((length) => opens(sealed.subarray(0, length)))).toEqual([]);
});

it('never uses a nonce twice', () => {
  const nonces = Array.from({ length: 2_000 }, () =>
    seal(key, associatedData(place), '').subarray(0, 12).toString('hex'),
  );
  expect(new Set(nonces).size).toBe(nonces.length);
});

it('opens what was sealed in the past', () => {
  const old = createSecretKey(Buffer.from(golden.key, 'base64'));
  for (const { envelope, sealed, data } of golden.events) {
    const plain = open(old, associatedData(envelope), Buffer.from(sealed, 'base64')).toString('utf8');
    expect(JSON.parse(plain)).toEqual(data);
  }
});
