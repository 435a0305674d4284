import { decode, decodeReview, decodeRuleset, decoderOf, UnknownShape } from './decode';
import { recorded } from './examples';
import type { EventOf, PersonalFileEvent } from './vocabulary';

type Of<T extends PersonalFileEvent['type']> = EventOf<T>;

/** A vocabulary in which OrderSent has two older versions: one with the field `hours`, and before that one without a purpose. */
const { currentVersion, decode: decodeOld } = decoderOf<Of<'OrderSent' | 'OrderCancelled'>>({
  OrderSent: {
    upcasters: [
      (data) => ({ ...data, purpose: 'okänt' }),
      ({ hours, ...data }: { readonly hours?: number }) => ({
        ...data,
        extent: { amount: hours, unit: 'hours', per: 'month', activities: [] },
      }),
    ],
  },
  OrderCancelled: {},
});

describe('an old shape', () => {
  const stored = (schemaVersion: number, data: object) => ({
    ...recorded('OrderSent', '2026-03-02'),
    schemaVersion,
    data,
  });

  it('is converted version by version when it is read', () => {
    const extent = { amount: 20, unit: 'hours', per: 'month', activities: [] };
    expect(currentVersion('OrderSent')).toBe(3);
    expect(decodeOld(stored(1, { hours: 20 }))).toMatchObject({
      schemaVersion: 3,
      data: { purpose: 'okänt', extent },
    });
    expect(decodeOld(stored(2, { purpose: 'simma', hours: 20 })).data).toEqual({ purpose: 'simma', extent });
    expect(decodeOld(stored(3, { purpose: 'simma', extent })).data).toEqual({ purpose: 'simma', extent });
  });

  it('leaves what was stored as it was', () => {
    const data = Object.freeze({ hours: 20 });
    decodeOld(stored(1, data));
    expect(data).toEqual({ hours: 20 });
  });

  it('is not converted if the entry was made unreadable', () => {
    const redacted = { ...stored(1, {}), data: null, redacted: true } as const;
    expect(decodeOld(redacted)).toBe(redacted);
  });

  it.each([0, 4, 1.5])('of version %p is refused as unknown', (version) => {
    expect(() => decodeOld(stored(version, {}))).toThrow(UnknownShape);
  });
});

it('an unknown type is an error, and is never skipped', () => {
  expect(() => decode({ type: 'OrderEaten', schemaVersion: 1, data: {} })).toThrow(
    'unknown event type OrderEaten',
  );
  expect(() => decode({ type: 'toString', schemaVersion: 1, data: {} })).toThrow(UnknownShape);
});

it.each([
  ['a review', decodeReview, 'ReviewClosed'],
  ['a ruleset', decodeRuleset, 'RuleResumed'],
] as const)('%s is read by the same rules as a file', (_, decoder, type) => {
  const stored = { type, schemaVersion: 1, data: {} };
  expect(decoder(stored)).toBe(stored);
  expect(() => decoder({ ...stored, schemaVersion: 2 })).toThrow(UnknownShape);
  expect(() => decoder({ ...stored, type: 'OrderSent' })).toThrow(UnknownShape);
});
