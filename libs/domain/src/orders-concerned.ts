import type { Command } from './decider';
import type { OrderId, ThingKind } from './ids';
import type { PersonalFile } from './personal-file';
import { referencesIn } from './thing-ids';
import type { Thing } from './thing';
import { SPECS, type PersonalFileEventType } from './vocabulary';

/** The kinds of things that belong to an order: an order itself, and things whose creating event has `data.orderId`. */
const OF_AN_ORDER: ReadonlySet<ThingKind> = new Set<ThingKind>([
  'order',
  'plan',
  'execution',
  'deviation',
  'performer',
  'question',
  'followUp',
  'request',
]);

/**
 * The orders that a command concerns, directly or through the plan, execution, request … that it names. An entry is `undefined` if no order is
 * found for that name. The result is `undefined` if events of this type never concern orders.
 */
export const ordersConcerned = (
  { type, data }: Pick<Command, 'type' | 'data'>,
  file: PersonalFile,
): readonly (Thing<'order'> | undefined)[] | undefined =>
  speaksOfOrders(type)
    ? referencesIn(type, data)
        .filter(({ kind }) => OF_AN_ORDER.has(kind))
        .map(({ kind, id }) => orderBehind(file, kind, id))
    : undefined;

const speaksOfOrders = (type: PersonalFileEventType): boolean => {
  const { about, refers } = SPECS[type];
  return [about, ...Object.values(refers ?? {})].some((kind) => kind !== undefined && OF_AN_ORDER.has(kind));
};

const orderBehind = (file: PersonalFile, kind: ThingKind, id: string): Thing<'order'> | undefined => {
  if (kind === 'order') return file.get('order', id as OrderId);
  const thing = file.things(kind).find((each) => each.id === id);
  const begun: object | undefined = thing?.created.data;
  return file.get('order', (begun as { readonly orderId?: OrderId | null } | undefined)?.orderId);
};
