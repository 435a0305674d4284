import { configurationOf, type Configuration, type Recorded, type RulesetEvent } from '@rt/domain';
import type { ReadStream, StoredEvent } from '@rt/event-store';

/** The municipality's own settings as the store held them when they were read. It never changes, so all who ask may share it. */
export class LoadedRuleset implements ReadStream {
  private folded: Configuration | undefined;

  constructor(
    /** Every setting in the order of recording, in today's shapes. */
    readonly recorded: readonly Recorded<RulesetEvent>[],
  ) {}

  /** Of the last setting; -1 if there is none. */
  get revision(): number {
    return this.recorded.length - 1;
  }

  /** The lists that apply, as they are known now. */
  get configuration(): Configuration {
    return (this.folded ??= configurationOf(this.recorded));
  }

  /** The events of a command, as they are stored. */
  eventsOf(commandId: string): readonly StoredEvent[] {
    // Decoding keeps everything that the store gives with an event, beyond what the domain knows of.
    return this.recorded.filter((event) => event.commandId === commandId) as unknown as StoredEvent[];
  }
}
