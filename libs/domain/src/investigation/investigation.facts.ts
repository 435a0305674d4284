import type { LocalDate } from '../calendar';
import type { Recorded } from '../event';
import type { Thing } from '../thing';
import type { InvestigationCompleted, InvestigationRevised } from './investigation.events';

type Version = Recorded<InvestigationCompleted | InvestigationRevised>;

/** The versions of an investigation's content, oldest first. */
export const investigationVersions = (investigation: Thing<'investigation'>): readonly Version[] =>
  [...investigation.since('InvestigationCompleted'), ...investigation.since('InvestigationRevised')].sort(
    (a: Version, b: Version) =>
      a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : a.revision - b.revision,
  );

/** The content as it read on a day; undefined while nothing was completed. */
export const investigationVersionOn = (
  investigation: Thing<'investigation'>,
  day: LocalDate,
): Version | undefined =>
  investigationVersions(investigation).findLast((version) => version.occurredOn <= day);
