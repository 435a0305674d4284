/** The facts of a file as plain JSON, for the command line and the file page. */
import { END_OF_TIME, type LocalDate, type LocalTime } from './calendar';
import { decisionMarks, type DecisionMarks } from './decision-marks';
import type { Recorded } from './event';
import type { Person } from './file/file.events';
import { personOn } from './file/file.facts';
import type { CaseId, EventId, ThingKind } from './ids';
import type { PersonalFile } from './personal-file';
import { caseOf } from './thing-ids';
import type { Thing } from './thing';
import { EVENT_TYPES, SPECS, type PersonalFileEvent, type PersonalFileEventType } from './vocabulary';

/** The content of one entry. */
export interface EntryFacts {
  readonly eventId: EventId;
  readonly type: PersonalFileEventType;
  readonly occurredOn: LocalDate;
  readonly occurredTime?: LocalTime;
  readonly caseId?: CaseId;
  readonly data: object;
}

/** A thing: the entry that created it, and the entries about it since. */
export interface ThingFacts extends EntryFacts {
  readonly id: string;
  readonly later: readonly EntryFacts[];
  /** Of a decision, where there is anything to say beside its content. */
  readonly marks?: DecisionMarks;
}

export interface FileFacts {
  readonly person: Person | null;
  readonly things: { readonly [K in ThingKind]?: readonly ThingFacts[] };
  /** Entries that are not about a thing: households, notes, violence questions, acknowledged gaps … */
  readonly entries: readonly EntryFacts[];
}

/**
 * The facts of the whole file or, if a case is given, of that case and of what belongs to the person rather than to a case. They are made
 * from the folded file alone, so they hold nothing that a replay left out.
 */
export const factsOf = (file: PersonalFile, caseId?: CaseId): FileFacts => {
  const concerns = ({ type, caseId: named, data }: Event): boolean =>
    caseId === undefined ||
    OF_THE_PERSON.has(SPECS[type].creates ?? SPECS[type].about) ||
    (caseOf(type, named, data) ?? caseId) === caseId;
  const things = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      file
        .things(kind)
        .filter(({ created }) => concerns(created))
        .map(thingFacts),
    ]).filter(([, facts]) => facts && facts.length > 0),
  );
  const entries = file
    .events(...EVENT_TYPES.filter((type) => !SPECS[type].creates && !SPECS[type].about))
    .filter(concerns)
    .map(entryFacts);
  return { person: personOn(file, END_OF_TIME) ?? null, things, entries };
};

type Event = Recorded<PersonalFileEvent>;

/** Kinds that belong to the person, regardless of the case in which they were recorded. */
const OF_THE_PERSON: ReadonlySet<ThingKind | undefined> = new Set<ThingKind>([
  'party',
  'assignment',
  'representative',
  'consent',
]);

const KINDS = [...new Set(Object.values(SPECS).flatMap(({ creates }) => creates ?? []))];

const thingFacts = (thing: Thing<ThingKind>): ThingFacts => ({
  id: thing.id,
  ...entryFacts(thing.created),
  later: thing.allSince().map(entryFacts),
  ...marksOf(thing),
});

const marksOf = (thing: Thing<ThingKind>): Pick<ThingFacts, 'marks'> => {
  if (thing.kind !== 'decision') return {};
  const marks = decisionMarks(thing as unknown as Thing<'decision'>);
  return Object.keys(marks).length === 0 ? {} : { marks };
};

const entryFacts = ({ id, type, occurredOn, occurredTime, caseId, data }: Event): EntryFacts => ({
  eventId: id,
  type,
  occurredOn,
  ...(occurredTime !== undefined && { occurredTime }),
  ...(caseId !== undefined && { caseId }),
  data,
});
