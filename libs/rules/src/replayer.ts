/** Replays one file day after day, as a reader does who drags along its time. */
import { effectiveEvents, type LocalDate, type PersonalFileEvent, type Recorded } from '@rt/domain';
import { inForceAt, type AdoptedSettings } from './in-force';
import { judgedOn, replayedFacts, type Replay, type ReplayedFacts, type ReplayMoment } from './replay';

export type Replayer = (moment: ReplayMoment) => Replay;

/** Days that are kept, so that going back costs nothing. */
const DAYS_MAX = 400;
/** Folded files that are kept: each holds as much as the file itself. */
const FACTS_MAX = 100;

/**
 * Answers as `replayFile` does. The file is folded and the rules are run only where an event or a setting begins to count; between
 * such moments only what a day changes is made anew, and a day that was asked for before is not.
 * @param recorded in the order of recording
 */
export const replayerOf = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  settings: AdoptedSettings,
): Replayer => {
  const daysKnown = new Map<number, readonly LocalDate[]>();
  const facts = new Map<string, ReplayedFacts>();
  const replays = new Map<string, Replay>();
  return (moment) => {
    const { asOf, knownAt } = moment;
    const known = knownAt === undefined ? recorded.length : countUpTo(recorded, knownAt);
    let days = daysKnown.get(known);
    // In ascending order, because the events are in the order of occurrence.
    if (!days) daysKnown.set(known, (days = effectiveEvents(recorded, { knownAt }).map(occurredOn)));
    const happened = days.findLastIndex((day) => day <= asOf);
    const key = `${known} ${inForceAt(settings, knownAt).revision} ${happened}`;
    const asked = `${key} ${asOf}`;
    let replay = replays.get(asked);
    if (!replay) {
      let basis = facts.get(key);
      if (!basis) keep(facts, key, (basis = replayedFacts(recorded, moment, settings)), FACTS_MAX);
      keep(replays, asked, (replay = judgedOn(basis, asOf)), DAYS_MAX);
    }
    return replay;
  };
};

const occurredOn = (event: Recorded<PersonalFileEvent>): LocalDate => event.occurredOn;

/** Within a stream the time of recording never goes back, so what was known is the beginning of the list. */
const countUpTo = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  knownAt: NonNullable<ReplayMoment['knownAt']>,
): number => recorded.findLastIndex(({ recordedAt }) => recordedAt <= knownAt) + 1;

/** The oldest value gives way to the new one. */
const keep = <V>(kept: Map<string, V>, key: string, value: V, max: number): void => {
  const [oldest] = kept.keys();
  if (kept.size >= max && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
};
