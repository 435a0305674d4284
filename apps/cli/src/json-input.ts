import { jsonOf, NotJson } from '@rt/handling';
import { WrongUsage } from './exit';

/** The limit of the input. The whole history of a personal file as one array is far smaller. */
export const INPUT_BYTES_MAX = 8 * 1024 * 1024;

/** Reads the JSON document from standard input. @throws WrongUsage with the position of a syntax error, without repeating the input */
export const readJson = async (
  stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean },
): Promise<unknown> => {
  if (stdin.isTTY)
    throw new WrongUsage({
      sv: 'Det finns inget att läsa: ge JSON på standard input, som i `… < events.json`.',
      en: 'Nothing to read: give the JSON on standard input, as in `… < events.json`.',
    });
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk as Uint8Array);
    length += bytes.length;
    if (length > INPUT_BYTES_MAX)
      throw new WrongUsage(`The input is over ${INPUT_BYTES_MAX} bytes; record it in parts.`);
    chunks.push(bytes);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.toString().trim() === '')
    throw new WrongUsage({
      sv: 'Det som lästes är tomt; ge ett JSON-dokument på standard input.',
      en: 'The input is empty; give a JSON document on standard input.',
    });
  try {
    return jsonOf(bytes);
  } catch (error) {
    if (error instanceof NotJson) throw new WrongUsage(MESSAGES[error.fault](error));
    throw error;
  }
};

const MESSAGES: Readonly<Record<NotJson['fault'], (found: NotJson) => string>> = {
  notUtf8: () => 'The input is not UTF-8 text; save it as UTF-8.',
  duplicateName: () => 'The input names a field twice in one object; keep one of the two.',
  notJson: ({ at }) =>
    `The input is not JSON${at ? `: line ${at.line}, column ${at.column}` : '; check its quotation marks, commas and brackets'}.`,
};
