import { depthMax, valuesMax } from './limits';
import { refusedFor } from './refused';

/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/**
 * A copy that holds plain JSON and nothing else, fields left undefined dropped: what is checked is what is hashed and stored.
 * Everything that could surprise a later step is refused here once: depth, size, numbers that are none, text that cannot
 * be stored, names that objects have from birth (`__proto__`, `constructor`, `toString`).
 * @throws Refused: TOO_DEEP, TOO_LARGE, NOT_JSON, UNSTORABLE_TEXT, UNKNOWN_FIELD
 */
export const plainJson = (input: unknown): Json => {
  let values = 0;
  const copy = (value: unknown, path: string, depth: number): Json => {
    if (++values > valuesMax) throw refusedFor('TOO_LARGE', '');
    if (typeof value === 'string') {
      if (!storable(value)) throw refusedFor('UNSTORABLE_TEXT', path);
      return value;
    }
    if (typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
    if (typeof value !== 'object') throw refusedFor('NOT_JSON', path);
    if (depth > depthMax) throw refusedFor('TOO_DEEP', '');
    if (Array.isArray(value))
      return Array.from(value, (item: unknown, i) => copy(item, `${path}[${i}]`, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw refusedFor('NOT_JSON', path);
    const fields: Record<string, Json> = {};
    for (const [name, field] of Object.entries(value)) {
      if (name in Object.prototype || !storable(name)) throw refusedFor('UNKNOWN_FIELD', path);
      if (field !== undefined) fields[name] = copy(field, fieldPath(path, name), depth + 1);
    }
    return fields;
  };
  return copy(input, '', 1);
};

/** The same JSON with the fields of every object in order: equal requests give equal texts. */
export const canonical = (value: Json): string =>
  JSON.stringify(value, (_name, field: Json) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );

/** A field's place, without repeating a name that nobody gave it in the code: a name may be somebody's. */
const fieldPath = (path: string, name: string): string => {
  const shown = /^[a-z][A-Za-z]{0,40}$/.test(name) ? name : '?';
  return path === '' ? shown : `${path}.${shown}`;
};

/** Control characters other than tab and line breaks, and halves of surrogate pairs, are no text. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const storable = (text: string): boolean => text.isWellFormed() && !controls.test(text);
