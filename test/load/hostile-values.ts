import type { Chance } from '../../libs/demo/src/chance';

/** What a parameter says of itself in the description of the API. */
export interface ParameterSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly ParameterSchema[];
  readonly items?: ParameterSchema;
}

/** Words that have broken programs: of queries, of paths, of templates, of JavaScript's own objects, of calendars and of Unicode. */
const HOSTILE = [
  '',
  ' ',
  "' OR 1=1 --",
  "'; DROP TABLE findings; --",
  '1 UNION SELECT * FROM access',
  '" OR ""="',
  '%',
  '_',
  '*',
  '\u0000',
  'farsta\u0000ostermalm',
  '../../etc/passwd',
  '..\\..\\master.key',
  '%00',
  '%2e%2e%2f',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\r\nSet-Cookie: rt-session=x',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1e9',
  '0x10',
  '9'.repeat(40),
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '2026-03-02T11:00:00.000Z',
  '2026-03-02T25:00:00.000Z',
  '[]',
  '{}',
  '[object Object]',
  'ostermalm',
  'sdn-ostermalm',
  'hl-ostermalm-1',
  'å̈ö',
  'ﬀ',
  '‮gnirts',
  '👩‍🦽',
  '\ud800',
  'x'.repeat(3_000),
  'é'.repeat(300),
];

export const hostileWord = (chance: Chance): string => chance.pick(HOSTILE);

/** Names of the town that parameters ask for; a parameter of another name gets some word. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  reviewId: ['ledsagning-2021', 'farsta-2026', 'farsta-2026', 'plan-1'],
  unitId: ['farsta', 'ostermalm'],
  unit: ['farsta', 'ostermalm'],
  worker: ['hl-farsta-1', 'hl-ostermalm-1'],
};
const WORDS = ['1', '42', 'farsta', 'hl-farsta-1', 'bGluZSAx'];

/** A value as its schema wants it, made from the schema, the parameter's name and the ids that are about. */
export const fittingValue = (
  name: string,
  schema: ParameterSchema,
  chance: Chance,
  ids: readonly string[],
): string => {
  if (schema.anyOf) return fittingValue(name, chance.pick(schema.anyOf), chance, ids);
  if (schema.enum) return chance.pick(schema.enum);
  if (schema.type === 'array') {
    const count = chance.whole(1, 3);
    return Array.from({ length: count }, () => fittingValue(name, schema.items ?? {}, chance, ids)).join(',');
  }
  if (schema.type === 'integer') return String(chance.whole(schema.minimum ?? 0, schema.maximum ?? 1_000));
  switch (schema.format) {
    case 'uuid':
      return chance.happens(80) ? chance.pick(ids) : chance.uuid();
    case 'date':
      return `2026-0${chance.whole(1, 9)}-${chance.whole(10, 28)}`;
    case 'date-time':
      return `2026-0${chance.whole(1, 9)}-${chance.whole(10, 28)}T11:00:00.000Z`;
    case undefined:
    default:
      return chance.pick(NAMES[name] ?? WORDS);
  }
};

/** What stands in an address for a value: mostly as a browser writes it, at times as nobody should. */
export const inAddress = (value: string, chance: Chance): string =>
  chance.happens(3)
    ? chance.pick(['%', '%ZZ', '%E0%A4%A', '%c0%ae'])
    : encodeURIComponent(value.toWellFormed());

/** What Node lets a header hold; a half of what is hostile cannot even be sent. */
export const inHeader = (value: string): string =>
  value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 3_000);
