/** Whether a text says anything at all. What it says is the reader's to judge. */
export const isStated = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** `a, b och c`. */
export const listed = (parts: readonly string[], and: string): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
