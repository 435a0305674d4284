/**
 * When a duty is asked for. It is asked for from its trigger until the case closes or the thing it is about is over, and anew,
 * with its time counted from that day, when the case is reopened.
 */
import {
  earliest,
  latest,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';
import type { Found } from './rule';

/** A time in which something is asked for: what opened it, its first day, and the day from which it is no longer asked for. */
export interface Spell {
  readonly trigger: EventId;
  readonly arisesOn: LocalDate;
  readonly voidedOn?: LocalDate;
}

/**
 * The spells of a duty that `trigger` brings about on `arisesOn`, oldest first.
 * @param overOn the day from which the thing itself asks for nothing more: cancelled, ended, replaced.
 */
export const spellsOf = (
  file: PersonalFile,
  trigger: Recorded<PersonalFileEvent>,
  arisesOn: LocalDate,
  overOn?: LocalDate,
): readonly Spell[] => {
  const theCase = file.get('case', trigger.caseId);
  const spells = theCase ? whileOpen(theCase, trigger.id, arisesOn) : [{ trigger: trigger.id, arisesOn }];
  if (overOn === undefined) return spells;
  return spells
    .filter((spell, index) => index === 0 || spell.arisesOn < overOn)
    .map((spell) => ({
      ...spell,
      voidedOn: latest(spell.arisesOn, earliest(overOn, spell.voidedOn ?? overOn)),
    }));
};

const whileOpen = (theCase: Thing<'case'>, trigger: EventId, arisesOn: LocalDate): readonly Spell[] => {
  const closings = theCase.since('CaseClosed');
  if (closings.length === 0) return [{ trigger, arisesOn }];
  const turns = [...closings, ...theCase.since('CaseReopened')].sort(
    (a, b) =>
      compare(a.occurredOn, b.occurredOn) ||
      compare(a.occurredTime ?? '', b.occurredTime ?? '') ||
      a.revision - b.revision,
  );
  const spells: Spell[] = [];
  let open: Spell | undefined = { trigger, arisesOn };
  for (const turn of turns) {
    const day = latest(theCase.created.occurredOn, turn.occurredOn);
    if (turn.type === 'CaseReopened') open ??= { trigger: turn.id, arisesOn: day };
    else if (open && day >= open.arisesOn) {
      spells.push({ ...open, voidedOn: day });
      open = undefined;
    }
  }
  return open ? [...spells, open] : spells;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The days of one deadline. */
export type Deadline = Pick<Found, 'trigger' | 'arisesOn' | 'dueOn' | 'fulfilledOn' | 'voidedOn'>;

/** The deadline of one spell. What is met after it was voided stays voided. */
export const deadlineIn = (
  { trigger, arisesOn, voidedOn }: Spell,
  fulfilledOn: LocalDate | undefined,
  dueOn: (arisesOn: LocalDate) => LocalDate,
): Deadline => {
  const met = fulfilledOn && latest(arisesOn, fulfilledOn);
  const isMet = met !== undefined && (voidedOn === undefined || met <= voidedOn);
  return {
    trigger,
    arisesOn,
    dueOn: dueOn(arisesOn),
    ...(isMet ? { fulfilledOn: met } : voidedOn !== undefined && { voidedOn }),
  };
};

/** A deadline for each spell in which a duty is asked for and was not yet met. */
export const deadlinesIn = (
  spells: readonly Spell[],
  fulfilledOn: LocalDate | undefined,
  dueOn: (arisesOn: LocalDate) => LocalDate,
): readonly Deadline[] =>
  spells
    .filter(({ arisesOn }, index) => index === 0 || fulfilledOn === undefined || fulfilledOn > arisesOn)
    .map((spell) => deadlineIn(spell, fulfilledOn, dueOn));
