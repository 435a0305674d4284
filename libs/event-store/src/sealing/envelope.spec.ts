import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { createHash, createSecretKey } from 'node:crypto';
import golden from '../golden/chain.json';
import goldenOfTheSecondSeal from '../golden/chain-2.json';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from './envelope';
import { openPlain } from './payload';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const optional = fc.option(text, { nil: undefined });
const envelopes: fc.Arbitrary<ChainedEnvelope> = fc.record({
  id: text,
  stream: text,
  revision: fc.nat(),
  type: text,
  schemaVersion: fc.nat(),
  occurredOn: text,
  occurredTime: optional,
  recordedAt: text,
  recordedBy: text,
  onBehalfOf: optional,
  unitId: text,
  caseId: optional,
  origin: fc.constantFrom('user', 'provider', 'import', 'operator'),
  commandId: text,
  requestHash: text,
  correlationId: text,
  keyId: text,
  redacts: optional,
  erases: optional,
  seal: fc.constantFrom(2, undefined),
  payloadHash: optional,
  dataHash: optional,
  prevHash: text,
});

describe('the canonical form', () => {
  it('is that of RFC 8785 for any text', () => {
    fc.assert(fc.property(envelopes, (envelope) => canonicalEnvelope(envelope) === canonicalize(envelope)));
  });

  it('leaves out properties that are not part of the envelope', () => {
    fc.assert(
      fc.property(envelopes, (envelope) => {
        const more = { ...envelope, position: '7', hash: 'x', data: { a: 1 }, ownKey: true };
        return canonicalEnvelope(more) === canonicalEnvelope(envelope);
      }),
    );
  });

  it('refuses text that is not well-formed Unicode, and accepts an escape sequence that only looks like it', () => {
    const [envelope] = golden.events.map(({ envelope }) => envelope as ChainedEnvelope);
    expect(() => canonicalEnvelope({ ...(envelope as ChainedEnvelope), recordedBy: 'a\ud800b' })).toThrow(
      TypeError,
    );
    expect(canonicalEnvelope({ ...(envelope as ChainedEnvelope), recordedBy: 'a\\ud800b' })).toContain(
      'a\\\\ud800b',
    );
  });
});

describe('the stored form never changes', () => {
  it.each(golden.events.map((event, i) => [i, event] as const))(
    'event %i of the first seal: text, data hash, chain and hash',
    (i, event) => {
      const text = canonicalEnvelope(event.envelope as ChainedEnvelope);
      expect(text).toBe(event.canonical);
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(event.hash);
      expect(sha256(Buffer.from(event.sealed, 'base64'))).toBe(event.envelope.dataHash);
      expect(event.envelope.prevHash).toBe(
        i === 0 ? chainStart(event.envelope.stream) : golden.events[i - 1]?.hash,
      );
    },
  );

  it.each(goldenOfTheSecondSeal.events.map((event, i) => [i, event] as const))(
    'event %i of the second seal: text, payload hash, chain and hash',
    (i, { envelope, canonical, hash, sealed, data }) => {
      const text = canonicalEnvelope(envelope as ChainedEnvelope);
      expect(text).toBe(canonical);
      expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash);
      const key = createSecretKey(Buffer.from(goldenOfTheSecondSeal.key, 'base64'));
      const bytes = Buffer.from(sealed, 'base64');
      const plain = openPlain(key, envelope as ChainedEnvelope, { envelope: canonical, sealed: bytes });
      expect(createHash('sha256').update(plain).digest('hex')).toBe(envelope.payloadHash);
      expect(JSON.parse(plain.subarray(16).toString('utf8'))).toEqual(data);
      expect(envelope.prevHash).toBe(
        i === 0 ? chainStart(envelope.stream) : goldenOfTheSecondSeal.events[i - 1]?.hash,
      );
    },
  );
});
