import { hashFromBase64, NotAProof, type Primitives } from './primitives';

/** A list, represented by its length and its root or hash. */
export interface ListHash {
  readonly count: number;
  readonly hash: Uint8Array;
}

/** The content of the last leaf of a signed tree, which is not an event. */
export interface Anchor {
  /** ISO instant. */
  readonly time: string;
  /** The RFC 6962 tree over the heads of all streams (`headText`), sorted by stream. */
  readonly heads: ListHash;
  /** The access log: its number of entries and the hash of the last one. */
  readonly access: ListHash;
  /** What was destroyed: the lines of `destroyedText` and the SHA-256 of all of them. */
  readonly destroyed: ListHash;
  /** The generation of the keys: it rises whenever keys are destroyed. */
  readonly keys: number;
}

const format = 'roda-traden/anchor/v1';

/** One line per field. The text is longer than 32 bytes, so it cannot be mistaken for the leaf of an event. */
export const anchorText = (p: Primitives, { time, heads, access, destroyed, keys }: Anchor): string => {
  const list = (name: string, { count, hash }: ListHash) => `${name} ${count} ${p.toBase64(hash)}\n`;
  return `${format}\ntime ${time}\n${list('heads', heads)}${list('access', access)}${list('destroyed', destroyed)}keys ${keys}\n`;
};

/** @throws NotAProof */
export const readAnchor = (p: Primitives, text: string): Anchor => {
  const pattern = new RegExp(
    `^${format}\\ntime (\\S+)\\nheads (\\d{1,15}) (\\S+)\\naccess (\\d{1,15}) (\\S+)\\ndestroyed (\\d{1,15}) (\\S+)\\nkeys (\\d{1,9})\\n$`,
  );
  const [, time = '', headCount, heads = '', accessCount, access = '', destroyedCount, destroyed = '', keys] =
    pattern.exec(text) ?? [];
  if (keys === undefined) throw new NotAProof('it is no anchor');
  const list = (count: string | undefined, hash: string) => ({
    count: Number(count),
    hash: hashFromBase64(p, hash),
  });
  return {
    time,
    heads: list(headCount, heads),
    access: list(accessCount, access),
    destroyed: list(destroyedCount, destroyed),
    keys: Number(keys),
  };
};

/** The last event of a stream, or of what the stream was before it was erased. */
export interface StreamHead {
  readonly stream: string;
  readonly lastRevision: number;
  readonly lastHash: string;
  readonly erased?: true;
}

/** A leaf of the tree of heads: canonical JSON (RFC 8785), whose keys stand in this order. */
export const headText = ({ stream, lastRevision, lastHash, erased }: StreamHead): string =>
  JSON.stringify({ ...(erased && { erased }), lastHash, lastRevision, stream });

/** @throws NotAProof unless the text is canonical */
export const readHead = (text: string): StreamHead => {
  const head = parsed(text) as Partial<StreamHead> | undefined;
  const { stream, lastRevision, lastHash, erased } = head ?? {};
  const isHead =
    typeof stream === 'string' && typeof lastRevision === 'number' && typeof lastHash === 'string';
  if (!isHead || headText({ stream, lastRevision, lastHash, ...(erased && { erased }) }) !== text)
    throw new NotAProof('it is no head of a stream');
  return { stream, lastRevision, lastHash, ...(erased && { erased }) };
};

/** Destroyed data: a whole stream, or the entry of a recorded redaction. */
export interface Destroyed {
  readonly stream: string;
  /** The redaction's own revision; left out: the whole stream was erased. */
  readonly revision?: number;
  /** The id of the redacted entry; left out where only the sealed payload of the redaction names it. */
  readonly redacts?: string;
}

/** A line of the list of what was destroyed: canonical JSON. */
export const destroyedText = ({ stream, revision, redacts }: Destroyed): string =>
  JSON.stringify({
    ...(redacts !== undefined && { redacts }),
    ...(revision !== undefined && { revision }),
    stream,
  });

/** Hashes the list as it is handed out: one entry a line. */
export const destroyedHash = (p: Primitives, lines: readonly string[]): ListHash => ({
  count: lines.length,
  hash: p.sha256(p.utf8(lines.map((line) => `${line}\n`).join(''))),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
