/** Changes to the events and to their keys. */
import { canonicalEnvelope, sha256 } from '../../libs/event-store/src/sealing/envelope';
import type { KeylessIntruder } from './intruder';
import { REVIEW } from './small-house';
import type { Tampering } from './tampering';

const EVENTS = 'events.sqlite';
const KEYS = 'keys.sqlite';
const EVERY_DATABASE = [EVENTS, KEYS, 'tree.sqlite', 'read-models.sqlite', 'access-log.sqlite'];

const rowOf = (i: KeylessIntruder, stream: string, revision: number): string =>
  `stream = ${i.numberOf(stream)} AND revision = ${revision}`;
const lastOf = (i: KeylessIntruder, stream: string): number => i.envelopesOf(stream).length - 1;
const eraseBy = (i: KeylessIntruder, stream: string): KeylessIntruder => {
  const last = lastOf(i, stream);
  const [row] = i.rows(EVENTS, `SELECT hash, position FROM events WHERE ${rowOf(i, stream, last)}`);
  return i.run(
    EVENTS,
    'UPDATE streams SET erased_revision = ?, erased_hash = ?, erased_position = ? WHERE name = ?',
    last,
    row?.['hash'] as string,
    row?.['position'] as number,
    stream,
  );
};
/** Copies the last event of a file behind itself, under another payload and key. */
const append = (i: KeylessIntruder, sealed: Uint8Array, keyId: string): KeylessIntruder => {
  const last = i.envelopesOf(i.file).at(-1) as ReturnType<KeylessIntruder['envelopesOf']>[number];
  const text = canonicalEnvelope({
    ...last,
    id: '0b2f2f0c-9d2c-4d53-8f4c-0d0a3c6c2f10',
    keyId,
    revision: last.revision + 1,
    prevHash: sha256(canonicalEnvelope(last)),
  });
  return i.run(
    EVENTS,
    'INSERT INTO events SELECT max(position) + 1, ?, ?, ?, ?, ? FROM events',
    i.numberOf(i.file),
    last.revision + 1,
    sha256(text),
    text,
    sealed,
  );
};
const keyIdOf = (i: KeylessIntruder, stream: string): string =>
  String(i.rows(KEYS, 'SELECT id FROM keys WHERE stream = ?', stream)[0]?.['id']);

