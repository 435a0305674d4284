/** Changes to what lies beside the history: the tree, the access log, sessions, seen marks, jobs, drafts, read models, key files, checkpoints. */
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { KeylessIntruder, Row } from './intruder';
import type { Tampering } from './tampering';

const TREE = 'tree.sqlite';
const ACCESS = 'access-log.sqlite';
const SESSIONS = 'sessions.sqlite';
const SEEN = 'seen-notices.sqlite';
const JOBS = 'jobs.sqlite';
const SUBSCRIPTIONS = 'subscriptions.sqlite';
const DRAFTS = 'drafts.sqlite';

const ofTree: readonly Omit<Tampering, 'file'>[] = [
  { what: 'the tree deleted', does: (i) => i.remove(TREE), foundBy: ['verify --checkpoint'] },
  {
    what: 'the hashes of the tree changed',
    does: (i) => i.run(TREE, 'UPDATE tiles SET hashes = zeroblob(length(hashes)) WHERE level = 0'),
    foundBy: ['verify'],
  },
  {
    what: 'the tiles of the tree deleted',
    does: (i) => i.run(TREE, 'DELETE FROM tiles'),
    foundBy: ['verify'],
  },
  {
    what: 'the size of the tree set back',
    does: (i) => i.run(TREE, 'UPDATE trees SET size = 3, position = 3'),
    foundBy: ['verify'],
  },
  {
    what: 'an anchor of an own checkpoint changed',
    does: (i) => i.run(TREE, "UPDATE checkpoints SET anchor = replace(anchor, 'access ', 'access 1')"),
    foundBy: ['verify'],
  },
  {
    what: 'the note of an own checkpoint changed',
    does: (i) =>
      i.run(TREE, 'UPDATE checkpoints SET note = (SELECT replace(note, char(10), char(10) || char(10)))'),
    foundBy: ['verify'],
  },
  {
    what: 'an own checkpoint deleted',
    does: (i) => i.run(TREE, 'DELETE FROM checkpoints'),
    foundBy: ['verify'],
  },
  {
    what: 'the last row of a file deleted, and what the tree knows of its length',
    does: (i) => {
      i.run(TREE, 'UPDATE heads SET revision = revision - 1 WHERE stream = ?', i.file);
      const number = i.numberOf(i.file);
      i.run(
        'events.sqlite',
        `DELETE FROM events WHERE stream = ${number} AND revision = (SELECT max(revision) FROM events WHERE stream = ${number})`,
      );
    },
    foundBy: ['verify'],
  },
  {
    what: 'the list of what was redacted deleted',
    does: (i) => i.run(TREE, 'DELETE FROM redactions'),
    foundBy: ['verify'],
  },
  {
    what: 'an entry added to the list of what was redacted',
    does: (i) =>
      i.run(
        TREE,
        "INSERT INTO redactions SELECT 2, stream, revision, '0b2f2f0c-9d2c-4d53-8f4c-0d0a3c6c2f10' FROM redactions",
      ),
    foundBy: ['verify'],
  },
];

/** Computes the hash of every entry anew, as somebody without the key can. */
const rehash = (i: KeylessIntruder): KeylessIntruder =>
  i.in(ACCESS, (db) => {
    const update = db.prepare('UPDATE access SET prev_hash = ?, hash = ? WHERE number = ?');
    let before = createHash('sha256').update('access-log').digest('hex');
    for (const row of db.prepare('SELECT * FROM access ORDER BY number').all() as unknown as readonly Row[]) {
      const fields = 'number at user_id role relation purpose action file_id scope'
        .split(' ')
        .map((name) => row[name]);
      const hash = createHash('sha256')
        .update(JSON.stringify([...fields, before]))
        .digest('hex');
      update.run(before, hash, row['number'] as number);
      before = hash;
    }
    db.prepare('UPDATE head SET hash = ?, entries = (SELECT max(number) FROM access)').run(before);
  });

