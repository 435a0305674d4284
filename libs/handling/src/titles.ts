import type { PersonalFileEventType, RulesetEvent } from '@rt/domain';
import type { PayloadDefinition } from './define-step';
import { RULESET_DEFINITIONS } from './ruleset/ruleset.settings';
import { STEP_MODULES } from './steps';
import type { Text } from './text';

type TitledType = PersonalFileEventType | RulesetEvent['type'];

const definitions = Object.assign(
  {},
  ...Object.values(STEP_MODULES).map((module) => module.definition.events),
  RULESET_DEFINITIONS,
) as Readonly<Record<TitledType, PayloadDefinition>>;

/** What every event type is called. */
export const TITLES = Object.fromEntries(
  Object.entries(definitions).map(([type, { title }]) => [type, title]),
) as Readonly<Record<TitledType, Text>>;
