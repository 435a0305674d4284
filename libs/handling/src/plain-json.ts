import type { Text } from '@rt/domain';
import { depthMax, valuesMax } from './limits';
import { refusedFor, type Refused } from './refused';

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

/**
 * A copy that contains only JSON values, without undefined fields. So the value that is checked is the value that is hashed and stored. Everything
 * that could break a later step is refused here: depth, size, numbers that are not finite, text that cannot be stored, and names that every object
 * inherits (`__proto__`, `constructor`, `toString`).
 * @param labelOf the label of the field at a path
 * @throws Refused: TOO_DEEP, TOO_LARGE, NOT_JSON, UNSTORABLE_TEXT, UNKNOWN_FIELD
 */
export const plainJson = (
  input: unknown,
  labelOf: (path: string) => Text | undefined = () => undefined,
): Json => {
  let values = 0;
  const refused = (code: 'NOT_JSON' | 'UNSTORABLE_TEXT' | 'UNKNOWN_FIELD', path: string): Refused =>
    refusedFor(code, path, {}, labelOf(path));
  const copy = (value: unknown, path: string, depth: number): Json => {
    if (++values > valuesMax) throw refusedFor('TOO_LARGE', '');
    if (typeof value === 'string') {
      if (!storable(value)) throw refused('UNSTORABLE_TEXT', path);
      return value;
    }
    if (typeof value === 'boolean' || value === null) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
    if (typeof value !== 'object') throw refused('NOT_JSON', path);
    if (depth > depthMax) throw refusedFor('TOO_DEEP', '');
    if (Array.isArray(value))
      return Array.from(value, (item: unknown, i) => copy(item, `${path}[${i}]`, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw refused('NOT_JSON', path);
    const fields: Record<string, Json> = {};
    for (const [name, field] of Object.entries(value)) {
      if (name in Object.prototype || !storable(name)) throw refused('UNKNOWN_FIELD', path);
      if (field !== undefined) fields[name] = copy(field, fieldPath(path, name), depth + 1);
    }
    return fields;
  };
  return copy(input, '', 1);
};

/** JSON text with the fields of every object in sorted order, so that equal requests give equal texts. */
export const canonical = (value: Json): string =>
  JSON.stringify(value, (_name, field: Json) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );

/** The path of a field. A name that does not look like a name in the code is not repeated: it may be the name of a person. */
const fieldPath = (path: string, name: string): string => {
  const shown = /^[a-z][A-Za-z]{0,40}$/.test(name) ? name : '?';
  return path === '' ? shown : `${path}.${shown}`;
};

/** Control characters other than tab and line breaks. A text that contains them, or half of a surrogate pair, is refused. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const storable = (text: string): boolean => text.isWellFormed() && !controls.test(text);
