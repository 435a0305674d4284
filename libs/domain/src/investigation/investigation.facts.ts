import type { LocalDate } from '../calendar';
import type { Recorded } from '../event';
import { lastBy } from '../occurrence';
import type { Thing } from '../thing';
import type { InvestigationCompleted, InvestigationRevised } from './investigation.events';

type InvestigationVersion = Recorded<InvestigationCompleted | InvestigationRevised>;

/** The versions of an investigation's content, in folding order. */
export const investigationVersions = (
  investigation: Thing<'investigation'>,
): readonly InvestigationVersion[] => investigation.since('InvestigationCompleted', 'InvestigationRevised');

/** The content at the end of a day; undefined before the first completion. */
export const investigationVersionOn = (
  investigation: Thing<'investigation'>,
  day: LocalDate,
): InvestigationVersion | undefined => lastBy(investigationVersions(investigation), day);
