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

/**
 * Loads and caches the municipality's own settings, one repository per thread. They are needed for every recorded step and every judged file, and
 * seldom change. So they are decoded and folded once, and each load reads only new events.
 */
export class RulesetRepository {
  private cached = new LoadedRuleset([]);

  constructor(
    private readonly store: EventStore,
    /** The stream of the settings. The ids of commands that change settings are computed from it. */
    readonly stream: StreamName,
  ) {}

  /** The current settings: the same object until a setting is recorded. @throws UnknownShape if a newer program wrote in the stream */
  async load(): Promise<LoadedRuleset> {
    const before = this.cached;
    return this.follow(before, await this.store.readStream(this.stream, { from: before.recorded.length }));
  }

  /** Empties the cache. Call this when the store has been put back to an earlier state. */
  forget(): void {
    this.cached = new LoadedRuleset([]);
  }

  /** Appends settings exactly once per command. @throws as `appendOnce` */
  append(command: RulesetAppend): Promise<Appended> {
    return appendOnce(this.store, {
      ...command,
      stream: this.stream,
      read: (basis) => {
        if (basis === 'cache') return Promise.resolve(this.cached);
        if (basis === 'storeAlone') this.forget();
        return this.load();
      },
    });
  }

  /** Two concurrent loads read the same events; the result with more events is kept. */
  private follow(before: LoadedRuleset, added: readonly StoredEvent[]): LoadedRuleset {
    const loaded =
      added.length === 0 ? before : new LoadedRuleset([...before.recorded, ...added.map(decodeRuleset)]);
    if (loaded.revision <= this.cached.revision) return this.cached;
    return (this.cached = loaded);
  }
}
