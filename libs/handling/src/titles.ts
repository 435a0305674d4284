import { EVENT_TYPES, RULESET_EVENT_TYPES, type PersonalFileEventType, type RulesetEvent } from '@rt/domain';
import { definitionOf } from './definitions';
import { RULESET_DEFINITIONS } from './ruleset/ruleset.settings';
import type { Text } from './text';

type TitledType = PersonalFileEventType | RulesetEvent['type'];

/** What every event type is called. */
export const TITLES = Object.fromEntries([
  ...EVENT_TYPES.map((type) => [type, definitionOf(type).title]),
  ...RULESET_EVENT_TYPES.map((type) => [type, RULESET_DEFINITIONS[type].title]),
]) as Readonly<Record<TitledType, Text>>;
