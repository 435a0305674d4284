import type { Text } from './declare';
import { erasureVocabulary, type ErasureEvent } from './erasure/erasure.events';
import { reviewVocabulary, type ReviewEvent } from './review/review.events';
import { rulesetVocabulary, type RulesetEvent } from './ruleset/ruleset.events';
import { unitVocabulary, type UnitEvent } from './assignment/unit.events';
import { DECLARED, type PersonalFileEventType } from './vocabulary';

/** The title of every event type, of personal files, rulesets, reviews, erasures and units. */
export const TITLES = Object.fromEntries(
  Object.entries({
    ...DECLARED,
    ...rulesetVocabulary.events,
    ...reviewVocabulary.events,
    ...erasureVocabulary.events,
    ...unitVocabulary.events,
  }).map(([type, { title }]) => [type, title]),
) as Readonly<
  Record<
    | PersonalFileEventType
    | RulesetEvent['type']
    | ReviewEvent['type']
    | ErasureEvent['type']
    | UnitEvent['type'],
    Text
  >
>;
