/**
 * Checks the proof of one file's history (`rt proof`) against a public key, without the installation that it comes from.
 *
 *   node verifier.mjs <bundle.json> <public key> [public key of a witness …]      or open verifier.html in a browser
 *
 * It is one file without any dependency, so that it can be read in an hour, and it sends nothing anywhere. It stands apart from the program on purpose:
 * it shares no code with what made the proof. Formats: RFC 6962 (trees), C2SP signed-note and tlog-checkpoint (signatures).
 * It uses neither `import` nor `export`, so that a page opened from a file may load it as a plain script.
 */
globalThis.rodaTradenVerifier = (() => {
  const { subtle } = globalThis.crypto;

  /** What a bundle is refused for: a code, whose text stands in `REASONS` below, and where. */
  class Refused extends Error {
    constructor(code, revision) {
      super(revision === undefined ? code : `${code} (revision ${revision})`);
      Object.assign(this, { name: 'Refused', code, revision });
    }
  }
  const must = (holds, code, revision) => {
    if (!holds) throw new Refused(code, revision);
  };

  // Bytes and text

  const utf8 = (text) => new TextEncoder().encode(text);
  const textOf = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  /** Only the canonical form: every changed bit of a proof is refused, also one that decodes to the same bytes. */
  const base64 = (text) => {
    must(
      typeof text === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0,
      'MALFORMED',
    );
    const binary = atob(text);
    must(btoa(binary) === text, 'MALFORMED');
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  };
  const hash32 = (text) => {
    const bytes = base64(text);
    must(bytes.length === 32, 'MALFORMED');
    return bytes;
  };
  const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
  const jsonOf = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      throw new Refused('MALFORMED');
    }
  };
  const listOf = (value) => {
    must(Array.isArray(value), 'MALFORMED');
    return value;
  };

  /** What a bundle may hold is known: a member under another name would pass for one that was left out. */
  const only = (object, ...names) => {
    const isKnown =
      typeof object === 'object' &&
      object !== null &&
      Object.keys(object).every((name) => names.includes(name));
    must(isKnown, 'MALFORMED');
  };

  // RFC 6962: the hash of a leaf begins with a zero byte, that of a node with a one

  const sha256 = async (bytes) => new Uint8Array(await subtle.digest('SHA-256', bytes));
  const leafHash = (data) => sha256(joined([0], data));
  const nodeHash = (left, right) => sha256(joined([1], left, right));
  const split = (n) => {
    let k = 1;
    while (k * 2 < n) k *= 2;
    return k;
  };

  /** RFC 9162 2.1.3.2: the root that a leaf and its audit path lead to. */
  const rootFromInclusion = async (index, size, leaf, proof) => {
    must(
      Number.isSafeInteger(size) && Number.isSafeInteger(index) && index >= 0 && index < size,
      'MALFORMED',
    );
    must(
      [leaf, ...proof].every(({ length }) => length === 32),
      'MALFORMED',
    );
    let at = index;
    let last = size - 1;
    let root = leaf;
    const up = () => {
      at = Math.floor(at / 2);
      last = Math.floor(last / 2);
    };
    for (const hash of proof) {
      must(last > 0, 'MALFORMED');
      if (at % 2 === 1 || at === last) {
        root = await nodeHash(hash, root);
        while (at % 2 === 0 && at !== 0) up();
      } else root = await nodeHash(root, hash);
      up();
    }
    must(last === 0, 'MALFORMED');
    return root;
  };

  /** The root that several leaves lead to. The proof holds the hash of every subtree without any of them, from left to right. */
  const rootFromMany = async (indexes, leaves, size, proof) => {
    let used = 0;
    const walk = async (low, high, from, to) => {
      if (from === to) {
        must(used < proof.length, 'MALFORMED');
        return proof[used++];
      }
      if (high - low === 1) return leaves[from];
      const middle = low + split(high - low);
      let border = from;
      while (border < to && indexes[border] < middle) border++;
      const left = await walk(low, middle, from, border);
      return nodeHash(left, await walk(middle, high, border, to));
    };
    const root = await walk(0, size, 0, indexes.length);
    must(used === proof.length, 'MALFORMED');
    return root;
  };

  // C2SP signed-note

  /** `<name>+<id>+<base64 of type and key>` */
  const readKey = async (text) => {
    const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u.exec(String(text).trim()) ?? [];
    must(name !== undefined, 'BAD_KEY');
    const [type, ...raw] = base64(encoded);
    must((type === 1 || type === 4) && raw.length === 32, 'BAD_KEY');
    const idBytes = (await sha256(joined(utf8(`${name}\n`), [type], raw))).slice(0, 4);
    must(hex(idBytes) === id, 'BAD_KEY');
    const key = await subtle
      .importKey('raw', Uint8Array.from(raw), { name: 'Ed25519' }, false, ['verify'])
      .catch(({ name: why }) => must(false, why === 'NotSupportedError' ? 'UNSUPPORTED' : 'BAD_KEY'));
    return {
      name,
      type,
      id: idBytes,
      signed: (bytes, signature) => subtle.verify('Ed25519', key, signature, bytes),
    };
  };

  /** The text of a note that the key signed; from a witness also when. */
  const openNote = async (note, key) => {
    must(typeof note === 'string', 'MALFORMED');
    const cut = note.lastIndexOf('\n\n');
    must(cut > 0 && note.endsWith('\n'), 'MALFORMED');
    const text = note.slice(0, cut + 1);
    for (const line of note.slice(cut + 2, -1).split('\n')) {
      const [, name, encoded] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
      must(name !== undefined, 'MALFORMED');
      const bytes = base64(encoded);
      if (name !== key.name || !same(bytes.slice(0, 4), key.id)) continue;
      if (key.type === 1) {
        must(await key.signed(utf8(text), bytes.slice(4)), 'BAD_SIGNATURE');
        return { text };
      }
      must(bytes.length > 12, 'MALFORMED');
      const seconds = Number(new DataView(bytes.buffer).getBigUint64(4));
      must(
        await key.signed(utf8(`cosignature/v1\ntime ${seconds}\n${text}`), bytes.slice(12)),
        'BAD_SIGNATURE',
      );
      return { text, at: new Date(seconds * 1000).toISOString() };
    }
    throw new Refused('NOT_SIGNED');
  };

  const readCheckpoint = (text) => {
    const [, origin, size, root] = /^(\S+)\n(0|[1-9]\d{0,14})\n(\S+)\n$/u.exec(text) ?? [];
    must(origin !== undefined, 'MALFORMED');
    return { origin, size: Number(size), root: hash32(root) };
  };

  // The proof of one file

  /** The anchor is the last leaf of the signed tree; it holds the root over the heads of all files. */
  const readAnchor = async (anchor, { size, root }) => {
    const leaf = await leafHash(utf8(String(anchor.text)));
    const path = listOf(anchor.proof).map(hash32);
    must(same(await rootFromInclusion(size - 1, size, leaf, path), root), 'OTHER_ANCHOR');
    const [, time, count, heads] =
      /^roda-traden\/anchor\/v1\ntime (\S+)\nheads (\d{1,15}) (\S+)\n/.exec(anchor.text) ?? [];
    must(time !== undefined, 'MALFORMED');
    return { time, count: Number(count), heads: hash32(heads) };
  };

  const readHead = async (head, { count, heads }) => {
    const leaf = await leafHash(utf8(String(head.text)));
    const path = listOf(head.proof).map(hash32);
    must(same(await rootFromInclusion(head.index, count, leaf, path), heads), 'OTHER_HEAD');
    const { stream, lastRevision, lastHash, erased } = jsonOf(head.text);
    must(typeof stream === 'string' && Number.isSafeInteger(lastRevision) && !erased, 'MALFORMED');
    return { stream, lastRevision, lastHash };
  };

  /** The payload of an event, if the bundle shows it: the envelope holds the hash of 16 random bytes and the payload's JSON. */
  const payloadOf = async ({ plain }, envelope, revision) => {
    if (plain === undefined) return undefined;
    const bytes = base64(plain);
    must(envelope.seal === 2 && hex(await sha256(bytes)) === envelope.payloadHash, 'OTHER_PAYLOAD', revision);
    return jsonOf(textOf(bytes.slice(16)));
  };

  /** The chain from the name of the file's stream to its head: every event names the hash of the one before. */
  const readEvents = async (bundle, head, size) => {
    const given = listOf(bundle.events);
    must(given.length === head.lastRevision + 1, 'EVENTS_MISSING');
    const events = [];
    const leaves = [];
    let prevHash = hex(await sha256(utf8(head.stream)));
    let before = -1;
    for (const [revision, event] of given.entries()) {
      only(event, 'index', 'envelope', 'plain');
      must(typeof event.envelope === 'string', 'MALFORMED', revision);
      const envelope = jsonOf(event.envelope);
      const belongs =
        envelope.stream === head.stream && envelope.revision === revision && envelope.prevHash === prevHash;
      must(belongs, 'CHAIN_BROKEN', revision);
      const { index } = event;
      must(Number.isSafeInteger(index) && index > before && index < size - 1, 'OUT_OF_ORDER', revision);
      before = index;
      const hash = await sha256(utf8(event.envelope));
      prevHash = hex(hash);
      leaves.push(await leafHash(hash));
      events.push({ ...envelope, index, payload: await payloadOf(event, envelope, revision) });
    }
    must(prevHash === head.lastHash, 'CHAIN_BROKEN', head.lastRevision);
    return { events, leaves };
  };

  /** Which entries a later event took out, and on what ground if that event is shown. */
  const redactionsIn = (events) =>
    events
      .filter(({ type, redacts }) => redacts !== undefined || type === 'EntryRedacted')
      .map(({ revision, redacts, recordedAt, recordedBy, payload }) => {
        const id = redacts ?? payload?.eventId;
        const entry = events.find((event) => event.id === id && event.revision < revision);
        return { revision, recordedAt, recordedBy, entry: entry?.revision, ground: payload?.ground };
      });

  /**
   * @param bundle what `rt proof` wrote, parsed
   * @param publicKey the installation's public key on one line
   * @param witnessKeys public keys of those who must have cosigned
   * @throws Refused if anything is not as it was signed
   */
  const verify = async (bundle, publicKey, witnessKeys = []) => {
    must(bundle?.format === 'roda-traden-proof/v1', 'OTHER_FORMAT');
    only(bundle, 'format', 'checkpoint', 'anchor', 'head', 'events', 'order');
    only(bundle.anchor, 'text', 'proof');
    only(bundle.head, 'index', 'text', 'proof');
    const key = await readKey(publicKey);
    const checkpoint = readCheckpoint((await openNote(bundle.checkpoint, key)).text);
    must(checkpoint.origin === key.name, 'OTHER_LOG');
    const witnesses = [];
    for (const text of witnessKeys) {
      const witness = await readKey(text);
      must(witness.type === 4, 'BAD_KEY');
      witnesses.push({ name: witness.name, at: (await openNote(bundle.checkpoint, witness)).at });
    }
    const anchor = await readAnchor(bundle.anchor, checkpoint);
    const head = await readHead(bundle.head, anchor);
    const { events, leaves } = await readEvents(bundle, head, checkpoint.size);
    const order = listOf(bundle.order).map(hash32);
    const indexes = events.map(({ index }) => index);
    must(same(await rootFromMany(indexes, leaves, checkpoint.size, order), checkpoint.root), 'NOT_IN_TREE');
    return {
      origin: checkpoint.origin,
      size: checkpoint.size,
      signedAt: anchor.time,
      witnesses,
      stream: head.stream,
      events,
      redactions: redactionsIn(events),
    };
  };

  return { verify, readKey, openNote, rootFromInclusion, rootFromMany, leafHash, Refused };
})();

