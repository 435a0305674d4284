/** What belongs to a case, and what of it belongs to its latest round: from the last application to the last follow-up. */
import { latest, type LocalDate } from '../calendar';
import type { Recorded } from '../event';
import type { ThingKind } from '../ids';
import type { PersonalFile } from '../personal-file';
import type { Thing } from '../thing';
import type { PersonalFileEvent } from '../vocabulary';

type Event = Recorded<PersonalFileEvent>;

export interface CaseThings {
  readonly applications: readonly Thing<'application'>[];
  readonly investigations: readonly Thing<'investigation'>[];
  readonly decisions: readonly Thing<'decision'>[];
  readonly orders: readonly Thing<'order'>[];
  readonly plans: readonly Thing<'plan'>[];
  readonly executions: readonly Thing<'execution'>[];
  readonly followUps: readonly Thing<'followUp'>[];
}

/** The things of a case, withdrawn applications and cancelled orders too. */
export const thingsOfCase = (file: PersonalFile, theCase: Thing<'case'>): CaseThings => {
  const every = <K extends ThingKind>(kind: K): readonly Thing<K>[] =>
    file.things(kind).filter(({ created }) => (created as Event).caseId === theCase.id);
  return {
    applications: every('application'),
    investigations: every('investigation'),
    decisions: every('decision'),
    orders: every('order'),
    plans: every('plan'),
    executions: every('execution'),
    followUps: every('followUp'),
  };
};

/** Those of the things that the case has by the end of a day, without applications that were withdrawn and orders that were cancelled by then. */
export const thingsUpTo = (things: CaseThings, day: LocalDate): CaseThings => {
  const byThen = <K extends ThingKind>(ofKind: readonly Thing<K>[]): readonly Thing<K>[] =>
    ofKind.filter(({ created }) => (created as Event).occurredOn <= day);
  const isNone = (events: readonly Event[]): boolean => !events.some(({ occurredOn }) => occurredOn <= day);
  return {
    applications: byThen(things.applications).filter((one) => isNone(one.since('ApplicationWithdrawn'))),
    investigations: byThen(things.investigations),
    decisions: byThen(things.decisions),
    orders: byThen(things.orders).filter((one) => isNone(one.since('OrderCancelled'))),
    plans: byThen(things.plans),
    executions: byThen(things.executions),
    followUps: byThen(things.followUps),
  };
};

/** The things of the latest round of a case. */
export interface CaseRound extends Omit<CaseThings, 'decisions'> {
  readonly decision: Thing<'decision'> | undefined;
}

/**
 * The latest round among the things of a case: what came since the last application, and what refers to the last decision. Things that are older, or
 * that refer to an older decision, belong to the round before.
 */
export const roundOf = (things: CaseThings): CaseRound => {
  const appliedOn = lastDayOf(things.applications);
  const since = <K extends ThingKind>(ofKind: readonly Thing<K>[]) =>
    ofKind.filter(({ created }) => appliedOn === undefined || (created as Event).occurredOn >= appliedOn);
  const decision = since(things.decisions).at(-1);
  const { applications } = things;
  const begun = { applications, investigations: since(things.investigations), decision };
  if (decision) return { ...begun, ...afterDecision(things, decision) };
  const { orders, plans, executions, followUps } = things;
  return appliedOn === undefined
    ? { ...begun, orders, plans, executions, followUps }
    : { ...begun, orders: [], plans: [], executions: [], followUps: [] };
};

/** The things that refer to this decision. A thing that refers to no decision counts if it is not older than this one. */
const afterDecision = (
  things: CaseThings,
  decision: Thing<'decision'>,
): Pick<CaseRound, 'orders' | 'plans' | 'executions' | 'followUps'> => {
  const decidedOn = decision.created.occurredOn;
  const ids = new Set<string>([decision.id]);
  const hanging = <K extends ThingKind>(
    ofKind: readonly Thing<K>[],
    refersTo: (data: Thing<K>['created']['data']) => readonly (string | null)[],
  ): readonly Thing<K>[] => {
    const found = ofKind.filter(({ created }) => {
      const named = refersTo(created.data as never).filter((id) => id !== null);
      return named.length === 0 ? created.occurredOn >= decidedOn : named.some((id) => ids.has(id));
    });
    for (const { id } of found) ids.add(id);
    return found;
  };
  return {
    orders: hanging(things.orders, ({ decisionId }) => [decisionId]),
    plans: hanging(things.plans, ({ orderId }) => [orderId]),
    executions: hanging(things.executions, ({ decisionId, orderId }) => [decisionId, orderId]),
    followUps: hanging(things.followUps, ({ decisionId, orderId, planId }) => [decisionId, orderId, planId]),
  };
};

/** The last day on which one of these was recorded to have begun; undefined if there are none. */
export const lastDayOf = <K extends ThingKind>(ofKind: readonly Thing<K>[]): LocalDate | undefined =>
  lastDayAmong(ofKind.map(({ created }) => created as Event));

export const lastDayAmong = (events: readonly Event[]): LocalDate | undefined => {
  const [first, ...others] = events.map(({ occurredOn }) => occurredOn);
  return first && latest(first, ...others);
};
