import type { Text } from './text';
import { reviewVocabulary, type ReviewEvent } from './review/review.events';
import { rulesetVocabulary, type RulesetEvent } from './ruleset/ruleset.events';
import { DECLARED, type PersonalFileEventType } from './vocabulary';

/** What every event type of every stream is called. */
export const TITLES = Object.fromEntries(
  Object.entries({ ...DECLARED, ...rulesetVocabulary.events, ...reviewVocabulary.events }).map(
    ([type, { title }]) => [type, title],
  ),
) as Readonly<Record<PersonalFileEventType | RulesetEvent['type'] | ReviewEvent['type'], Text>>;
