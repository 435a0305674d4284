/** The documents that rules quote, by the names their readers know. */
import type { Parameters } from './rule';
import type { WrittenRule, WrittenVersion } from './written-rule';

export const REPORT_2021 = 'Årsrapport 2021, funktionshinderinspektörerna, Stockholms stad';
export const REPORT_2022 = 'Årsrapport 2022, funktionshinderinspektörerna, Stockholms stad, dnr SOF 2022/442';
export const MEETING_2024 = 'Minnesanteckningar, samverkan enligt LSS 15 § 7, Stockholms stad 2024';
export const OSTERMALM_2020 = 'Östermalms stadsdelsförvaltning, tjänsteutlåtande 2020-09-24';

/** The versions of a rule that cites the Social Services Act: the sections of SoL (2001:453), and those of SoL (2025:400) from 2025-07-01. */
export const underBothActs = <P extends Parameters>({
  oldAct,
  newAct,
  oldQuote,
  ...version
}: Omit<WrittenVersion<P>, 'document' | 'inForceTo'> & {
  /** The document while SoL (2001:453) was in force, and since. */
  readonly oldAct: string;
  readonly newAct: string;
  /** The words of the older act, where they differ. */
  readonly oldQuote?: string;
}): WrittenRule<P>['versions'] => [
  { ...version, document: oldAct, ...(oldQuote !== undefined && { quote: oldQuote }) },
  { ...version, document: newAct, inForceFrom: '2025-07-01' },
];
