import type { LocalDate, PersonalFileEventType } from '@rt/domain';
import { TITLES } from '@rt/domain';
import type { NoticeRow } from '@rt/read-models';
import { RULES } from '@rt/rules';

const titleOfRule = new Map(RULES.map(({ id, title }) => [id, title]));

/** A notice as it is told to somebody on a day. Its title is the rule's or the step's: what kind of notice it is, whoever shows it says. */
export const told = (
  { knownAt: _, heldFrom: _from, heldUntil: _until, endsOn, ...row }: NoticeRow,
  { on, seen }: { readonly on: LocalDate; readonly seen: boolean },
) => ({
  ...row,
  endedOn: endsOn !== null && endsOn <= on ? endsOn : null,
  title: row.rule === null ? TITLES[row.eventType as PersonalFileEventType] : titleOfRule.get(row.rule),
  seen,
});
