import type { FormLine } from '@rt/domain';

/** What is written in a form, as it is written. Names and nesting are those of the request. */
export interface Values {
  readonly [name: string]: WrittenValue;
}
export type WrittenValue = string | readonly string[] | Values | readonly Values[] | undefined;

/** The name under which a part with alternatives keeps which of them is filled in. */
export const ALTERNATIVE = '$oneOf';

/** The lines of the number or day that identifies a person: it has no lines of its own in the form. */
export const linesOf = (line: FormLine): readonly FormLine[] | undefined =>
  line.kind === 'identity'
    ? [
        {
          name: 'kind',
          kind: 'code',
          label: line.label,
          required: true,
          ...(line.codes && { codes: line.codes }),
        },
        {
          name: 'value',
          kind: 'text',
          label: { sv: 'Nummer eller dag', en: 'Number or day' },
          required: true,
          max: 20,
        },
      ]
    : line.lines;

/** The lines of a part that are to be filled in: all of them, or those of the chosen alternative and those of none. */
export const chosenLines = (line: FormLine, values: Values): readonly FormLine[] => {
  const lines = linesOf(line) ?? [];
  if (line.oneOf === undefined) return lines;
  const chosen = line.oneOf[Number(values[ALTERNATIVE] ?? (line.required ? '0' : '-1'))] ?? [];
  const inGroups = new Set(line.oneOf.flat());
  return lines.filter(({ name }) => chosen.includes(name) || !inGroups.has(name));
};

export const valuesIn = (value: WrittenValue): Values =>
  value !== undefined && typeof value === 'object' && !Array.isArray(value) ? (value as Values) : {};
export const itemsIn = (value: WrittenValue): readonly Values[] =>
  Array.isArray(value) ? (value as readonly Values[]) : [];
export const wordsIn = (value: WrittenValue): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];
export const textIn = (value: WrittenValue): string => (typeof value === 'string' ? value : '');

/** The values with another one at a path such as `data.goals[2].text`. */
export const withValue = (values: Values, path: string, value: WrittenValue): Values => {
  const [, name = '', index, rest] = /^([^.[]+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(path) ?? [];
  const before = values[name];
  if (index !== undefined) {
    const items = [...itemsIn(before)];
    const place = Number(index);
    items[place] = rest === undefined ? valuesIn(value) : withValue(items[place] ?? {}, rest, value);
    return { ...values, [name]: items };
  }
  return { ...values, [name]: rest === undefined ? value : withValue(valuesIn(before), rest, value) };
};

/** The request that the lines and what is written in them make. What is left empty is left out: the server says what is missing. */
export const bodyOf = (lines: readonly FormLine[], values: Values): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const line of lines) {
    const value = bodyOfLine(line, values[line.name]);
    if (value !== undefined) body[line.name] = value;
  }
  return body;
};

const bodyOfLine = (line: FormLine, value: WrittenValue): unknown => {
  if (line.list) {
    const list = listOf(line, value);
    return list.length === 0 && !line.required ? undefined : list;
  }
  if (linesOf(line) !== undefined) {
    const part = bodyOf(chosenLines(line, valuesIn(value)), valuesIn(value));
    return Object.keys(part).length === 0 && !line.required ? undefined : part;
  }
  if (line.kind === 'object') return value;
  const text = textIn(value).trim();
  if (text === '') return undefined;
  if (line.kind === 'flag') return text === 'true';
  return line.kind === 'amount' || line.kind === 'whole' ? numberIn(text) : text;
};

const listOf = (line: FormLine, value: WrittenValue): readonly unknown[] => {
  if (line.lines)
    return itemsIn(value).map((item) => {
      const id = line.creates && `${line.creates}Id`;
      const own = id === undefined ? undefined : item[id];
      return {
        ...bodyOf(line.lines ?? [], item),
        ...(id !== undefined && own !== undefined && { [id]: own }),
      };
    });
  if (typeof value === 'string')
    return value
      .split('\n')
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return wordsIn(value);
};

/** `7,5` is a number to a Swede. What is no number is sent as it is written, so that the server says so. */
const numberIn = (text: string): unknown => {
  const number = Number(text.replace(',', '.').replace(/[\s\u00a0]/g, ''));
  return Number.isNaN(number) ? text : number;
};

/** The values that would make a payload: the other way of `bodyOf`, for an entry that is to be corrected. */
export const valuesOf = (lines: readonly FormLine[], data: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    lines.flatMap((line) => {
      const given = data[line.name];
      return given === undefined || given === null ? [] : [[line.name, valueOf(line, given)] as const];
    }),
  );

const valueOf = (line: FormLine, given: unknown): WrittenValue => {
  if (Array.isArray(given)) {
    if (line.lines)
      return given.map((item: Readonly<Record<string, unknown>>) => {
        const id = line.creates && `${line.creates}Id`;
        return {
          ...valuesOf(line.lines ?? [], item),
          ...(id !== undefined && typeof item[id] === 'string' && { [id]: item[id] }),
        };
      });
    return isWritten(line) ? given.join('\n') : (given as string[]);
  }
  if (typeof given === 'object') {
    const part = given as Record<string, unknown>;
    const group = line.oneOf?.findIndex((names) => names.some((name) => name in part));
    return {
      ...valuesOf(linesOf(line) ?? [], part),
      ...(group !== undefined && group >= 0 && { [ALTERNATIVE]: String(group) }),
    };
  }
  return String(given);
};

/** Whether the items of a list are written, one a line, and not chosen. */
export const isWritten = ({ kind, codes, choose }: FormLine): boolean =>
  kind !== 'directoryId' && codes === undefined && choose === undefined;
