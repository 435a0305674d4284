import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { BoardId, FileId, UnitId, UserId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { FileRepository, RulesetRepository, UnitRepository } from '@rt/files';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import { Handling } from './handling';
import { HandlingModule } from './handling.module';
import type { AccessRequest, Actor, UserDirectory } from './ports';

/** A town for scenarios: a real store in its own folder, the write side on it, users, and a clock that the test sets. */
export interface Town {
  readonly store: SqliteEventStore;
  readonly handling: Handling;
  /** A second write side on the same store, with its own Nest and its own queue. It stands for another process. */
  another(store?: EventStore): Promise<Handling>;
  /** Sets the clock to noon on the day. */
  onDay(day: string): void;
  /** Sets which requests the authorisation refuses. */
  forbid(when: (request: AccessRequest) => boolean): void;
  worker(name: string): Worker;
  close(): Promise<void>;
}

/** A user who writes in files. Every call is a new command unless the call gives a key. */
export interface Worker {
  readonly actor: Actor;
  opensFile(name?: string): Promise<FileId>;
  records(fileId: string, steps: unknown, key?: string): ReturnType<Handling['record']>;
}

export const elsa = {
  name: 'Elsa Exempelsson',
  identity: { kind: 'birthDate', value: '1984-05-17' },
  sex: 'female',
  protectedIdentity: false,
};

/** Every user is a case worker of the unit and board `norr`, except users whose ids say something else. */
const userOf = (userId: string): Awaited<ReturnType<UserDirectory['find']>> => {
  if (userId.startsWith('unknown-')) return undefined;
  return {
    boardId: userId.startsWith('foreign-') ? 'soder' : 'norr',
    unitId: userId.startsWith('neighbour-') ? 'oster' : 'norr',
    roles: [userId.startsWith('manager-') ? 'unitManager' : 'caseWorker'],
  };
};

export const openTown = async (): Promise<Town> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-handling-'));
  let now = '2026-03-02T11:00:00.000Z';
  let forbidden: (request: AccessRequest) => boolean = () => false;
  let commands = 0;
  const clock = { now: () => now };
  const store = await openSqliteEventStore({ folder, clock, mode: 'write' });
  const closing: (() => Promise<void>)[] = [];
  const another = async (through: EventStore = store): Promise<Handling> => {
    const app = await NestFactory.createApplicationContext(
      HandlingModule.with({
        files: new FileRepository(through, { writes: true }),
        clock,
        authorise: { allows: async (request) => !forbidden(request) },
        directory: { find: async (userId) => userOf(userId) },
        requestKey: createSecretKey(Buffer.alloc(32, 7)),
        ruleset: new RulesetRepository(through, 'ruleset-exempelstad'),
        units: new UnitRepository(through),
        rules: [
          { id: 'plan-due', restsOnLaw: false },
          { id: 'decision-without-current-investigation', restsOnLaw: true },
        ],
      }),
      { logger: false },
    );
    closing.push(() => app.close());
    return app.get(Handling);
  };
  const handling = await another();
  return {
    store,
    handling,
    another,
    onDay: (day) => {
      now = `${day}T11:00:00.000Z`;
    },
    forbid: (when) => {
      forbidden = when;
    },
    worker: (name) => {
      const actor: Actor = {
        userId: name as UserId,
        unitId: 'norr' as UnitId,
        boardId: 'norr' as BoardId,
        roles: ['caseWorker'],
        origin: 'user',
      };
      const nextKey = (): string => `${name}-${++commands}`;
      return {
        actor,
        opensFile: async (called = elsa.name) =>
          (await handling.openFile(actor, nextKey(), { person: { ...elsa, name: called } })).fileId,
        records: (fileId, steps, key = nextKey()) => handling.record(actor, fileId, key, steps),
      };
    },
    close: async () => {
      for (const close of closing) await close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
};
