/** The ids in a payload: of the things it brings into being, and of the things it refers to. Worked out from `SPECS` alone. */
import type { CaseId, ThingKind } from './ids';
import { SPECS, type PersonalFileEventType } from './vocabulary';

/** An id and where it stands in the payload: `orderId`, `goals[2].goalId`. */
export interface IdIn {
  readonly path: string;
  readonly kind: ThingKind;
  readonly id: string;
}

/** The id of a new thing, and of the thing it is a part of: a goal of an order. */
export interface NewId extends IdIn {
  readonly partOf?: string | undefined;
}

/** The ids of the things that an event brings into being, its own thing first. What has no id yet is left out. */
export const createdIn = (type: PersonalFileEventType, data: object): readonly NewId[] => {
  const { creates, about, createsWithin } = SPECS[type];
  const whole = (data as Record<string, string | undefined>)[`${creates ?? about}Id`];
  return [
    ...(creates ? idsAt({ [`${creates}Id`]: creates }, data) : []),
    ...(createsWithin ? idsAt(createsWithin, data).map((id) => ({ ...id, partOf: whole })) : []),
  ];
};

/** The ids of the things that an event is about or refers to; `null` refers to nothing and is left out. */
export const referencesIn = (type: PersonalFileEventType, data: object): readonly IdIn[] => {
  const { about, refers } = SPECS[type];
  return idsAt({ ...(about && { [`${about}Id`]: about }), ...refers }, data);
};

/** The payload with an id for every new thing that was given none: `newId` is told the path (`orderId`, `goals[2].goalId`). */
export const withIds = <T extends object>(
  type: PersonalFileEventType,
  data: T,
  newId: (path: string) => string,
): T => Object.keys(createdPaths(type)).reduce((filled, path) => fill(filled, path.split('.'), newId), data);

/**
 * The payload of a correction with the ids that were left out: those of the entry it corrects, a list's by their place in it.
 * New goals, say, get new ids.
 */
export const withIdsOfEntry = <T extends object>(
  type: PersonalFileEventType,
  original: object,
  data: T,
  newId: (path: string) => string,
): T => {
  const given = new Set(createdIn(type, data).map(({ id }) => id));
  const were = new Map(
    [...createdIn(type, original), ...referencesIn(type, original)].map(
      ({ path, id }) => [path, id] as const,
    ),
  );
  const { about } = SPECS[type];
  const asBefore = (path: string): string => {
    const id = were.get(path);
    return id === undefined || given.has(id) ? newId(path) : id;
  };
  const filled = withIds(type, data, asBefore);
  return about === undefined ? filled : fill(filled, [`${about}Id`], asBefore);
};

/** The case an event belongs to: the one its envelope names, or for an event about a case, that case. */
export const caseOf = (
  type: PersonalFileEventType,
  caseId: CaseId | undefined,
  data: object,
): CaseId | undefined =>
  SPECS[type].caseId === 'self' ? (data as { readonly caseId?: CaseId }).caseId : caseId;

const createdPaths = (type: PersonalFileEventType): Readonly<Record<string, ThingKind>> => {
  const { creates, createsWithin } = SPECS[type];
  return { ...(creates && { [`${creates}Id`]: creates }), ...createsWithin };
};

const idsAt = (paths: Readonly<Record<string, ThingKind>>, data: object): readonly IdIn[] =>
  Object.entries(paths).flatMap(([path, kind]) =>
    valuesAt(data, path.split('.')).flatMap((found) =>
      typeof found.value === 'string' ? [{ path: found.path, kind, id: found.value }] : [],
    ),
  );

interface Found {
  readonly path: string;
  readonly value: unknown;
}

/** The values at a path such as `goals[].goalId`, each with its own place. Total: what is not there has no value. */
const valuesAt = (holder: unknown, [step, ...rest]: readonly string[], place = ''): readonly Found[] => {
  if (step === undefined) return [{ path: place, value: holder }];
  if (typeof holder !== 'object' || holder === null) return [];
  const name = step.replace('[]', '');
  const value = (holder as Record<string, unknown>)[name];
  const path = place === '' ? name : `${place}.${name}`;
  if (name === step) return valuesAt(value, rest, path);
  return Array.isArray(value) ? value.flatMap((item, i) => valuesAt(item, rest, `${path}[${i}]`)) : [];
};

const fill = <T>(
  holder: T,
  [step, ...rest]: readonly string[],
  newId: (path: string) => string,
  place = '',
): T => {
  if (step === undefined || typeof holder !== 'object' || holder === null) return holder;
  const name = step.replace('[]', '');
  const value = (holder as Record<string, unknown>)[name];
  const path = place === '' ? name : `${place}.${name}`;
  if (name !== step) {
    if (!Array.isArray(value)) return holder;
    return { ...holder, [name]: value.map((item, i) => fill(item, rest, newId, `${path}[${i}]`)) };
  }
  if (rest.length > 0) return { ...holder, [name]: fill(value, rest, newId, path) };
  return value === undefined ? { ...holder, [name]: newId(path) } : holder;
};
