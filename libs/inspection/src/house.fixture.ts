import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { reviewStreamOf, type PersonalFileEvent, type Recorded, type RulesetEvent } from '@rt/domain';
import type { Clock, NewEvent } from '@rt/event-store';
import type { SqliteEventStore } from '@rt/event-store/sqlite';
import { openStore, temporaryFolder } from '@rt/event-store/store.fixture';
import { FileRepository, RulesetRepository } from '@rt/files';
import type { ReadDatabase } from '@rt/read-models';
import { openReadDatabase } from '@rt/read-models/sqlite';
import type { InspectionPorts } from './review/ports';

/** The ports of inspection with a real store and a real read database in a temporary folder. The test sets the clock. */
export interface TestHouse {
  readonly ports: InspectionPorts;
  readonly store: SqliteEventStore;
  readonly db: ReadDatabase;
  setClock(instant: string): void;
  /** Appends events of one file in one append, at the instant when the last of them was recorded. */
  keep(events: readonly Recorded<PersonalFileEvent>[]): Promise<void>;
  /** Adopts a setting of the municipality. It is recorded now, and was decided on the given day. */
  adopts(type: RulesetEvent['type'], occurredOn: string, data: object): Promise<void>;
}

export const openTestHouse = async (): Promise<TestHouse> => {
  let now = '2022-09-01T08:00:00.000Z';
  const clock: Clock = { now: () => now };
  const folder = temporaryFolder();
  const store = await openStore({ folder, clock });
  const db = await openReadDatabase(join(folder, 'read.sqlite'));
  const ports: InspectionPorts = {
    store,
    files: new FileRepository(store, { writes: true }),
    clock,
    db,
    ruleset: new RulesetRepository(store, 'ruleset-exempelstad'),
    requestHash: (body) => `hash of ${body}`,
    drawValues: {
      seal: (reviewId) => store.sealValue(reviewStreamOf(reviewId)),
      open: (reviewId) => store.sealedValue(reviewStreamOf(reviewId)),
      forget: (reviewId) => store.forgetValue(reviewStreamOf(reviewId)),
    },
    isUser: (userId) => Promise.resolve(!userId.startsWith('nobody')),
  };
  return {
    ports,
    store,
    db,
    setClock: (instant) => void (now = instant),
    keep: async (events) => {
      const back = now;
      const { stream, recordedAt } = events.at(-1)!;
      const before = (await store.readStream(stream)).at(-1)?.revision;
      now = recordedAt;
      await store.append(stream, before ?? 'none', events.map(asWritten));
      now = back;
    },
    adopts: async (type, occurredOn, data) => {
      await ports.ruleset.append({
        commandId: randomUUID(),
        requestHash: '',
        author: { recordedBy: 'admin', unitId: 'norr', origin: 'user' },
        decide: () => Promise.resolve([{ type, schemaVersion: 1, occurredOn, data }]),
      });
    },
  };
};

const asWritten = (event: Recorded<PersonalFileEvent>): NewEvent => {
  const { id, type, schemaVersion, occurredOn, recordedBy, unitId, caseId, origin, data } = event;
  const commandId = randomUUID();
  const envelope = { schemaVersion, occurredOn, recordedBy, unitId, ...(caseId && { caseId }), origin };
  return { id, type, ...envelope, commandId, requestHash: '', correlationId: commandId, data };
};
