import { createSecretKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { BoardId, FileId, UnitId, UserId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { FileRepository, RulesetRepository } from '@rt/files';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import { Handling } from './handling';
import { HandlingModule } from './handling.module';
import type { AccessRequest, Actor } from './ports';

/** A town for stories: a real store in a folder of its own, the write side on it, people who act, and a calendar to turn. */
export interface Town {
  readonly store: SqliteEventStore;
  readonly handling: Handling;
  /** Another process on the same store, as it were: its own Nest, its own queue. */
  another(store?: EventStore): Promise<Handling>;
  /** The day it is from now on, at noon. */
  onDay(day: string): void;
  /** Whom to turn away. */
  forbid(when: (request: AccessRequest) => boolean): void;
  worker(name: string): Worker;
  close(): Promise<void>;
}

/** Somebody who writes in files; every call is a command of its own unless a key is given. */
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

/** Everybody works at the board `norr`, except users whose names say something else. */
const userOf = (userId: string): { readonly boardId: string } | undefined =>
  userId.startsWith('unknown-') ? undefined : { boardId: userId.startsWith('foreign-') ? 'soder' : 'norr' };

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
