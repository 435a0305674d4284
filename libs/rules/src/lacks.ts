/**
 * What a document lacks, through its versions. A lack is due on the day of the document and overdue until a later version supplies
 * what was missing. A version that lacks the same thing changes nothing. A version that lacks something else voids the old lack and
 * opens a new one. So an open lack says what the document lacked that day, and a document has one gap at a time.
 */
import { latest, type EventId, type LocalDate } from '@rt/domain';
import type { Found, Inputs } from './rule';

/** A day on which the text of a document may have changed, and the event that changed it. */
export interface DocumentVersion {
  readonly day: LocalDate;
  readonly event: EventId;
}

/** The versions that some events made of a document, none of them before the document itself. */
export const versionsFrom = (
  documentFrom: LocalDate,
  events: readonly { readonly id: EventId; readonly occurredOn: LocalDate }[],
): readonly DocumentVersion[] =>
  events.map(({ id, occurredOn }) => ({ day: latest(documentFrom, occurredOn), event: id }));

/** The judgement of a document as it reads on a day. `lacks` is left out where nothing is missing. */
export interface Judged<F extends Inputs = Inputs> {
  readonly subject: string;
  readonly lacks?: F;
}

export type Lack<F extends Inputs> = Omit<Found, 'caseId' | 'kind' | 'inputs'> & { readonly inputs: F };

/**
 * @param first the first version
 * @param overOn the day from which the document is no longer judged
 * @param versions the later versions, oldest first
 * @param judge judges the document as it reads at the end of the day; `undefined` says that the day changes nothing
 */
export const lacksIn = <F extends Inputs>(
  first: DocumentVersion,
  overOn: LocalDate | undefined,
  versions: readonly DocumentVersion[],
  judge: (day: LocalDate) => Judged<F> | undefined,
): readonly Lack<F>[] => {
  const arisesOn = first.day;
  const voidedOn = overOn && latest(arisesOn, overOn);
  const closed: Lack<F>[] = [];
  let open: Lack<F> | undefined;
  let last: LocalDate | undefined;
  for (const { day, event } of [first, ...versions]) {
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

const isSame = (a: Inputs, b: Inputs): boolean => Object.keys(a).every((name) => a[name] === b[name]);
