/** Who finds that a folder was tampered with. */
import { rt } from '../faults/command-line';
import type { Base, Place } from './base';
import { checkpointIn } from './beside.tamperings';
import { ASKED_AT } from './small-house';
import type { Finder } from './tampering';
import { examine } from './trial';

export interface FoundTampering {
  readonly finders: ReadonlySet<Finder>;
  /** Answers that are others although nothing found it, and errors without a code of their own. */
  readonly silent: readonly string[];
}

/** The finders that are commands. They take a tenth of the time that a server takes. */
const COMMANDS: Readonly<Record<string, (place: Place) => readonly string[]>> = {
  verify: () => ['verify'],
  'verify --checkpoint': ({ checkpoints }) => ['verify', '--checkpoint', checkpointIn(checkpoints)],
};

export const isCommand = (finder: Finder): boolean => finder in COMMANDS;

export const findersAmongCommands = async (place: Place): Promise<Set<Finder>> => {
  const finders = new Set<Finder>();
  for (const [finder, args] of Object.entries(COMMANDS)) {
    const { exitCode } = await rt([...args(place), '--data-dir', place.data], { now: ASKED_AT });
    if (exitCode !== 0) finders.add(finder as Finder);
  }
  return finders;
};

export const allFinders = async (base: Base, place: Place): Promise<FoundTampering> => {
  const finders = await findersAmongCommands(place);
  const { outcome, alarms, refused, changed, crashed } = await examine(base, place);
  for (const alarm of alarms) finders.add(alarm.split(' ')[0] as Finder);
  for (const each of refused) {
    const [, code] = /: \d{3} ([A-Z_]+)$/.exec(each) ?? [];
    finders.add(code === undefined ? 'start' : (code as Finder));
  }
  const isSilent = outcome === 'crashed' || (changed.length > 0 && finders.size === 0);
  return { finders, silent: isSilent ? [...crashed, ...changed].slice(0, 5) : [] };
};
