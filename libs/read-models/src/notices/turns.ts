import { dayOf, type PersonalFileEvent, type PersonalFileEventType, type Recorded } from '@rt/domain';
import { foundIn } from '../found-in';
import { LoadedFile } from '@rt/files';
import type { InForce } from '@rt/rules';
import { newsIn } from './notice-kinds';

type Event = Recorded<PersonalFileEvent>;

/** How many of a file's last correcting entries are examined. Each costs two folds, and few files have more. */
const turnsMax = 8;

/** Event types that end something on a day which may be past when they are recorded. */
const ENDINGS: ReadonlySet<PersonalFileEventType> = new Set(['ConsentWithdrawn', 'RepresentativeEnded']);
/** Event types that correct or withdraw an earlier entry. */
const TAKES_BACK: ReadonlySet<PersonalFileEventType> = new Set([
  'EntryCorrected',
  'EntryRetracted',
  'GapAcknowledgementWithdrawn',
]);

const turnsThePast = ({ type, recordedAt, occurredOn }: Event): boolean =>
  TAKES_BACK.has(type) || (ENDINGS.has(type) && dayOf(recordedAt) > occurredOn);

/**
 * The entries that created a notice about the past, for example the retraction of a plan, or a withdrawal recorded a month late. For each key of the
 * notices, the last such entry.
 */
export const turnsOf = (reading: LoadedFile, inForce: InForce): ReadonlyMap<string, Event> => {
  const turns = new Map<string, Event>();
  const { fileId, recorded } = reading;
  for (const [index, event] of [...recorded.entries()]
    .filter(([, one]) => turnsThePast(one))
    .slice(-turnsMax)) {
    const before = keysOf(new LoadedFile(fileId, recorded.slice(0, index)), inForce);
    for (const key of keysOf(new LoadedFile(fileId, recorded.slice(0, index + 1)), inForce))
      if (!before.has(key)) turns.set(key, event);
  }
  return turns;
};

const keysOf = (reading: LoadedFile, inForce: InForce): ReadonlySet<string> =>
  new Set(newsIn(reading.file, foundIn(reading, inForce)).map(({ key }) => key));
