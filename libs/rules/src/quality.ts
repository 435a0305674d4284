/**
 * What a document lacks, followed through its versions. A lack is due on its document's day and overdue until a later version
 * meets it. A version that lacks the same leaves it as it is; one that lacks something else voids it and opens a new one, so that
 * what is open on a day says what the document lacked that day, and there is one gap for one document.
 */
import type { EventId, LocalDate } from '@rt/domain';
import type { Found } from './rule';
import type { Spell } from './spells';

/** A day on which a document may have come to read otherwise, and the event that made it so. */
export interface Version {
  readonly day: LocalDate;
  readonly event: EventId;
}

/** What was found of the document as it reads on a day: `lacks` is left out where nothing is lacking. */
export interface Judged {
  readonly subject: string;
  readonly lacks?: Found['inputs'];
}

export type Lack = Omit<Found, 'caseId' | 'kind'>;

/**
 * @param versions the later versions, oldest first
 * @param judge the document as it reads at the end of the day; undefined: this day says nothing new
 */
export const lacksIn = (
  spells: readonly Spell[],
  versions: readonly Version[],
  judge: (day: LocalDate) => Judged | undefined,
): readonly Lack[] => spells.flatMap((spell) => lacksWithin(spell, versions, judge));

const lacksWithin = (
  { trigger, arisesOn, voidedOn }: Spell,
  versions: readonly Version[],
  judge: (day: LocalDate) => Judged | undefined,
): readonly Lack[] => {
  const closed: Lack[] = [];
  let open: Lack | undefined;
  let last: LocalDate | undefined;
  for (const { day, event } of [{ day: arisesOn, event: trigger }, ...versions]) {
    if (day < arisesOn || day === last || (voidedOn !== undefined && day > arisesOn && day >= voidedOn))
      continue;
    last = day;
    const judged = judge(day);
    if (!judged) continue;
    const { subject, lacks } = judged;
    if (open && lacks && isSame(open.inputs, lacks)) {
      open = { ...open, evidence: [...open.evidence, event] };
      continue;
    }
    if (open) closed.push({ ...open, ...(lacks ? { voidedOn: day } : { fulfilledOn: day }) });
    open = lacks && { subject, trigger: event, arisesOn: day, dueOn: day, inputs: lacks, evidence: [event] };
  }
  if (open) closed.push(voidedOn === undefined ? open : { ...open, voidedOn });
  return closed;
};

const isSame = (a: Found['inputs'], b: Found['inputs']): boolean =>
  Object.keys(a).every((name) => a[name] === b[name]);
