/**
 * The thread from decision to follow-up: what belongs together because one thing names another. An order names its decision, a plan its
 * order, an execution its decision or its order, and a renewal the decision that it renews. The links are followed in both directions.
 * Where a thing names two others that contradict each other, the nearest one is believed, by what the file said on the day of the naming.
 */
import {
  latest,
  type FollowUpDocumented,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type Thing,
  type ThingIds,
} from '@rt/domain';

/** A thing of a thread, and the day from which the file shows that it belongs to it. */
export interface InThread<K extends Link> {
  readonly thing: Thing<K>;
  readonly from: LocalDate;
}

type Link = 'decision' | 'order' | 'plan' | 'execution';
type LinkThing = Thing<'decision'> | Thing<'order'> | Thing<'plan'> | Thing<'execution'>;

/**
 * The ids in the thread of a thing, each with the day from which the file shows it. An id counts from the day of the thing that names it,
 * also where the file does not have the thing with that id.
 */
export const threadOf = (file: PersonalFile, start: LinkThing): ReadonlyMap<string, LocalDate> => {
  const followed = new Map<LinkThing, LocalDate>();
  const ids = new Map<string, LocalDate>();
  const show = (id: string, day: LocalDate): void => {
    const known = ids.get(id);
    if (known === undefined || day < known) ids.set(id, day);
  };
  const toFollow: LinkThing[] = [];
  const reach = (thing: LinkThing, day: LocalDate): void => {
    const known = followed.get(thing);
    if (known !== undefined && known <= day) return;
    followed.set(thing, day);
    show(thing.id, day);
    toFollow.push(thing);
  };
  reach(start, start.created.occurredOn);
  for (let thing = toFollow.pop(); thing; thing = toFollow.pop()) {
    const shown = followed.get(thing) as LocalDate;
    for (const { kind, id } of namedBy(file, thing)) {
      show(id, shown);
      const named = file.get(kind, id) as LinkThing | undefined;
      if (named) reach(named, latest(shown, named.created.occurredOn));
    }
    for (const namer of namersOf(thing)) reach(namer, latest(shown, namer.created.occurredOn));
  }
  return ids;
};

interface Named {
  readonly kind: Link;
  readonly id: ThingIds[Link];
}

/** The things that a thing names. */
const namedBy = (file: PersonalFile, thing: LinkThing): readonly Named[] => {
  switch (thing.kind) {
    case 'decision':
      return named('decision', thing.created.data.previousDecisionId);
    case 'order':
      return named('decision', thing.created.data.decisionId);
    case 'plan':
      return named('order', thing.created.data.orderId);
    case 'execution': {
      const { decisionId, orderId } = thing.created.data;
      const order = file.get('order', orderId);
      return [
        ...named('decision', decisionId),
        ...(order && !isOfOrder(thing, order) ? [] : named('order', orderId)),
      ];
    }
  }
};

const named = (kind: Link, id: ThingIds[Link] | null): readonly Named[] =>
  id === null ? [] : [{ kind, id }];

/** The things that name a thing. */
const namersOf = (thing: LinkThing): readonly LinkThing[] => {
  switch (thing.kind) {
    case 'decision':
      return [...thing.linked('decision'), ...thing.linked('order'), ...thing.linked('execution')];
    case 'order':
      return [...thing.linked('plan'), ...executionsOfOrder(thing)];
    case 'plan':
    case 'execution':
      return [];
  }
};

/** An execution that names another decision than its order did by then belongs to the decision, which it carries out. */
const isOfOrder = ({ created }: Thing<'execution'>, order: Thing<'order'>): boolean => {
  const { decisionId } = order.created.data;
  return (
    order.created.occurredOn > created.occurredOn ||
    created.data.decisionId === null ||
    decisionId === null ||
    decisionId === created.data.decisionId
  );
};

/** The executions that name an order, without those that carry out another decision. */
export const executionsOfOrder = (order: Thing<'order'>): readonly Thing<'execution'>[] =>
  order.linked('execution').filter((execution) => isOfOrder(execution, order));

/** The executions of a decision: those that name it, and those that name only an order of it. */
export const executionsOfDecision = (decision: Thing<'decision'>): readonly InThread<'execution'>[] => [
  ...decision.linked('execution').map((thing) => inThread(thing, decision)),
  ...decision.linked('order').flatMap((order) =>
    order
      .linked('execution')
      .filter(({ created }) => created.data.decisionId === null)
      .map((thing) => inThread(thing, decision, order)),
  ),
];

const inThread = <K extends Link>(thing: Thing<K>, ...through: readonly LinkThing[]): InThread<K> => ({
  thing,
  from: latest((thing as LinkThing).created.occurredOn, ...through.map(({ created }) => created.occurredOn)),
});

/** The renewals of a decision, and their renewals, each once. */
export const renewalsOf = (decision: Thing<'decision'>): readonly InThread<'decision'>[] => {
  const renewals = new Map<Thing<'decision'>, LocalDate>();
  const follow = (renewed: Thing<'decision'>, from: LocalDate): void => {
    for (const renewal of renewed.linked('decision')) {
      const day = latest(from, renewal.created.occurredOn);
      const known = renewals.get(renewal);
      if (renewal === decision || (known !== undefined && known <= day)) continue;
      renewals.set(renewal, day);
      follow(renewal, day);
    }
  };
  follow(decision, decision.created.occurredOn);
  return [...renewals].map(([thing, from]) => ({ thing, from }));
};

/**
 * The ids of what a follow-up is about: its plan, the order of the plan, the decision of the order. What it names itself counts where the
 * plan or the order names none. Empty: it names nothing that leads to a measure, so it is about its case.
 */
export const namedIn = (
  file: PersonalFile,
  { occurredOn, data }: Recorded<FollowUpDocumented>,
): readonly string[] => {
  const plan = file.get('plan', data.planId)?.created;
  const isPlanKnown = plan !== undefined && plan.occurredOn <= occurredOn;
  const orderId = (isPlanKnown ? plan.data.orderId : null) ?? data.orderId;
  const order = file.get('order', orderId)?.created;
  const isOrderKnown = order !== undefined && order.occurredOn <= occurredOn;
  const decisionId = (isOrderKnown ? order.data.decisionId : null) ?? data.decisionId;
  const unknownPlanId = isPlanKnown ? null : data.planId;
  return [unknownPlanId, orderId, decisionId].filter((id) => id !== null);
};