const ofAccessLog: readonly Omit<Tampering, 'file'>[] = [
  {
    what: 'a reader renamed',
    does: (i) => i.run(ACCESS, "UPDATE access SET user_id = 'hl-farsta-5' WHERE file_id IS NOT NULL"),
    foundBy: ['ACCESS_LOG_DAMAGED', 'rt_access_log_damaged_total', 'verify'],
  },
  {
    what: 'a reader renamed, every hash computed anew',
    does: (i) => rehash(i.run(ACCESS, "UPDATE access SET user_id = 'hl-farsta-5' WHERE file_id IS NOT NULL")),
    foundBy: ['ACCESS_LOG_DAMAGED', 'rt_access_log_damaged_total', 'verify'],
  },
  {
    what: 'an entry about a file deleted',
    does: (i) =>
      i.run(
        ACCESS,
        'DELETE FROM access WHERE number = (SELECT min(number) FROM access WHERE file_id IS NOT NULL)',
      ),
    foundBy: ['verify'],
  },
  {
    what: 'an entry deleted, the others numbered and hashed anew',
    does: (i) => {
      i.run(ACCESS, 'DELETE FROM access WHERE number = 2');
      rehash(i.run(ACCESS, 'UPDATE access SET number = number - 1 WHERE number > 2'));
    },
    foundBy: ['verify'],
  },
  {
    what: 'the last entry deleted',
    does: (i) => i.run(ACCESS, 'DELETE FROM access WHERE number = (SELECT max(number) FROM access)'),
    foundBy: ['verify'],
  },
  {
    what: 'the last entry deleted, and its record set back',
    does: (i) => {
      i.run(ACCESS, 'DELETE FROM access WHERE number = (SELECT max(number) FROM access)');
      i.run(
        ACCESS,
        'UPDATE head SET entries = (SELECT max(number) FROM access), hash = (SELECT hash FROM access ORDER BY number DESC LIMIT 1)',
      );
    },
    foundBy: ['verify'],
  },
  { what: 'all entries deleted', does: (i) => i.run(ACCESS, 'DELETE FROM access'), foundBy: ['verify'] },
  {
    what: 'all entries and the record of the last one deleted',
    does: (i) => i.run(ACCESS, 'DELETE FROM access; DELETE FROM head'),
    foundBy: ['verify'],
  },
  { what: 'the access log deleted', does: (i) => i.remove(ACCESS), foundBy: ['verify'] },
  {
    what: 'an older access log put back',
    does: (i) => i.putBackOld(ACCESS),
    foundBy: ['ACCESS_LOG_DAMAGED', 'rt_access_log_damaged_total', 'verify'],
  },
  {
    what: 'an access log put back that is newer than the last checkpoint',
    does: (i) => i.putBackSigned(ACCESS),
    foundBy: ['ACCESS_LOG_DAMAGED', 'rt_access_log_damaged_total', 'verify'],
  },
  {
    what: 'the same, and its mark deleted',
    does: (i) => i.putBackSigned(ACCESS).remove('access-log.mark'),
    // The alarm is raised once, by the process that opens the log first; here that is `verify`.
    foundBy: ['verify'],
  },
];

const ofSessions: readonly Omit<Tampering, 'file'>[] = [
  {
    what: 'a session made another user’s',
    does: (i) => i.run(SESSIONS, "UPDATE session SET user_id = 'ec-farsta'"),
    foundBy: ['NOT_SIGNED_IN', 'rt_sessions_forged_total'],
  },
  {
    what: 'a session made younger',
    does: (i) => i.run(SESSIONS, "UPDATE session SET started_at = '2026-06-01T08:00:10.000Z'"),
    foundBy: ['NOT_SIGNED_IN', 'rt_sessions_forged_total'],
  },
  {
    what: 'all sessions deleted',
    does: (i) => i.run(SESSIONS, 'DELETE FROM session'),
    foundBy: ['NOT_SIGNED_IN'],
  },
];

const ofDrafts: readonly Omit<Tampering, 'file'>[] = [
  {
    what: 'drafts made another user’s',
    does: (i) => i.run(DRAFTS, "UPDATE draft SET user_id = 'ec-farsta'"),
    foundBy: ['rt_drafts_forged_total'],
  },
  {
    what: 'a draft moved to another file',
    does: (i) =>
      i.run(
        DRAFTS,
        'UPDATE draft SET file_id = ? WHERE file_id IS NOT NULL',
        i.otherFile.replace('personalFile-', ''),
      ),
    foundBy: ['rt_drafts_forged_total'],
  },
  {
    what: 'a draft made younger',
    does: (i) => i.run(DRAFTS, "UPDATE draft SET saved_at = '2036-01-01T00:00:00.000Z'"),
    foundBy: ['rt_drafts_forged_total'],
  },
  {
    what: 'a draft of a new file given the key and the text of a draft in a file',
    does: (i) =>
      i.run(
        DRAFTS,
        'UPDATE draft SET (own_key, sealed, mac) = (SELECT own_key, sealed, mac FROM draft WHERE file_id IS NOT NULL) WHERE file_id IS NULL',
      ),
    foundBy: ['rt_drafts_forged_total'],
  },
  {
    what: 'the drafts deleted',
    does: (i) => i.run(DRAFTS, 'DELETE FROM draft'),
    foundBy: ['rt_rows_lost_total'],
  },
  {
    what: 'the drafts and their count deleted',
    does: (i) => i.remove(DRAFTS),
    foundBy: ['rt_rows_lost_total'],
  },
];

