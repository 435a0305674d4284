import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { BoardId, UnitId, UserId } from '@rt/domain';
import type { Clock, EventStore } from '@rt/event-store';
import type { SqliteEventStore } from '@rt/event-store/sqlite';
import { FileRepository, RulesetRepository, UnitRepository } from '@rt/files';
import { Handling, HandlingModule, type Actor } from '@rt/handling';
import type { WorkAnswer, WorkCommand } from './workload';

const actor: Actor = {
  userId: 'anna' as UserId,
  unitId: 'norr' as UnitId,
  boardId: 'norr' as BoardId,
  roles: [],
  origin: 'user',
};

/** The municipality's settings in a store of these tests. */
export const rulesetOf = (store: EventStore): RulesetRepository =>
  new RulesetRepository(store, 'ruleset-exempelstad');

/** Carries out a command and returns the answer. */
export type CarryOut = (command: WorkCommand) => Promise<WorkAnswer>;

/** The real handlers on a store. All commands come from one case worker, who may do everything. */
export const writeSide = async (store: SqliteEventStore, clock: Clock): Promise<CarryOut> => {
  const module = HandlingModule.with({
    files: new FileRepository(store, { writes: true }),
    clock,
    authorise: { allows: async () => true },
    directory: { find: async () => ({ boardId: 'norr', unitId: 'norr', roles: ['caseWorker'] }) },
    requestKey: store.deriveKey('request-hash'),
    ruleset: rulesetOf(store),
    units: new UnitRepository(store),
    rules: [],
  });
  const nest = await NestFactory.createApplicationContext(module, { logger: false });
  const handling = nest.get(Handling);
  return (command) =>
    'open' in command
      ? handling.openFile(actor, command.key, command.open)
      : handling.record(actor, command.fileId, command.key, command.steps);
};
