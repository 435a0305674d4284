import { addMonths, dayOf, latest, type LocalDate } from './calendar';
import { isClosedOn } from './case/case.facts';
import type { Recorded } from './event';
import { fileAt } from './history';
import type { PersonalFileEvent, PersonalFileEventType } from './vocabulary';

/** Why a personal file may not be erased on a day. */
export const ERASURE_OBSTACLES = [
  'CASE_OPEN',
  'FILE_PRESERVED',
  'ERASURE_PAUSED',
  'KEPT_FIVE_YEARS',
] as const;

export interface ErasureObstacle {
  readonly code: (typeof ERASURE_OBSTACLES)[number];
  /** `KEPT_FIVE_YEARS`: the first day on which the file may be erased. */
  readonly details?: { readonly until: LocalDate };
}

const keptMonths = 5 * 12;

/** A pause is about the erasure. If it counted as an entry of the file, every pause would add five years. */
const ABOUT_THE_ERASURE: ReadonlySet<PersonalFileEventType> = new Set(['ErasurePaused', 'ErasureResumed']);

/**
 * The day on which the last entry of a file was made. An entry is made when it is recorded. One that was imported was made on its own day, in the
 * system that it comes from. Corrections, retractions and redactions count as entries.
 * @returns undefined for a file without entries
 */
export const lastEntryOn = (recorded: readonly Recorded<PersonalFileEvent>[]): LocalDate | undefined => {
  let last: LocalDate | undefined;
  for (const { type, origin, occurredOn, recordedAt } of recorded) {
    if (ABOUT_THE_ERASURE.has(type)) continue;
    const made = origin === 'import' ? occurredOn : dayOf(recordedAt);
    last = last === undefined ? made : latest(last, made);
  }
  return last;
};

/**
 * Everything that speaks against erasing a file on a day; empty: it may be erased. Socialtjänstlagen (2025:400) 16 kap. 1 § and LSS 21 c §: five
 * years after the last entry. It knows no exception of the law (16 kap. 2–4 §§, LSS 21 d §) unless `FilePreserved` says that the file is one.
 */
export const erasureObstacles = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  day: LocalDate,
): readonly ErasureObstacle[] => {
  const file = fileAt(recorded);
  const found: ErasureObstacle[] = [];
  if (file.things('case').some((one) => !isClosedOn(one, day))) found.push({ code: 'CASE_OPEN' });
  if (file.events('FilePreserved').length > 0) found.push({ code: 'FILE_PRESERVED' });
  if (file.events('ErasurePaused', 'ErasureResumed').at(-1)?.type === 'ErasurePaused')
    found.push({ code: 'ERASURE_PAUSED' });
  const last = lastEntryOn(recorded);
  const until = last && addMonths(last, keptMonths);
  if (until !== undefined && day < until) found.push({ code: 'KEPT_FIVE_YEARS', details: { until } });
  return found;
};
