import { WrongUsage } from './exit';

/** The limit of the input. The whole history of a personal file as one array is far smaller. */
export const INPUT_BYTES_MAX = 8 * 1024 * 1024;

/** Reads the JSON document from standard input. @throws WrongUsage with the position of a syntax error, without repeating the input */
export const readJson = async (
  stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean },
): Promise<unknown> => {
  if (stdin.isTTY)
    throw new WrongUsage('Nothing to read: give the JSON on standard input, as in `… < events.json`.');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > INPUT_BYTES_MAX)
      throw new WrongUsage(`The input is over ${INPUT_BYTES_MAX} bytes; record it in parts.`);
    chunks.push(bytes);
  }
  const text = decoded(Buffer.concat(chunks));
  if (text.trim() === '') throw new WrongUsage('The input is empty; give a JSON document on standard input.');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongUsage(`The input is not JSON${faultPosition(error, text)}.`);
  }
};

const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new WrongUsage('The input is not UTF-8 text; save it as UTF-8.');
  }
};

/** The position of a syntax error. The message of the JSON parser quotes the input, which may be about a person, so only the position is used. */
const faultPosition = (error: unknown, text: string): string => {
  const position = Number(/position (\d+)/.exec((error as Error).message)?.[1] ?? NaN);
  if (Number.isNaN(position)) return '; check its quotation marks, commas and brackets';
  const before = text.slice(0, position).split('\n');
  return `: line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
};
