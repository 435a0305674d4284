import { configurationOf, RULESET_EVENT_TYPES, type Recorded, type RulesetEvent } from '@rt/domain';
import type { EventStore, StoredEvent, StreamName } from '@rt/event-store';
import { foldRuleset } from '@rt/rules';
import type { InForce } from './read-model';

/**
 * The rules, measures and life areas that the municipality has adopted; the defaults where it has adopted none.
 * @throws Error where the stream holds an event of a newer program
 */
export const readRuleset = async (store: EventStore, stream: StreamName): Promise<InForce> => {
  const events = (await store.readStream(stream)).map(asRulesetEvent);
  return {
    ruleset: foldRuleset(events),
    configuration: configurationOf(events),
    revision: events.at(-1)?.revision ?? -1,
  };
};

const known: ReadonlySet<string> = new Set(RULESET_EVENT_TYPES);

const asRulesetEvent = (event: StoredEvent): Recorded<RulesetEvent> => {
  if (!known.has(event.type)) throw new Error(`unknown event type ${event.type} in ${event.stream}`);
  return event as unknown as Recorded<RulesetEvent>;
};
