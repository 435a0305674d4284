import { configurationOf, decodeRuleset } from '@rt/domain';
import type { EventStore, StreamName } from '@rt/event-store';
import { foldRuleset } from '@rt/rules';
import type { InForce } from './read-model';

/**
 * The rules, measures and life areas that the municipality has adopted, or the defaults if it has adopted none.
 * @throws UnknownShape if a newer program has written in the stream
 */
export const readRuleset = async (store: EventStore, stream: StreamName): Promise<InForce> => {
  const events = (await store.readStream(stream)).map(decodeRuleset);
  return {
    ruleset: foldRuleset(events),
    configuration: configurationOf(events),
    revision: events.at(-1)?.revision ?? -1,
  };
};
