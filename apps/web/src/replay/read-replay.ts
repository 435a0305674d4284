import type { LocalDate } from '@rt/domain';
import type { Replay } from '@rt/rules';
import type { FileEntry, ReadFile } from '../file/read-file';

/** A replay as the parts of the file page read it: the same thread, the same entries, nothing to record. */
export const readReplay = (
  { events, file, findings, threads }: Replay,
  fileId: string,
  day: LocalDate,
  recorded: readonly FileEntry[],
): ReadFile => ({
  fileId,
  today: day,
  as: { role: 'inspector', relation: 'sampled' },
  file,
  events,
  byId: new Map(events.map((event) => [event.id, event])),
  history: { recorded, takenOut: new Map() },
  findings,
  threads,
  mayRecord: false,
});
