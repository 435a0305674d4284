/** Why bytes are not the JSON document that they should be. */
export type JsonFault = 'notUtf8' | 'notJson' | 'duplicateName';

/** The input is not JSON. The message of the JSON parser quotes the input, which may be about a person, so only a position is kept. */
export class NotJson extends Error {
  override readonly name = 'NotJson';

  /** @param at the line and the column of a syntax error, from 1; undefined: the end of the input, or unknown */
  constructor(
    readonly fault: JsonFault,
    readonly at?: { readonly line: number; readonly column: number },
  ) {
    super(fault);
  }
}

/**
 * The JSON document in some bytes. Bytes of another encoding, and an object that names a field twice, are refused: whoever reads the stored text later
 * would read something else than the sender wrote. @throws NotJson
 */
export const jsonOf = (bytes: Uint8Array): unknown => {
  const text = decoded(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new NotJson('notJson', faultPosition(error, text));
  }
  if (namesTwice(text)) throw new NotJson('duplicateName');
  return value;
};

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new NotJson('notUtf8');
  }
};

const faultPosition = (error: unknown, text: string): NotJson['at'] => {
  const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? NaN);
  if (Number.isNaN(position)) return undefined;
  const before = text.slice(0, position).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

/** A string, with the colon that makes it the name of a field, or a bracket. Everything between them is of no interest here. */
const TOKENS = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}]/g;

/** Whether some object of a valid JSON text names a field twice. `JSON.parse` keeps the last of them without a word. */
const namesTwice = (text: string): boolean => {
  const open: Set<string>[] = [];
  for (const [token, colon] of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined) {
      const names = open.at(-1) as Set<string>;
      const name = JSON.parse(token.slice(0, -colon.length)) as string;
      if (names.has(name)) return true;
      names.add(name);
    }
  }
  return false;
};
