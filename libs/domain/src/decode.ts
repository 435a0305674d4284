import type { EventDeclaration } from './declare';
import type { DomainEvent, Recorded } from './event';
import { reviewVocabulary, type ReviewEvent } from './review/review.events';
import { rulesetVocabulary, type RulesetEvent } from './ruleset/ruleset.events';
import { DECLARED, type PersonalFileEvent } from './vocabulary';

/** An event as a store gives it back: the envelope, the type as text, the payload unknown. */
export interface StoredShape {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly redacted?: true;
}

/** How the events of one vocabulary are read. */
export interface Decoder<E extends DomainEvent> {
  /** The version in which a type is written today. */
  currentVersion(type: E['type']): number;
  /** A payload brought up to today's shape. @throws UnknownShape where the version is one this program does not know */
  upcast(type: E['type'], schemaVersion: number, data: object): object;
  /** A stored event as the domain knows it, in today's shape. @throws UnknownShape */
  decode(stored: StoredShape): Recorded<E>;
}

/** An event was stored by a newer program, or by none of ours. */
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
export const { decode: decodeReview } = decoderOf<ReviewEvent>(reviewVocabulary.events);
export const { decode: decodeRuleset } = decoderOf<RulesetEvent>(rulesetVocabulary.events);

/**
 * A personal file's events as they are stored, in today's shapes. Whatever an `EntryRedacted` names is redacted from the moment that word
 * stands in the stream: the entry's key is destroyed just after, and nobody is to read it in between. @throws UnknownShape
 */
export const decodeFile = (stored: readonly StoredShape[]): readonly Recorded<PersonalFileEvent>[] => {
  const events = stored.map(decode);
  const redacted = new Set(
    events.flatMap((event) =>
      event.type === 'EntryRedacted' && !event.redacted ? [event.data.eventId] : [],
    ),
  );
  if (redacted.size === 0) return events;
  return events.map((event) =>
    redacted.has(event.id) ? ({ ...event, data: null, redacted: true } as unknown as typeof event) : event,
  );
};
