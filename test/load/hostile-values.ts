import type { Chance } from '../../libs/demo/src/chance';

/** The schema of a parameter in the description of the API. */
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

/** Strings that break careless programs: SQL, paths, templates, names in JavaScript's prototypes, numbers, dates and Unicode. */
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

/** Names that exist in the test data, by parameter name; a parameter that is not listed gets one of WORDS. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  ruleId: ['plan-due', 'plan-due-15-days', 'follow-up-due', 'no-such-rule'],
  reviewId: ['ledsagning-2021', 'farsta-2026', 'farsta-2026', 'plan-1'],
  unitId: ['farsta', 'ostermalm'],
  unit: ['farsta', 'ostermalm'],
  worker: ['hl-farsta-1', 'hl-ostermalm-1'],
  // A draft's id is chosen by its author: one that is the id of another board's file tells nothing.
  draftId: ['1c0c6f7e-6f5e-4f0e-9d7a-000000000001', '1c0c6f7e-6f5e-4f0e-9d7a-000000000002'],
};
const WORDS = ['1', '42', 'farsta', 'hl-farsta-1', 'bGluZSAx'];

/** A value that fits the schema, chosen by the schema, the parameter's name and the ids that exist. */
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
      return chance.happens(80) ? chance.pick(NAMES[name] ?? ids) : chance.uuid();
    case 'date':
      return `2026-0${chance.whole(1, 9)}-${chance.whole(10, 28)}`;
    case 'date-time':
      return `2026-0${chance.whole(1, 9)}-${chance.whole(10, 28)}T11:00:00.000Z`;
    case undefined:
    default:
      return chance.pick(NAMES[name] ?? WORDS);
  }
};

/** The value as part of an address: usually encoded as a browser does it, sometimes an invalid percent-encoding in its place. */
export const inAddress = (value: string, chance: Chance): string =>
  chance.happens(3)
    ? chance.pick(['%', '%ZZ', '%E0%A4%A', '%c0%ae'])
    : encodeURIComponent(value.toWellFormed());

/** The value with every character that Node refuses in a header replaced by `?`, so that the request can be sent. */
export const inHeader = (value: string): string =>
  value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 3_000);