/** What the reader is told: Swedish, English. */
const REASONS = {
  MALFORMED: ['Filen är inte ett bevis i rätt form.', 'The file is not a proof in the right form.'],
  OTHER_FORMAT: ['Granskaren läser inte bevis av det slaget.', 'The verifier reads no such proofs.'],
  BAD_KEY: ['En öppen nyckel är inte rätt skriven.', 'A public key is not written correctly.'],
  UNSUPPORTED: ['Webbläsaren kan inte granska Ed25519.', 'This browser cannot check Ed25519.'],
  BAD_SIGNATURE: ['Underskriften stämmer inte.', 'The signature is wrong.'],
  NOT_SIGNED: ['Nyckeln har inte undertecknat kontrollpunkten.', 'The key did not sign the checkpoint.'],
  OTHER_LOG: ['Kontrollpunkten gäller en annan installation.', 'The checkpoint is of another installation.'],
  OTHER_ANCHOR: ['Ankaret hör inte till det undertecknade trädet.', 'The anchor is not of the signed tree.'],
  OTHER_HEAD: ['Sista händelsen är inte den undertecknade.', 'The last event is not the signed one.'],
  EVENTS_MISSING: ['Händelser fattas eller är tillagda.', 'Events are missing or have been added.'],
  CHAIN_BROKEN: ['Händelsen är ändrad eller flyttad.', 'The event was changed or moved.'],
  OUT_OF_ORDER: ['Händelsens plats i ordningen stämmer inte.', "The event's place in the order is wrong."],
  OTHER_PAYLOAD: ['Innehållet är inte det som antecknades.', 'The content is not what was recorded.'],
  NOT_IN_TREE: ['Händelserna har andra platser i trädet.', 'The events have other places in the tree.'],
};

