import type { Recorded } from './event';
import { effectiveEvents, type Moment } from './history';
import { foldFile, type PersonalFile } from './personal-file';
import type { PersonalFileEvent } from './vocabulary';

/** A file as it was on a day, as it was known at an instant. */
export interface Replay {
  readonly moment: Moment;
  /** The events that count at the moment, corrected and in folding order. */
  readonly events: readonly Recorded<PersonalFileEvent>[];
  readonly file: PersonalFile;
}

/** Pure: the server, the measures, the command line and the browser's time slider give the same picture. The rules are run on top of it. */
export const replay = (recorded: readonly Recorded<PersonalFileEvent>[], moment: Moment = {}): Replay => {
  const events = effectiveEvents(recorded, moment);
  return { moment, events, file: foldFile(events) };
};
