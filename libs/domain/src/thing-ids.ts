/** Finds the ids in a payload, of the things it creates and of the things it refers to, from `SPECS` alone. */
import type { CaseId, ThingKind } from './ids';
import { SPECS, type PersonalFileEventType } from './vocabulary';

/** An id and its path in the payload: `orderId`, `goals[2].goalId`. */
export interface IdIn {
  readonly path: string;
  readonly kind: ThingKind;
  readonly id: string;
}

/** The id of a new thing. `partOf` is the id of the thing it is a part of, as an order is for its goals. */
export interface NewId extends IdIn {
  readonly partOf?: string | undefined;
}

/** The ids of the things that an event creates, its own thing first. A thing without an id yet is left out. */
export const createdIn = (type: PersonalFileEventType, data: object): readonly NewId[] => {
  const { own, within, whole } = placesOf(type);
  const ids = idsAt(own, data);
  if (within.length === 0) return ids;
  const partOf = valueOf(data, whole) as string | undefined;
  return [...ids, ...idsAt(within, data).map((id) => ({ ...id, partOf }))];
};

/** The ids of the things that an event is about or refers to; `null` refers to nothing and is left out. */
export const referencesIn = (type: PersonalFileEventType, data: object): readonly IdIn[] =>
  idsAt(placesOf(type).referred, data);

/** The payload with a new id for every new thing that has none. `newId` gets the path of the id (`orderId`, `goals[2].goalId`). */
export const withIds = <T extends object>(
  type: PersonalFileEventType,
  data: T,
  newId: (path: string) => string,
): T => Object.keys(createdPaths(type)).reduce((filled, path) => fill(filled, path.split('.'), newId), data);

/**
 * The payload of a correction with the ids that were left out. They are taken from the same path of the entry that it corrects, in lists by
 * position. New things, such as an added goal, get new ids.
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

/** The case that an event belongs to: for an event about a case that case, otherwise the one that its envelope names. */
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

/** A place in a payload that may hold ids of a kind. */
interface Place {
  readonly kind: ThingKind;
  readonly steps: readonly string[];
  /** The name of the field, if it is at the top level of the payload, as most are. */
  readonly field?: string;
}

interface Places {
  readonly own: readonly Place[];
  readonly within: readonly Place[];
  readonly referred: readonly Place[];
  /** The field with the id of the thing whose parts are in `within`. */
  readonly whole: string;
}

/** Computed once per type, because every fold needs it for every event. */
const placesByType = new Map<string, Places>();

const placesOf = (type: PersonalFileEventType): Places => {
  let places = placesByType.get(type);
  if (places === undefined) {
    const { creates, about, createsWithin, refers } = SPECS[type];
    places = {
      own: placesAt({ ...(creates && { [`${creates}Id`]: creates }) }),
      within: placesAt({ ...createsWithin }),
      referred: placesAt({ ...(about && { [`${about}Id`]: about }), ...refers }),
      whole: `${creates ?? about}Id`,
    };
    placesByType.set(type, places);
  }
  return places;
};

const placesAt = (paths: Readonly<Record<string, ThingKind>>): readonly Place[] =>
  Object.entries(paths).map(([path, kind]) => ({
    kind,
    steps: path.split('.'),
    ...(!/[.[]/.test(path) && { field: path }),
  }));

const valueOf = (data: object, field: string): unknown => (data as Record<string, unknown>)[field];

const idsAt = (places: readonly Place[], data: object): readonly IdIn[] => {
  const ids: IdIn[] = [];
  for (const { kind, steps, field } of places) {
    const found =
      field === undefined ? valuesAt(data, steps) : [{ path: field, value: valueOf(data, field) }];
    for (const { path, value } of found) if (typeof value === 'string') ids.push({ path, kind, id: value });
  }
  return ids;
};

interface Found {
  readonly path: string;
  readonly value: unknown;
}

/** The values at a path such as `goals[].goalId`, each with its own path. A path that does not exist gives no value. */
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
