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

/** A command that appends settings: `appendOnce` says what it needs. */
export type RulesetAppend = Omit<AppendOnceRequest<LoadedRuleset>, 'stream' | 'read'>;

/**
 * The municipality's own settings, one repository per thread. They are asked for with every step that is recorded and with every file that
 * is judged, and hardly ever change. So they are decoded and folded once, and each load reads only what was recorded since.
 */
export class RulesetRepository {
  private cached = new LoadedRuleset([]);

  constructor(
    private readonly store: EventStore,
    /** The stream of the settings; commands about them are named by it. */
    readonly stream: StreamName,
  ) {}

  /** The settings as they are in the store now: the same object for as long as nothing is recorded. @throws UnknownShape where a newer program wrote in them */
  async load(): Promise<LoadedRuleset> {
    const before = this.cached;
    return this.follow(before, await this.store.readStream(this.stream, { from: before.recorded.length }));
  }

  /** Drops what is cached. To be called where the store was put back to an earlier state. */
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

  /** Two that load at the same time read the same events; the one that is further on stays. */
  private follow(before: LoadedRuleset, added: readonly StoredEvent[]): LoadedRuleset {
    const loaded =
      added.length === 0 ? before : new LoadedRuleset([...before.recorded, ...added.map(decodeRuleset)]);
    if (loaded.revision <= this.cached.revision) return this.cached;
    return (this.cached = loaded);
  }
}
