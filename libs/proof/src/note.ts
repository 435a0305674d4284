import { NotAProof, sameBytes, type Primitives } from './primitives';

/** C2SP signed-note with the two kinds of signature that are used: the log's own (Ed25519) and a witness's cosignature/v1. */
export const SIGNATURE_TYPE = { log: 1, cosignature: 4 } as const;
export type SignatureType = (typeof SIGNATURE_TYPE)[keyof typeof SIGNATURE_TYPE];

/** A public Ed25519 key with the name it signs under. */
export interface NoteKey {
  readonly name: string;
  readonly type: SignatureType;
  readonly raw: Uint8Array;
}

/** Ed25519 of the platform. */
export type Sign = (message: Uint8Array) => Uint8Array;
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

export interface OpenedNote {
  /** The signed text, without the signatures. */
  readonly text: string;
  /** When a witness signed, in seconds since 1970. */
  readonly time?: number;
}

const idBytes = 4;
const timeBytes = 8;
const keyBytes = 32;

const isName = (name: string): boolean => /^[^\s+]+$/u.test(name);

const bytesOf = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const idOf = (p: Primitives, { name, type, raw }: NoteKey): Uint8Array =>
  p.sha256(bytesOf(p.utf8(`${name}\n`), [type], raw)).slice(0, idBytes);

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A public key on one line, as a verifier is given it: `<name>+<id>+<base64 of type and key>`. */
export const vkeyText = (p: Primitives, key: NoteKey): string =>
  `${key.name}+${hex(idOf(p, key))}+${p.toBase64(bytesOf([key.type], key.raw))}`;

/** @throws NotAProof */
export const readVkey = (p: Primitives, text: string): NoteKey => {
  const [, name = '', id, encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(text.trim()) ?? [];
  const bytes = p.fromBase64(encoded);
  const type = Object.values(SIGNATURE_TYPE).find((known) => known === bytes?.[0]);
  if (bytes?.length !== 1 + keyBytes || type === undefined)
    throw new NotAProof('it is no public key of the form name+id+key');
  const key = { name, type, raw: bytes.slice(1) };
  if (hex(idOf(p, key)) !== id) throw new NotAProof('the id in the public key is another key’s');
  return key;
};

const separator = '\n\n';
const line = (p: Primitives, key: NoteKey, signature: Uint8Array): string =>
  `\u2014 ${key.name} ${p.toBase64(bytesOf(idOf(p, key), signature))}\n`;

/** Signs a text as the log. @param text ends with a line break */
export const signNote = (p: Primitives, text: string, key: NoteKey, sign: Sign): string => {
  if (!isName(key.name)) throw new NotAProof('the name of a key holds a space or a plus');
  return `${text}\n${line(p, key, sign(p.utf8(text)))}`;
};

/** Adds the signature of another key of the log, which takes the place of the first one. */
export const signNoteToo = (p: Primitives, note: string, key: NoteKey, sign: Sign): string =>
  note + line(p, key, sign(p.utf8(textOf(note))));

/** The text before the signatures. @throws NotAProof */
const textOf = (note: string): string => {
  const cut = note.lastIndexOf(separator);
  if (cut < 1 || !note.endsWith('\n')) throw new NotAProof('it is no signed note');
  return note.slice(0, cut + 1);
};

const cosigned = (p: Primitives, text: string, seconds: number): Uint8Array =>
  p.utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

/** Adds a witness's signature, which also says when it was made. The witness has checked the note before. */
export const cosignNote = (
  p: Primitives,
  note: string,
  { key, seconds, sign }: { readonly key: NoteKey; readonly seconds: number; readonly sign: Sign },
): string => {
  if (!isName(key.name)) throw new NotAProof('the name of a key holds a space or a plus');
  const time = Array.from(
    { length: timeBytes },
    (_, i) => Math.floor(seconds / 256 ** (timeBytes - 1 - i)) % 256,
  );
  return note + line(p, key, bytesOf(time, sign(cosigned(p, textOf(note), seconds))));
};

/** Checks that a key signed a note. @throws NotAProof if it did not */
export const openNote = (p: Primitives, note: string, key: NoteKey, verify: Verify): OpenedNote => {
  const text = textOf(note);
  const id = idOf(p, key);
  for (const { name, bytes } of signaturesOf(p, note.slice(text.length + 1))) {
    if (name !== key.name || !sameBytes(bytes.slice(0, idBytes), id)) continue;
    if (key.type === SIGNATURE_TYPE.log) {
      if (verify(key.raw, p.utf8(text), bytes.slice(idBytes))) return { text };
    } else {
      const time = bytes.slice(idBytes, idBytes + timeBytes).reduce((sum, byte) => sum * 256 + byte, 0);
      const signature = bytes.slice(idBytes + timeBytes);
      if (Number.isSafeInteger(time) && verify(key.raw, cosigned(p, text, time), signature))
        return { text, time };
    }
    throw new NotAProof('the signature is wrong');
  }
  throw new NotAProof('the note is not signed with this key');
};

const signaturesOf = (
  p: Primitives,
  lines: string,
): readonly { readonly name: string; readonly bytes: Uint8Array }[] =>
  lines
    .slice(0, -1)
    .split('\n')
    .map((text) => {
      const [, name, encoded = ''] = /^\u2014 (\S+) (\S+)$/u.exec(text) ?? [];
      const bytes = p.fromBase64(encoded);
      if (name === undefined || bytes === undefined || bytes.length <= idBytes)
        throw new NotAProof('a line of signature is malformed');
      return { name, bytes };
    });
