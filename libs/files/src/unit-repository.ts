import { absencesOf, decodeUnit, unitStreamOf, type Recorded, type UnitEvent, type UnitId } from '@rt/domain';
import {
  appendOnce,
  type Appended,
  type AppendOnceRequest,
  type EventStore,
  type ReadStream,
  type StoredEvent,
} from '@rt/event-store';

/** A command that appends to a unit, as `appendOnce` needs it. */
export type UnitAppend = Omit<AppendOnceRequest<LoadedUnit>, 'stream' | 'read'>;

/** What was recorded of a unit's work, as the store held it when it was read. */
export class LoadedUnit implements ReadStream {
  readonly recorded: readonly Recorded<UnitEvent>[];

  constructor(private readonly stored: readonly StoredEvent[]) {
    this.recorded = stored.map(decodeUnit);
  }

  get revision(): number {
    return this.stored.length - 1;
  }

  get absences(): ReturnType<typeof absencesOf> {
    return absencesOf(this.recorded);
  }

  eventsOf(commandId: string): readonly StoredEvent[] {
    return this.stored.filter((event) => event.commandId === commandId);
  }
}

/** Loads what was recorded of the units' work. These streams are short and are read when something is written, so nothing is cached. */
export class UnitRepository {
  constructor(private readonly store: EventStore) {}

  /** @throws UnknownShape if a newer program wrote in the stream */
  async load(unitId: UnitId): Promise<LoadedUnit> {
    return new LoadedUnit(await this.store.readStream(unitStreamOf(unitId)));
  }

  /** Appends exactly once per command. @throws as `appendOnce` */
  append(unitId: UnitId, command: UnitAppend): Promise<Appended> {
    return appendOnce(this.store, {
      ...command,
      stream: unitStreamOf(unitId),
      read: () => this.load(unitId),
    });
  }
}
