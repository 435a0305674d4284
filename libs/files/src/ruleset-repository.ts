import { decodeRuleset } from '@rt/domain';
import {
  appendOnce,
  type Appended,
  type AppendOnceRequest,
  type EventStore,
  type StoredEvent,
  type StreamName,
} from '@rt/event-store';
import { LoadedRuleset } from './loaded-ruleset';

/** A command that appends settings, as `appendOnce` needs it. */
export type RulesetAppend = Omit<AppendOnceRequest<LoadedRuleset>, 'stream' | 'read'>;

export interface RulesetRepositoryOptions {
  /** True: no other process and no other repository appends to the stream. Then the cache is current until this repository appends. */
  readonly writesAlone?: boolean;
}

/**
 * Loads and caches the municipality's own settings, one repository per thread. They are needed for every recorded step and every judged file, and
 * seldom change. So they are decoded and folded once, and each load reads only new events, or nothing if only this repository writes.
 */
export class RulesetRepository {
  private cached = new LoadedRuleset([]);
  private isCurrent = false;
  /** Counts what may have changed the stream, so that a read that began earlier does not count as current. */
  private changes = 0;

  constructor(
    private readonly store: EventStore,
    /** The stream of the settings. The ids of commands that change settings are computed from it. */
    readonly stream: StreamName,
    private readonly options: RulesetRepositoryOptions = {},
  ) {}

  /** The current settings: the same object until a setting is recorded. @throws UnknownShape if a newer program wrote in the stream */
  async load(): Promise<LoadedRuleset> {
    if (this.isCurrent) return this.cached;
    const { cached, changes } = this;
    const added = await this.store.readStream(this.stream, { from: cached.recorded.length });
    const loaded = this.follow(cached, added);
    this.isCurrent = this.options.writesAlone === true && changes === this.changes;
    return loaded;
  }

  /** Empties the cache. Call this when the store has been put back to an earlier state. */
  forget(): void {
    this.changed();
    this.cached = new LoadedRuleset([]);
  }

  /** Appends settings exactly once per command. @throws as `appendOnce` */
  async append(command: RulesetAppend): Promise<Appended> {
    try {
      return await appendOnce(this.store, {
        ...command,
        stream: this.stream,
        read: (basis) => {
          if (basis === 'cache') return Promise.resolve(this.cached);
          if (basis === 'storeAlone') this.forget();
          return this.load();
        },
      });
    } finally {
      this.changed();
    }
  }

  private changed(): void {
    this.changes += 1;
    this.isCurrent = false;
  }

  /** Two concurrent loads read the same events; the result with more events is kept. */
  private follow(before: LoadedRuleset, added: readonly StoredEvent[]): LoadedRuleset {
    const loaded =
      added.length === 0 ? before : new LoadedRuleset([...before.recorded, ...added.map(decodeRuleset)]);
    if (loaded.revision <= this.cached.revision) return this.cached;
    return (this.cached = loaded);
  }
}