const wordsIn = (language) => {
  const say = (...texts) => texts[language === 'en' ? 1 : 0];
  const at = (revision) =>
    revision === undefined ? '' : say(` (händelse ${revision})`, ` (event ${revision})`);
  return {
    say,
    refused: (code, revision) =>
      `${say('INTE BEVISAT', 'NOT PROVED')}. ${say(...REASONS[code])}${at(revision)}`,
    proved: ({ events, stream, signedAt, origin }) =>
      say(
        `BEVISAT. ${events.length} händelser i ${stream}, från den första och utan lucka, som ${origin} undertecknade ${signedAt}.`,
        `PROVED. ${events.length} events of ${stream}, from the first one and without a gap, which ${origin} signed at ${signedAt}.`,
      ),
    witnessed: ({ name, at: time }) =>
      say(`Bevittnat av ${name} ${time}.`, `Witnessed by ${name} at ${time}.`),
    head: say(
      ['Nr', 'Plats i ordningen', 'Antecknad', 'Hände', 'Av', 'Typ', 'Innehåll'],
      ['No', 'Place in the order', 'Recorded', 'Happened', 'By', 'Type', 'Content'],
    ),
    closed: say('visas inte', 'not shown'),
    redacted: ({ revision, recordedAt, ground = say('visas inte', 'not shown') }) =>
      say(
        `borttagen genom händelse ${revision}, ${recordedAt}; grund: ${ground}`,
        `taken out by event ${revision}, ${recordedAt}; ground: ${ground}`,
      ),
    usage:
      say('Så här', 'Usage') + ': node verifier.mjs <proof.json> <public key> [<public key of a witness> …]',
  };
};