const ofKeyFiles: readonly Tampering[] = [
  {
    what: 'another master key',
    file: 'master.key',
    does: (i) => i.write('master.key', randomBytes(32).toString('base64')),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'another signing key',
    file: 'signing.key',
    does: (i) => {
      const { privateKey } = generateKeyPairSync('ed25519');
      i.write('signing.key', String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
    },
    foundBy: ['start', 'verify'],
  },
  { what: 'the lock deleted', file: 'writer.lock', does: (i) => i.remove('writer.lock'), foundBy: [] },
  {
    what: 'the mark of an unfinished restore set',
    file: 'restore.unfinished',
    does: (i) => i.write('restore.unfinished', ''),
    foundBy: ['start', 'verify'],
  },
  {
    what: 'a clock confirmed without the key',
    file: 'clock-confirmed.json',
    does: (i) =>
      i.write('clock-confirmed.json', '{"at":"2036-01-01T00:00:00.000Z","by":"operator","mac":"00"}'),
    foundBy: [],
  },
];

/** The note of the checkpoint that has left the house. */
export const checkpointIn = (folder: string): string => path.join(folder, 'out.checkpoint');

const ofCheckpoints: readonly Omit<Tampering, 'file'>[] = [
  {
    what: 'another root in a checkpoint',
    does: (i) =>
      i.change(checkpointIn(i.place.checkpoints), (note) =>
        note.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${randomBytes(32).toString('base64')}\n`),
      ),
    foundBy: ['verify --checkpoint'],
  },
  {
    what: 'a smaller size in a checkpoint',
    does: (i) => i.change(checkpointIn(i.place.checkpoints), (note) => note.replace(/\n\d+\n/, '\n3\n')),
    foundBy: ['verify --checkpoint'],
  },
  {
    what: 'a stream left out of the lists of a checkpoint',
    does: (i) =>
      i.change(`${checkpointIn(i.place.checkpoints)}.json`, (text) => {
        const lists = JSON.parse(text) as { heads: unknown[] };
        return JSON.stringify({ ...lists, heads: lists.heads.slice(1) });
      }),
    foundBy: ['verify --checkpoint'],
  },
];

export const besideTamperings: readonly Tampering[] = [
  ...ofTree.map((one) => ({ ...one, file: TREE })),
  ...ofAccessLog.map((one) => ({ ...one, file: ACCESS })),
  ...ofSessions.map((one) => ({ ...one, file: SESSIONS })),
  ...ofDrafts.map((one) => ({ ...one, file: DRAFTS })),
  ...ofKeyFiles,
  ...ofCheckpoints.map((one) => ({ ...one, file: 'checkpoints' })),
  {
    what: 'a notice marked as seen that was not',
    file: SEEN,
    does: (i) => {
      const notices = i.rows('read-models.sqlite', 'SELECT id FROM notices');
      i.in(SEEN, (db) => {
        const insert = db.prepare(
          "INSERT OR REPLACE INTO seen_notice (user_id, notice_id, seen_at, mac) VALUES (?, ?, '2026-06-01T07:00:00.000Z', '00')",
        );
        for (const { userId } of i.base.asking.askers)
          for (const { id } of notices) insert.run(userId, id as string);
      });
    },
    foundBy: ['rt_seen_marks_forged_total'],
  },
  {
    what: 'the marks that notices were seen deleted',
    file: SEEN,
    does: (i) => i.run(SEEN, 'DELETE FROM seen_notice'),
    foundBy: ['rt_rows_lost_total'],
  },
  {
    what: 'a calendar made another user’s',
    file: SUBSCRIPTIONS,
    does: (i) => i.run(SUBSCRIPTIONS, "UPDATE subscription SET user_id = 'ec-farsta'"),
    foundBy: ['rt_subscriptions_forged_total'],
  },
  {
    what: 'the secret of a calendar changed',
    file: SUBSCRIPTIONS,
    does: (i) => i.run(SUBSCRIPTIONS, "UPDATE subscription SET detail = 'x'"),
    foundBy: ['rt_subscriptions_forged_total'],
  },
  {
    what: 'a calendar deleted',
    file: SUBSCRIPTIONS,
    does: (i) => i.run(SUBSCRIPTIONS, 'DELETE FROM subscription'),
    foundBy: ['rt_rows_lost_total'],
  },
  {
    what: 'a job deleted',
    file: JOBS,
    does: (i) => i.run(JOBS, 'DELETE FROM job'),
    foundBy: ['rt_rows_lost_total'],
  },
  {
    what: 'the jobs and their count deleted',
    file: JOBS,
    does: (i) => i.remove(JOBS),
    foundBy: ['rt_rows_lost_total'],
  },
];
