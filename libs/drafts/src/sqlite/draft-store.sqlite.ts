import { createHmac, createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { HistoryDamaged, textSealWith, type TextSeal } from '@rt/event-store';
import { RenewableDatabase } from '@rt/identity/sqlite';
import { draftsPerUserMax, type Draft } from '../draft';
import type { DraftStore } from '../draft-store';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS draft (
    user_id TEXT NOT NULL,
    draft_id TEXT NOT NULL,
    file_id TEXT,
    saved_at TEXT NOT NULL,
    own_key TEXT,
    sealed TEXT NOT NULL,
    mac TEXT NOT NULL,
    PRIMARY KEY (user_id, draft_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS draft_file ON draft (file_id);`;

export interface SqliteDraftStoreOptions {
  /** The installation's key for the drafts. It authenticates the rows, and wraps the keys of drafts whose file is not opened yet. */
  readonly key: KeyObject;
  /** The seal of a file; undefined: the file does not exist or was erased. */
  readonly sealOf: (fileId: string) => Promise<TextSeal | undefined>;
  /** Called after a damaged file was moved aside. */
  readonly onMadeAnew: () => void;
  /** Called for each row that was changed or inserted from outside. It has been removed then. */
  readonly onForged: () => void;
  /** Called when drafts are gone that nobody removed: they were deleted from outside, or the end of the file was lost. */
  readonly onRowsLost: () => void;
}

interface DraftRow {
  readonly userId: string;
  readonly draftId: string;
  readonly fileId: string | null;
  readonly savedAt: string;
  /** The wrapped key of a draft whose file is not opened yet. */
  readonly ownKey: string | null;
  readonly sealed: string;
}
type StoredRow = DraftRow & { readonly mac: string };

/**
 * Stores the drafts in their own SQLite file, in no backup: a copy would keep what was discarded. A user or file id, the instant and the id of the draft are
 * in the clear, as they are in the envelope of an event.
 * @param file a path, or `:memory:`
 * @throws DataFolderUnusable, as every method does
 */
export const openSqliteDraftStore = (
  file: string,
  { key, sealOf, onMadeAnew, onForged, onRowsLost }: SqliteDraftStoreOptions,
): DraftStore => {
  const wrapping = textSealWith(key, 'drafts');
  const drafts = new RenewableDatabase(file, prepare, onMadeAnew, { table: 'draft', key, onRowsLost });
  const macOf = ({ userId, draftId, fileId, savedAt, ownKey, sealed }: DraftRow): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([userId, draftId, fileId, savedAt, ownKey, sealed]))
      .digest('base64url');
  const isAuthentic = ({ mac, ...row }: StoredRow): boolean => {
    const [given, right] = [Buffer.from(mac), Buffer.from(macOf(row))];
    return given.length === right.length && timingSafeEqual(given, right);
  };
  const remove = (userId: string, draftId: string): void =>
    drafts.write((statements) => -Number(statements.remove.run(userId, draftId).changes));
  /** Moves what was removed out of the journal, where its old pages would stay until they are written over. */
  const emptyJournal = (): void => void drafts.run(({ checkpoint }) => checkpoint.get());

  const sealFor = async ({ fileId, ownKey, ...place }: DraftRow): Promise<TextSeal | undefined> => {
    if (fileId !== null) return sealOf(fileId);
    const wrapped = ownKey === null ? undefined : wrapping.open(placeOf(place), ownKey);
    return wrapped === undefined ? undefined : ownSeal(wrapped);
  };
  /** The draft of a row. A row that is not authentic, or that no key opens any more, is removed. @throws KeyDamaged */
  const opened = async (row: StoredRow): Promise<Draft | undefined> => {
    if (!isAuthentic(row)) {
      remove(row.userId, row.draftId);
      onForged();
      return undefined;
    }
    const content = (await sealFor(row))?.open(placeOf(row), row.sealed);
    const { userId, draftId, fileId, savedAt } = row;
    if (content !== undefined) return { userId, draftId, fileId, savedAt, content };
    // The key of the file was destroyed since: the file was erased, or an entry of it made unreadable.
    remove(userId, draftId);
    return undefined;
  };
  const openedOf = async (rows: readonly StoredRow[]): Promise<readonly Draft[]> => {
    const found: Draft[] = [];
    for (const row of rows) {
      const draft = await opened(row).catch((error: unknown) => {
        if (error instanceof HistoryDamaged) return undefined;
        throw error;
      });
      if (draft !== undefined) found.push(draft);
    }
    return found;
  };

  return {
    async save(draft) {
      const { userId, draftId, fileId, savedAt, content } = draft;
      const own = fileId === null ? randomBytes(keyBytes).toString('base64url') : undefined;
      const seal = fileId === null ? ownSeal(own as string) : await sealOf(fileId);
      if (seal === undefined) return 'noFile';
      const ownKey = own === undefined ? null : wrapping.seal(placeOf(draft), own);
      const row = { userId, draftId, fileId, savedAt, ownKey, sealed: seal.seal(placeOf(draft), content) };
      let isFull = false;
      drafts.write(({ isThere, count, upsert }) => {
        const isNew = isThere.get(userId, draftId) === undefined;
        isFull = isNew && (count.get(userId) as { n: number }).n >= draftsPerUserMax;
        if (isFull) return 0;
        upsert.run(userId, draftId, fileId, savedAt, ownKey, row.sealed, macOf(row));
        return isNew ? 1 : 0;
      });
      return isFull ? 'full' : 'saved';
    },
    async find(userId, draftId) {
      const row = drafts.run(({ select }) => select.get(userId, draftId)) as StoredRow | undefined;
      return row && opened(row);
    },
    async ofUser(userId) {
      const rows = drafts.run(({ selectOf }) => selectOf.all(userId)) as unknown as StoredRow[];
      return openedOf(rows);
    },
    async remove(userId, draftId) {
      const row = drafts.run(({ select }) => select.get(userId, draftId)) as StoredRow | undefined;
      if (row === undefined) return;
      remove(userId, draftId);
      // The wrapped key is in the same pages; a draft in a file ends with the key of the file.
      if (row.ownKey !== null) emptyJournal();
    },
    async forgetFile(fileId) {
      drafts.write(({ forget }) => -Number(forget.run(fileId).changes));
      emptyJournal();
    },
    async removeOld(savedAt) {
      drafts.write(({ removeUntil }) => -Number(removeUntil.run(savedAt).changes));
      await openedOf(drafts.run(({ selectAll }) => selectAll.all()) as unknown as StoredRow[]);
      emptyJournal();
    },
    close: async () => drafts.close(),
  };
};

const keyBytes = 32;

const ownSeal = (key: string): TextSeal =>
  textSealWith(createSecretKey(Buffer.from(key, 'base64url')), 'draft');

/** A content and a key belong to one draft of one user. The seal of a file adds the file. */
const placeOf = ({ userId, draftId }: Pick<Draft, 'userId' | 'draftId'>): string =>
  JSON.stringify(['draft', userId, draftId]);

const COLUMNS =
  'user_id AS userId, draft_id AS draftId, file_id AS fileId, saved_at AS savedAt, own_key AS ownKey, sealed, mac';

const prepare = (db: DatabaseSync) => {
  db.exec(SCHEMA);
  return {
    upsert: db.prepare(
      `INSERT INTO draft (user_id, draft_id, file_id, saved_at, own_key, sealed, mac) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (user_id, draft_id) DO UPDATE SET file_id = excluded.file_id, saved_at = excluded.saved_at,
         own_key = excluded.own_key, sealed = excluded.sealed, mac = excluded.mac`,
    ),
    isThere: db.prepare('SELECT 1 FROM draft WHERE user_id = ? AND draft_id = ?'),
    count: db.prepare('SELECT count(*) AS n FROM draft WHERE user_id = ?'),
    select: db.prepare(`SELECT ${COLUMNS} FROM draft WHERE user_id = ? AND draft_id = ?`),
    selectOf: db.prepare(
      `SELECT ${COLUMNS} FROM draft WHERE user_id = ? ORDER BY saved_at DESC, draft_id LIMIT ${draftsPerUserMax}`,
    ),
    selectAll: db.prepare(`SELECT ${COLUMNS} FROM draft`),
    remove: db.prepare('DELETE FROM draft WHERE user_id = ? AND draft_id = ?'),
    forget: db.prepare('DELETE FROM draft WHERE file_id = ?'),
    removeUntil: db.prepare('DELETE FROM draft WHERE saved_at <= ?'),
    checkpoint: db.prepare('PRAGMA wal_checkpoint(TRUNCATE)'),
  };
};
