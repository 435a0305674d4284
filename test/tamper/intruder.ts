/** Somebody who can write every file of a data folder, and has no key. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
  canonicalEnvelope,
  chainStart,
  sha256,
  type ChainedEnvelope,
} from '../../libs/event-store/src/sealing/envelope';
import type { Base, Place } from './base';

export type Row = Readonly<Record<string, SQLInputValue>>;

export class KeylessIntruder {
  constructor(
    readonly place: Place,
    readonly base: Base,
  ) {}

  pathOf(name: string): string {
    return path.join(this.place.data, name);
  }

  /** Runs statements in one database. */
  run(database: string, sql: string, ...values: SQLInputValue[]): this {
    return this.in(database, (db) => {
      if (values.length === 0) db.exec(sql);
      else db.prepare(sql).run(...values);
    });
  }

  in(database: string, work: (db: DatabaseSync) => void): this {
    const db = new DatabaseSync(this.pathOf(database));
    try {
      work(db);
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
    return this;
  }

  rows(database: string, sql: string, ...values: SQLInputValue[]): readonly Row[] {
    const db = new DatabaseSync(this.pathOf(database), { readOnly: true });
    try {
      return db.prepare(sql).all(...values);
    } finally {
      db.close();
    }
  }

  /** Puts a file as it was before the redaction and the erasure in the place of today's. */
  putBackOld(...names: readonly string[]): this {
    return this.putBack('old', ...names);
  }

  /** Puts a file as it was after the last checkpoint in the place of today's. */
  putBackSigned(...names: readonly string[]): this {
    return this.putBack('signed', ...names);
  }

  private putBack(state: 'old' | 'signed', ...names: readonly string[]): this {
    for (const name of names) {
      this.remove(name);
      cpSync(path.join(this.base.placeOf(state).data, name), this.pathOf(name));
    }
    return this;
  }

  remove(...names: readonly string[]): this {
    for (const name of names)
      for (const end of ['', '-wal', '-shm']) rmSync(this.pathOf(name + end), { force: true });
    return this;
  }

  write(name: string, contents: string): this {
    writeFileSync(this.pathOf(name), contents);
    return this;
  }

  change(file: string, change: (text: string) => string): this {
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    return this;
  }

  /** The number of a stream in the database of the events. */
  numberOf(stream: string): number {
    const [row] = this.rows('events.sqlite', 'SELECT number FROM streams WHERE name = ?', stream);
    if (row === undefined) throw new Error(`there is no stream ${stream}`);
    return row['number'] as number;
  }

  get file(): string {
    return `personalFile-${this.base.house.fileIds[0]}`;
  }

  get otherFile(): string {
    return `personalFile-${this.base.house.fileIds[1]}`;
  }

  envelopesOf(stream: string): readonly ChainedEnvelope[] {
    const rows = this.rows(
      'events.sqlite',
      'SELECT envelope FROM events WHERE stream = ? ORDER BY revision',
      this.numberOf(stream),
    );
    return rows.map(({ envelope }) => JSON.parse(String(envelope)) as ChainedEnvelope);
  }

  /** Changes one envelope, and computes its hash and the whole chain after it anew. */
  rechain(stream: string, revision: number, change: Partial<ChainedEnvelope>): this {
    const envelopes = this.envelopesOf(stream);
    const number = this.numberOf(stream);
    const from = revision < 0 ? envelopes.length + revision : revision;
    let prevHash =
      from === 0 ? chainStart(stream) : sha256(canonicalEnvelope(envelopes[from - 1] as ChainedEnvelope));
    return this.in('events.sqlite', (db) => {
      const update = db.prepare('UPDATE events SET envelope = ?, hash = ? WHERE stream = ? AND revision = ?');
      for (const envelope of envelopes.slice(from)) {
        const text = canonicalEnvelope({ ...envelope, ...(envelope.revision === from && change), prevHash });
        prevHash = sha256(text);
        update.run(text, prevHash, number, envelope.revision);
      }
    });
  }

  /** Exchanges the values of some columns between two rows. */
  exchange(database: string, table: string, columns: readonly string[], one: string, other: string): this {
    const list = columns.join(', ');
    const [a] = this.rows(database, `SELECT ${list} FROM ${table} WHERE ${one}`);
    const [b] = this.rows(database, `SELECT ${list} FROM ${table} WHERE ${other}`);
    if (a === undefined || b === undefined) throw new Error(`${table}: one of the rows is not there`);
    const sets = columns.map((column) => `${column} = ?`).join(', ');
    return this.in(database, (db) => {
      const update = (where: string, row: Row) =>
        db
          .prepare(`UPDATE ${table} SET ${sets} WHERE ${where}`)
          .run(...columns.map((column) => row[column] as SQLInputValue));
      update(one, b);
      update(other, a);
    });
  }
}
