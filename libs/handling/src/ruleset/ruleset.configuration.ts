import {
  configurationOf,
  decodeRuleset,
  type Configuration,
  type Recorded,
  type RulesetEvent,
} from '@rt/domain';
import type { EventStore, StreamName } from '@rt/event-store';
import type { ConfigurationSource } from '../ports';

/** Reads the lists that the municipality has adopted, from its stream of settings. Each time, only new events are read. */
export class AdoptedConfiguration implements ConfigurationSource {
  private events: readonly Recorded<RulesetEvent>[] = [];
  private configuration = configurationOf([]);

  constructor(
    private readonly store: EventStore,
    private readonly stream: StreamName,
  ) {}

  async current(): Promise<Configuration> {
    const from = this.events.length;
    const added = await this.store.readStream(this.stream, { from });
    // Two concurrent calls read the same events. The revision shows which of them are already known.
    const known = this.events;
    const fresh = added.filter(({ revision }) => revision >= known.length);
    if (fresh.length > 0) {
      this.events = [...known, ...fresh.map(decodeRuleset)];
      this.configuration = configurationOf(this.events);
    }
    return this.configuration;
  }
}
