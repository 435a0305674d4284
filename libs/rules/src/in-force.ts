import {
  configurationOf,
  type Configuration,
  type Instant,
  type Recorded,
  type RulesetEvent,
} from '@rt/domain';
import { foldRuleset, type Ruleset } from './ruleset';

/** What the municipality has recorded of its settings, in the order of recording. Empty: nothing is adopted, the defaults apply. */
export type AdoptedSettings = readonly Recorded<RulesetEvent>[];

/** The municipality's rules, measures and life areas as they were known at an instant. */
export interface InForce {
  readonly ruleset: Ruleset;
  readonly configuration: Configuration;
  /** The last setting that was known; -1 if there was none. */
  readonly revision: number;
}

/**
 * The settings as they were known at an instant; left out: now. A setting that was recorded later does not count, whatever day it names.
 * The same list of settings gives the same value, so it is folded once.
 */
export const inForceAt = (settings: AdoptedSettings, knownAt?: Instant): InForce => {
  const revision = knownAt === undefined ? settings.length - 1 : lastKnown(settings, knownAt);
  let byRevision = folded.get(settings);
  if (!byRevision) folded.set(settings, (byRevision = new Map()));
  let inForce = byRevision.get(revision);
  if (!inForce) {
    const known = settings.slice(0, revision + 1);
    inForce = { ruleset: foldRuleset(known), configuration: configurationOf(known), revision };
    byRevision.set(revision, inForce);
  }
  return inForce;
};

/** Within a stream the time of recording never goes back, so what was known is the beginning of the list. */
const lastKnown = (settings: AdoptedSettings, knownAt: Instant): number =>
  settings.findLastIndex(({ recordedAt }) => recordedAt <= knownAt);

/** By list and number of settings known: at most one value more than there are settings. */
const folded = new WeakMap<AdoptedSettings, Map<number, InForce>>();
