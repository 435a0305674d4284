import fc, { type Arbitrary } from 'fast-check';
import type { Json } from './plain-json';

const surprises: readonly unknown[] = [
  null,
  '',
  ' ',
  'x'.repeat(30_000),
  'a\0b',
  '\ud800',
  '__proto__',
  -1,
  1e308,
  -0,
  0.1 + 0.2,
  Number.NaN,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[]],
  [null],
  { length: 5 },
  '2026-02-30',
  '9999-12-31',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  new Date(0),
  10n,
  Symbol('s'),
  () => 1,
  new Map([['a', 1]]),
];

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', '0', '', 'x\0'];

/** The input with one to three errors at random places. */
export const hostile = (input: Json): Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom<Change>('replace', 'remove', 'add', 'repeat'), fc.nat()), {
      minLength: 1,
      maxLength: 3,
    })
    .map((changes) =>
      changes.reduce<unknown>((changed, [where, how, what]) => changeAt(changed, where, how, what), input),
    );

type Change = 'replace' | 'remove' | 'add' | 'repeat';

const changeAt = (input: unknown, where: number, how: Change, what: number): unknown => {
  const copy: unknown = copied(input);
  const places: { readonly holder: Record<string, unknown>; readonly name: string }[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const name of Object.keys(value)) {
      places.push({ holder: value as Record<string, unknown>, name });
      walk((value as Record<string, unknown>)[name]);
    }
  };
  walk(copy);
  const place = places[where % Math.max(places.length, 1)];
  if (place === undefined) return surprises[what % surprises.length];
  const { holder, name } = place;
  switch (how) {
    case 'replace':
      holder[name] = surprises[what % surprises.length];
      break;
    case 'remove':
      delete holder[name];
      break;
    case 'add':
      Object.defineProperty(holder, names[what % names.length] as string, {
        value: surprises[(what >> 4) % surprises.length],
        enumerable: true,
        configurable: true,
        writable: true,
      });
      break;
    case 'repeat':
      holder[name] = Array.from({ length: 2 + (what % 200) }, () => holder[name]);
  }
  return copy;
};

/** A copy: plain objects and lists are copied, other values are the same. */
const copied = (value: unknown): unknown => {
  if (Array.isArray(value)) return Array.from(value, copied);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value))
    Object.defineProperty(copy, name, {
      value: copied((value as Record<string, unknown>)[name]),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy;
};
