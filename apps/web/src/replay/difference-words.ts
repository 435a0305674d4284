/** The sentence that a comparison begins with: what one side has that the other has not. */
import { dayOf, daysBetween, type Text } from '@rt/domain';
import { isGapStatus, type ReplayedFinding } from '@rt/rules';
import { entryTitle } from '../file/entry-words';
import type { FileEntry } from '../file/read-file';
import { withNoun } from '../texts/with-noun';
import type { AlignedRow } from './alignment';

/** `2 skillnader`, or that there are none. */
export const countWords = (count: number): Text =>
  count === 0
    ? { sv: 'Samma på båda klockorna.', en: 'The same on both clocks.' }
    : withNoun(count, ['skillnad', 'skillnader'], ['difference', 'differences']);

/** Why a row is on one side only: `Medgivande: hände 2026-08-04, skrevs in 2026-08-20, 16 dagar senare.` */
export const whyOneSided = ({ left, right }: AlignedRow<FileEntry>): Text => {
  const event = left ?? right;
  if (event === undefined) return { sv: '', en: '' };
  const title = entryTitle(event);
  if (left === undefined)
    return {
      sv: `${title.sv} stod i akten och har tagits bort eller rättats sedan.`,
      en: `${title.en} stood in the file and was taken out or corrected since.`,
    };
  if (right !== undefined)
    return {
      sv: `${title.sv} löd annorlunda: den rättades senare.`,
      en: `${title.en} read otherwise: it was corrected later.`,
    };
  const recordedOn = dayOf(event.recordedAt);
  const late = daysBetween(event.occurredOn, recordedOn);
  const later = withNoun(late, ['dag', 'dagar'], ['day', 'days']);
  return {
    sv: `${title.sv} hände ${event.occurredOn} men skrevs in ${recordedOn}, ${later.sv} senare.`,
    en: `${title.en} happened on ${event.occurredOn} and was recorded on ${recordedOn}, ${later.en} later.`,
  };
};

/** What happened between two days: `Beställning, 2026-07-17.` */
export const whyNew = ({ left, right }: AlignedRow<FileEntry>): Text => {
  const event = right ?? left;
  if (event === undefined) return { sv: '', en: '' };
  const { sv, en } = entryTitle(event);
  return { sv: `${sv}, ${event.occurredOn}.`, en: `${en}, ${event.occurredOn}.` };
};

/** `1 brist`, or that there is none. */
export const gapWords = (findings: readonly ReplayedFinding[]): Text => {
  const gaps = findings.filter(({ status }) => isGapStatus(status)).length;
  return gaps === 0
    ? { sv: 'Ingen brist', en: 'No gap' }
    : withNoun(gaps, ['brist', 'brister'], ['gap', 'gaps']);
};
