import type { EventDeclaration } from './declare';
import { erasureVocabulary, type ErasureEvent } from './erasure/erasure.events';
import type { DomainEvent, Recorded } from './event';
import type { EventId } from './ids';
import { reviewVocabulary, type ReviewEvent } from './review/review.events';
import { rulesetVocabulary, type RulesetEvent } from './ruleset/ruleset.events';
import { unitVocabulary, type UnitEvent } from './assignment/unit.events';
import { DECLARED, type EventOf, type PersonalFileEvent, type PersonalFileEventType } from './vocabulary';

/** An event as a store returns it: with its envelope, the type as text, and a payload of unknown shape. */
export interface StoredShape {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly redacted?: true;
}

/** Reads the stored events of one vocabulary. */
export interface Decoder<E extends DomainEvent> {
  /** The version in which events of the type are written now. */
  currentVersion(type: E['type']): number;
  /** Converts a payload to the current shape. @throws UnknownShape if this program does not know the version */
  upcast(type: E['type'], schemaVersion: number, data: object): object;
  /** A stored event in the current shape. @throws UnknownShape */
  decode(stored: StoredShape): Recorded<E>;
}

/** The event was stored by a newer program, or by another program. */
export class UnknownShape extends Error {
  readonly code = 'UNKNOWN_SHAPE';
}

export const decoderOf = <E extends DomainEvent>(
  declared: Readonly<Record<E['type'], Pick<EventDeclaration, 'upcasters'>>>,
): Decoder<E> => {
  const currentVersion = (type: E['type']): number => 1 + (declared[type].upcasters?.length ?? 0);
  const upcast = (type: E['type'], schemaVersion: number, data: object): object => {
    const current = currentVersion(type);
    if (schemaVersion === current) return data;
    if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > current)
      throw new UnknownShape(`${type} version ${schemaVersion}: this program knows versions 1 to ${current}`);
    return (declared[type].upcasters ?? [])
      .slice(schemaVersion - 1)
      .reduce((shape, raise) => raise(shape), data);
  };
  const decode = (stored: StoredShape): Recorded<E> => {
    const { type, schemaVersion, data } = stored;
    if (!Object.hasOwn(declared, type)) throw new UnknownShape(`unknown event type ${type}`);
    const today = currentVersion(type);
    if (stored.redacted || schemaVersion === today) return stored as Recorded<E>;
    return {
      ...stored,
      schemaVersion: today,
      data: upcast(type, schemaVersion, data as object),
    } as unknown as Recorded<E>;
  };
  return { currentVersion, upcast, decode };
};

export const { currentVersion, upcast, decode } = decoderOf<PersonalFileEvent>(DECLARED);
export const { decode: decodeReview, currentVersion: currentReviewVersion } = decoderOf<ReviewEvent>(
  reviewVocabulary.events,
);
export const { decode: decodeRuleset } = decoderOf<RulesetEvent>(rulesetVocabulary.events);
export const { decode: decodeErasure } = decoderOf<ErasureEvent>(erasureVocabulary.events);
export const { decode: decodeUnit } = decoderOf<UnitEvent>(unitVocabulary.events);

/** The entries that are redacted by these events. */
export const redactedIn = (events: readonly StoredShape[]): ReadonlySet<EventId> =>
  new Set(
    events.flatMap(({ type, data, redacted }) =>
      type === ('EntryRedacted' satisfies PersonalFileEventType) && !redacted
        ? [(data as EventOf<'EntryRedacted'>['data']).eventId]
        : [],
    ),
  );

/**
 * Decodes the stored events of a personal file into current shapes. An entry that an `EntryRedacted` names counts as redacted at once: its
 * key is destroyed only after that event is stored, and the entry must not be read in between. @throws UnknownShape
 */
export const decodeFile = (stored: readonly StoredShape[]): readonly Recorded<PersonalFileEvent>[] => {
  const events = stored.map(decode);
  const redacted = redactedIn(stored);
  if (redacted.size === 0) return events;
  return events.map((event) =>
    redacted.has(event.id) ? ({ ...event, data: null, redacted: true } as unknown as typeof event) : event,
  );
};
