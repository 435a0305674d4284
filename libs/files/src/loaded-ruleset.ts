import { configurationOf, type Configuration, type Recorded, type RulesetEvent } from '@rt/domain';
import type { ReadStream, StoredEvent } from '@rt/event-store';

/** The municipality's own settings as they were in the store when they were read. It is immutable, so callers may share it. */
export class LoadedRuleset implements ReadStream {
  private folded: Configuration | undefined;

  constructor(
    /** All settings in the order of recording, upcast to the current shapes. */
    readonly recorded: readonly Recorded<RulesetEvent>[],
  ) {}

  /** The revision of the last setting; -1 if there is none. */
  get revision(): number {
    return this.recorded.length - 1;
  }

  /** The lists that apply, as known now. */
  get configuration(): Configuration {
    return (this.folded ??= configurationOf(this.recorded));
  }

  /** The events that a command recorded, as they are in the store. */
  eventsOf(commandId: string): readonly StoredEvent[] {
    // At run time, a decoded event still has all properties of the stored event, also those that the domain's type does not have.
    return this.recorded.filter((event) => event.commandId === commandId) as unknown as StoredEvent[];
  }
}