const ofEvents: readonly Omit<Tampering, 'file'>[] = [
  {
    what: 'a day moved, every hash after it computed anew',
    does: (i) => i.rechain(i.file, 3, { occurredOn: '2020-01-01' }),
    foundBy: ['HISTORY_DAMAGED', 'rt_history_damaged_total', 'verify'],
  },
  {
    what: 'the day of the last event moved, with a hash that fits',
    does: (i) => i.rechain(i.file, -1, { occurredOn: '2020-01-01' }),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'recorded earlier than it was, hashes computed anew',
    does: (i) => i.rechain(i.file, 2, { recordedAt: '2019-01-01T12:00:00.000Z' }),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'another user as who recorded it, hashes computed anew',
    does: (i) => i.rechain(i.file, 2, { recordedBy: 'hl-farsta-5' }),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'an event taken for one of the first seal, with the hash of its sealed bytes',
    does: (i) => {
      const [row] = i.rows(EVENTS, `SELECT sealed FROM events WHERE ${rowOf(i, i.file, 2)}`);
      const dataHash = sha256(row?.['sealed'] as Uint8Array);
      i.rechain(i.file, 2, { seal: undefined, payloadHash: undefined, dataHash });
    },
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'a day moved, and no hash',
    does: (i) =>
      i.run(
        EVENTS,
        `UPDATE events SET envelope = replace(envelope, '"occurredOn":"20', '"occurredOn":"19') WHERE ${rowOf(i, i.file, 3)}`,
      ),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'a row in the middle deleted',
    does: (i) => i.run(EVENTS, `DELETE FROM events WHERE ${rowOf(i, i.file, 3)}`),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the last row of a file deleted',
    does: (i) => i.run(EVENTS, `DELETE FROM events WHERE ${rowOf(i, i.file, lastOf(i, i.file))}`),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the newest events of the whole store deleted',
    does: (i) => i.run(EVENTS, 'DELETE FROM events WHERE position > (SELECT max(position) - 3 FROM events)'),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'all rows of a file deleted',
    does: (i) => i.run(EVENTS, `DELETE FROM events WHERE stream = ${i.numberOf(i.file)}`),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'a file and its name deleted',
    does: (i) => {
      i.run(EVENTS, `DELETE FROM events WHERE stream = ${i.numberOf(i.file)}`);
      i.run(EVENTS, 'DELETE FROM streams WHERE name = ?', i.file);
    },
    foundBy: ['verify'],
  },
  {
    what: 'a file marked as erased, its rows deleted',
    does: (i) => {
      const { file } = i;
      eraseBy(i, file);
      i.run(EVENTS, `DELETE FROM events WHERE stream = ${i.numberOf(file)}`);
    },
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'an event appended: garbage under a key that is destroyed',
    does: (i) => {
      i.run(KEYS, "INSERT INTO keys (id, stream, event, wrapped) VALUES ('gone', ?, 'gone', NULL)", i.file);
      append(i, Buffer.from('garbage'), 'gone');
    },
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'an event appended: the payload of another, with a chain that fits',
    does: (i) => {
      const [row] = i.rows(EVENTS, `SELECT sealed FROM events WHERE ${rowOf(i, i.file, 3)}`);
      append(i, row?.['sealed'] as Uint8Array, keyIdOf(i, i.file));
    },
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the payloads of two events exchanged',
    does: (i) => i.exchange(EVENTS, 'events', ['sealed'], rowOf(i, i.otherFile, 2), rowOf(i, i.otherFile, 3)),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'a payload cut to nothing',
    does: (i) => i.run(EVENTS, `UPDATE events SET sealed = x'' WHERE ${rowOf(i, i.otherFile, 2)}`),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the rows of two files exchanged',
    does: (i) =>
      i.exchange(
        EVENTS,
        'events',
        ['hash', 'envelope', 'sealed'],
        rowOf(i, i.file, 2),
        rowOf(i, i.otherFile, 2),
      ),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the revisions of two events exchanged',
    does: (i) =>
      i.exchange(EVENTS, 'events', ['hash', 'envelope', 'sealed'], rowOf(i, i.file, 2), rowOf(i, i.file, 3)),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the names of two files exchanged',
    does: (i) => {
      const [one, other] = [i.file, i.otherFile];
      const [a, b] = [i.numberOf(one), i.numberOf(other)];
      i.run(EVENTS, `UPDATE streams SET name = 'between' WHERE number = ${a}`);
      i.run(EVENTS, `UPDATE streams SET name = '${one}' WHERE number = ${b}`);
      i.run(EVENTS, `UPDATE streams SET name = '${other}' WHERE number = ${a}`);
    },
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the places of two files’ events in the order of the store exchanged',
    does: (i) => {
      const [a] = i.rows(EVENTS, `SELECT position FROM events WHERE ${rowOf(i, i.file, lastOf(i, i.file))}`);
      const [b] = i.rows(
        EVENTS,
        `SELECT position FROM events WHERE ${rowOf(i, i.otherFile, lastOf(i, i.otherFile))}`,
      );
      i.run(EVENTS, `UPDATE events SET position = -1 WHERE position = ${a?.['position']}`);
      i.run(EVENTS, `UPDATE events SET position = ${a?.['position']} WHERE position = ${b?.['position']}`);
      i.run(EVENTS, `UPDATE events SET position = ${b?.['position']} WHERE position = -1`);
    },
    foundBy: ['verify'],
  },
  {
    what: 'the record of an erasure deleted',
    does: (i) =>
      i.run(
        EVENTS,
        "DELETE FROM events WHERE stream IN (SELECT number FROM streams WHERE name LIKE 'erasures-%')",
      ),
    foundBy: ['verify'],
  },
  {
    what: 'the record of a redaction deleted, the chain computed anew',
    does: (i) => {
      const redaction = i.envelopesOf(i.file).find(({ redacts }) => redacts !== undefined)
        ?.revision as number;
      i.run(EVENTS, `DELETE FROM events WHERE ${rowOf(i, i.file, redaction)}`);
    },
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'a setting of the municipality dated otherwise, hashes computed anew',
    does: (i) => i.rechain('ruleset-kommunen', 0, { occurredOn: '2026-05-30' }),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'a setting of the municipality deleted',
    does: (i) => i.run(EVENTS, `DELETE FROM events WHERE stream = ${i.numberOf('ruleset-kommunen')}`),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'a review recorded otherwise, hashes computed anew',
    does: (i) => i.rechain(`review-${REVIEW}`, 1, { recordedAt: '2021-02-01T08:00:00.000Z' }),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'another id for the store',
    does: (i) =>
      i.run(EVENTS, "UPDATE store SET value = '0b2f2f0c-9d2c-4d53-8f4c-0d0a3c6c2f10' WHERE name = 'storeId'"),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'older events put back (a rollback of this file)',
    does: (i) => i.putBackOld(EVENTS),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'every database as it was earlier (a rollback)',
    does: (i) => i.putBackOld(...EVERY_DATABASE),
    foundBy: ['start', 'verify --checkpoint'],
  },
  {
    what: 'every database and the mark of the last event as they were earlier (a rollback of the whole folder)',
    does: (i) => i.putBackOld(...EVERY_DATABASE, 'durable.mark'),
    foundBy: ['verify --checkpoint'],
  },
];

