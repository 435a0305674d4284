import type { Text } from './declare';
import { reviewVocabulary, type ReviewEvent } from './review/review.events';
import { rulesetVocabulary, type RulesetEvent } from './ruleset/ruleset.events';
import { DECLARED, type PersonalFileEventType } from './vocabulary';

/** The title of every event type, of personal files, rulesets and reviews. */
export const TITLES = Object.fromEntries(
  Object.entries({ ...DECLARED, ...rulesetVocabulary.events, ...reviewVocabulary.events }).map(
    ([type, { title }]) => [type, title],
  ),
) as Readonly<Record<PersonalFileEventType | RulesetEvent['type'] | ReviewEvent['type'], Text>>;
