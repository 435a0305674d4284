import type { Text } from '@rt/domain';

/**
 * Whether a text says anything at all: it has a letter or a digit that can be seen. A blank, a zero-width character, `-`, `.` and `?` say
 * nothing. The reader judges what the text says.
 */
export const isStated = (text: string | undefined): boolean =>
  text !== undefined && /[\p{L}\p{N}]/u.test(text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''));

/** `a, b och c`, in both languages. */
export const listed = (parts: readonly Text[]): Text => ({
  sv: joined(
    parts.map(({ sv }) => sv),
    'och',
  ),
  en: joined(
    parts.map(({ en }) => en),
    'and',
  ),
});

const joined = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
