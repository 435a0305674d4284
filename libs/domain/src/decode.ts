import type { Recorded } from './event';
import { isEventType, type PersonalFileEvent, type PersonalFileEventType } from './vocabulary';

/** An event as a store gives it back: the envelope, the type as text, the payload unknown. */
export interface StoredShape {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly redacted?: true;
}

/** From a payload of version n to version n + 1. An old shape is brought up when it is read, never rewritten. */
type Upcaster = (data: object) => object;

/** The upcasters of a type, the one from version 1 first. A type without any is in its first version. */
const upcasters: Partial<Record<PersonalFileEventType, readonly Upcaster[]>> = {};

/** The version in which a type is written today. */
export const currentVersion = (type: PersonalFileEventType): number => 1 + (upcasters[type]?.length ?? 0);

/** A payload brought up to today's shape. @throws where the version is one this program does not know */
export const upcast = (type: PersonalFileEventType, schemaVersion: number, data: object): object => {
  const current = currentVersion(type);
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > current)
    throw new UnknownShape(`${type} version ${schemaVersion}: this program knows versions 1 to ${current}`);
  return (upcasters[type] ?? []).slice(schemaVersion - 1).reduce((shape, raise) => raise(shape), data);
};

/** An event was stored by a newer program, or by none of ours. */
export class UnknownShape extends Error {
  readonly code = 'UNKNOWN_SHAPE';
}

/** A stored event as the domain knows it, in today's shape. @throws UnknownShape */
export const decode = (stored: StoredShape): Recorded<PersonalFileEvent> => {
  const { type, schemaVersion } = stored;
  if (!isEventType(type)) throw new UnknownShape(`unknown event type ${type}`);
  if (stored.redacted) return stored as Recorded<PersonalFileEvent>;
  if (schemaVersion === currentVersion(type)) return stored as Recorded<PersonalFileEvent>;
  return {
    ...stored,
    schemaVersion: currentVersion(type),
    data: upcast(type, schemaVersion, stored.data as object),
  } as unknown as Recorded<PersonalFileEvent>;
};
