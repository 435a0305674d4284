import {
  openNote,
  readVkey,
  signNote,
  signNoteToo,
  vkeyText,
  type NoteKey,
  type Sign,
  type Verify,
} from './note';
import { NotAProof, type Primitives } from './primitives';

/** The statement by which an installation hands its signature over to another key. */
export interface KeyChange {
  /** ISO instant. */
  readonly time: string;
  /** The size of the last tree that the earlier key signed. A larger one that it signed is not believed. */
  readonly size: number;
  readonly from: NoteKey;
  readonly to: NoteKey;
}

const format = 'roda-traden/key-change/v1';

/**
 * The statement as a signed note. The earlier key's signature tells those who know only that key which one to believe from now on. The next key's
 * signature tells the installation which earlier key it once had, so nobody adds one without holding the present key.
 */
export const signKeyChange = (
  p: Primitives,
  { time, size, from, to }: KeyChange,
  sign: { readonly from: Sign; readonly to: Sign },
): string => {
  const text = `${format}\ntime ${time}\nsize ${size}\nfrom ${vkeyText(p, from)}\nto ${vkeyText(p, to)}\n`;
  return signNoteToo(p, signNote(p, text, from, sign.from), to, sign.to);
};

/** Checks both signatures. The caller checks that it knows one of the two keys. @throws NotAProof */
export const openKeyChange = (p: Primitives, note: string, verify: Verify): KeyChange => {
  const found = /^(\S+)\ntime (\S+)\nsize (0|[1-9]\d{0,14})\nfrom (\S+)\nto (\S+)\n\n/u.exec(note);
  if (found?.[1] !== format) throw new NotAProof('it is no statement about a change of key');
  const [, , time = '', size = '', from = '', to = ''] = found;
  const change = { time, size: Number(size), from: readVkey(p, from), to: readVkey(p, to) };
  const texts = [change.from, change.to].map((key) => openNote(p, note, key, verify).text);
  // The text that was signed ends where the expression above ended.
  if (texts.some((text) => `${text}\n` !== found[0])) throw new NotAProof('it says more than was read');
  return change;
};
