import type { LocalDate } from '../calendar';
import type { Recorded } from '../event';
import type { Thread } from '../thread';
import type { InvestigationCompleted, InvestigationRevised } from './investigation.events';

type Version = Recorded<InvestigationCompleted | InvestigationRevised>;

/** The versions of an investigation's content, oldest first. */
export const investigationVersions = (investigation: Thread<'investigation'>): readonly Version[] =>
  [...investigation.later('InvestigationCompleted'), ...investigation.later('InvestigationRevised')].sort(
    (a: Version, b: Version) =>
      a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : a.revision - b.revision,
  );

/** The content as it read on a day; undefined while nothing was completed. */
export const investigationVersionOn = (
  investigation: Thread<'investigation'>,
  day: LocalDate,
): Version | undefined =>
  investigationVersions(investigation).findLast((version) => version.occurredOn <= day);
