import type { EventId, PersonalFileEvent, Recorded } from '@rt/domain';
import type { ReadModel } from '../read-model';
import { caseHistoryTable, type EntryState } from './case-history.table';
import { caseHistoryWords } from './case-history.words';

type Event = Recorded<PersonalFileEvent>;
type Verdict = Extract<Event, { type: 'EntryCorrected' | 'EntryRetracted' }>;

/** Every entry of a file, in codes and dates. */
export const caseHistory: ReadModel = {
  name: 'case-history',
  version: '1',
  words: caseHistoryWords,
  tables: [caseHistoryTable],
  rowsOf: ({ fileId, recorded }, _inForce, emit) => {
    const verdicts = verdictsOf(recorded);
    for (const event of recorded) {
      const verdict = verdicts.get(event.id);
      const said = verdict?.type === 'EntryCorrected' ? verdict.data : undefined;
      emit(caseHistoryTable, {
        fileId,
        revision: event.revision,
        eventId: event.id,
        type: event.type,
        caseId: (said?.caseId === undefined ? event.caseId : said.caseId) ?? null,
        occurredOn: said?.occurredOn ?? event.occurredOn,
        recordedAt: event.recordedAt,
        recordedBy: event.recordedBy,
        unitId: event.unitId,
        state: stateOf(event, verdict),
      });
    }
  },
};

/** Of the corrections and retractions of an entry, the last by revision counts. */
const verdictsOf = (recorded: readonly Event[]): ReadonlyMap<EventId, Verdict> => {
  const verdicts = new Map<EventId, Verdict>();
  for (const event of recorded)
    if ((event.type === 'EntryCorrected' || event.type === 'EntryRetracted') && !event.redacted)
      verdicts.set(event.data.eventId, event);
  return verdicts;
};

const stateOf = (event: Event, verdict: Verdict | undefined): EntryState => {
  if (event.redacted) return 'redacted';
  if (verdict === undefined) return 'asRecorded';
  return verdict.type === 'EntryCorrected' ? 'corrected' : 'retracted';
};