const ofKeys: readonly Omit<Tampering, 'file'>[] = [
  {
    what: 'every key set to destroyed',
    does: (i) => i.run(KEYS, 'UPDATE keys SET wrapped = NULL'),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'the key of one file set to destroyed',
    does: (i) => i.run(KEYS, 'UPDATE keys SET wrapped = NULL WHERE stream = ?', i.otherFile),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the key of one file deleted',
    does: (i) => i.run(KEYS, 'DELETE FROM keys WHERE stream = ?', i.otherFile),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the keys of two files exchanged',
    does: (i) =>
      i.exchange(KEYS, 'keys', ['wrapped'], `stream = '${i.otherFile}'`, `stream = 'ruleset-kommunen'`),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'the wrapped key of a file changed',
    does: (i) =>
      i.run(
        KEYS,
        'UPDATE keys SET wrapped = CAST(substr(wrapped, 1, 20) || zeroblob(16) || substr(wrapped, 37) AS BLOB) WHERE stream = ?',
        i.otherFile,
      ),
    foundBy: ['KEY_DAMAGED', 'rt_keys_damaged_total', 'verify'],
  },
  {
    what: 'a payload that was sealed again exchanged for its neighbour',
    does: (i) =>
      i.exchange(
        KEYS,
        'resealed',
        ['sealed'],
        `stream = '${i.file}' AND revision = 1`,
        `stream = '${i.file}' AND revision = 2`,
      ),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the payloads that were sealed again deleted',
    does: (i) => i.run(KEYS, 'DELETE FROM resealed'),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'older keys put back, with the one that was destroyed',
    does: (i) => i.putBackOld(KEYS),
    foundBy: ['HISTORY_DAMAGED', 'verify'],
  },
  {
    what: 'the generation of the keys set back',
    does: (i) => i.run(KEYS, "UPDATE store SET value = '0' WHERE name = 'generation'"),
    foundBy: ['start', 'verify', 'verify --checkpoint'],
  },
];

export const historyTamperings: readonly Tampering[] = [
  ...ofEvents.map((one) => ({ ...one, file: EVENTS })),
  ...ofKeys.map((one) => ({ ...one, file: KEYS })),
];