/** The verdict and the table under it. @returns `{ proved, lines, head, rows }` */
const report = async (text, publicKey, witnessKeys, words) => {
  const { verify, Refused } = globalThis.rodaTradenVerifier;
  try {
    let bundle;
    try {
      bundle = JSON.parse(text);
    } catch {
      throw new Refused('MALFORMED');
    }
    const proved = await verify(bundle, publicKey, witnessKeys);
    const takenOut = new Map(proved.redactions.map((redaction) => [redaction.entry, redaction]));
    const content = ({ revision, payload }) => {
      const redaction = takenOut.get(revision);
      if (redaction !== undefined) return words.redacted(redaction);
      return payload === undefined ? words.closed : JSON.stringify(payload);
    };
    return {
      proved: true,
      lines: [words.proved(proved), ...proved.witnesses.map(words.witnessed)],
      head: words.head,
      rows: proved.events.map((event) =>
        [
          event.revision,
          event.index,
          event.recordedAt,
          event.occurredOn,
          event.recordedBy,
          event.type,
          content(event),
        ].map(String),
      ),
    };
  } catch (error) {
    // Whatever a malformed bundle breaks on the way, it proves nothing.
    const { code = 'MALFORMED', revision } = error instanceof Refused ? error : {};
    return { proved: false, lines: [words.refused(code, revision)], head: [], rows: [] };
  }
};

const onCommandLine = async ([bundle, key, ...witnesses], { LANG = '', RT_LANG = LANG }) => {
  const words = wordsIn(RT_LANG.startsWith('en') ? 'en' : 'sv');
  const fs = await import('node:fs');
  /** A key is given itself or as a file. */
  const keyText = (given) => (fs.existsSync(given) ? fs.readFileSync(given, 'utf8') : given);
  if (key === undefined || !fs.existsSync(bundle)) {
    console.error(words.usage);
    return 2;
  }
  const { proved, lines, head, rows } = await report(
    fs.readFileSync(bundle, 'utf8'),
    keyText(key),
    witnesses.map(keyText),
    words,
  );
  for (const line of [...lines, ...[head, ...rows].map((cells) => cells.join('  '))]) console.log(line);
  return proved ? 0 : 1;
};

if (/(^|[\\/])verifier\.mjs$/.test(globalThis.process?.argv[1] ?? ''))
  void onCommandLine(process.argv.slice(2), process.env).then((code) => (process.exitCode = code));
