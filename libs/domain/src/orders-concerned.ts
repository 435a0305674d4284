import type { Command } from './decider';
import type { OrderId, ThingKind } from './ids';
import type { PersonalFile } from './personal-file';
import { referencesIn } from './thing-ids';
import type { Thing } from './thing';
import { SPECS, type PersonalFileEventType } from './vocabulary';

/** Things that are of an order, as `data.orderId` of what brought them into being says. */
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
 * The orders that a step speaks of: those it names, and those behind the plan, the execution, the request … it names, each once for every
 * naming; undefined in its place where there is none behind. Undefined as a whole where a step of its type can speak of no order.
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
