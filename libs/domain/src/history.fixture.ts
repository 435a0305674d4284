/** Generates random histories of a personal file. Every entry of a history is one that `decide` accepted. */
import fc from 'fast-check';
import { addDays, on, type Instant, type LocalDate, type LocalTime } from './calendar';
import { decide } from './decide';
import { currentVersion } from './decode';
import type { Command, Situation } from './decider';
import type { Recorded } from './event';
import { EXAMPLE_DATA } from './example-data';
import { exampleId } from './example-ids';
import type { CaseId, EventId, ThingKind } from './ids';
import { isAboutEntries } from './entry/entry.events';
import { DEFAULT_CONFIGURATION } from './measures';
import { special, type VariationSource } from './special.fixture';
import { foldOn, situationOf } from './situation';
import { createdIn, referencesIn, type IdIn } from './thing-ids';
import { EVENT_TYPES, SPECS, type PersonalFileEvent, type PersonalFileEventType } from './vocabulary';

type Event = Recorded<PersonalFileEvent>;

/** Histories begin on this day and last about two years. */
export const FIRST_DAY = on('2025-01-01');
export const LAST_DAY = on('2027-12-31');

/** The next random number: `draw(n)` is 0 … n - 1. */
export type RandomDraw = (sides: number) => number;

/** What a step is generated from: its type, the days since the previous step was recorded, the days it was recorded late, and random numbers. */
interface Seed {
  readonly type: PersonalFileEventType;
  readonly daysSince: number;
  readonly daysLate: number;
  readonly time: number;
  readonly dice: readonly number[];
}

const OFTEN: readonly PersonalFileEventType[] = [
  'PersonDetailsChanged',
  'PartyRecorded',
  'ConsentGiven',
  'ConsentRenewed',
  'ConsentWithdrawn',
  'ContactMade',
  'ContactMade',
  'ContactGroundRecorded',
  'RepresentativeRegistered',
  'InvestigationOpened',
  'InvestigationCompleted',
  'DecisionMade',
  'DecisionMade',
  'OrderSent',
  'OrderSent',
  'OrderRevised',
  'PlanReceived',
  'PlanReceived',
  'PlanApproved',
  'PerformerRecorded',
  'RelativeEmploymentAsked',
  'RelativeEmploymentAnswered',
  'FollowUpDocumented',
  'ProviderDataRequested',
  'ProviderDataReceived',
  'CaseClosed',
  'CaseReopened',
  'GapAcknowledged',
  'GapAcknowledgementWithdrawn',
  'EntryCorrected',
  'EntryRetracted',
];

const BEGINNING: readonly PersonalFileEventType[] = [
  'PersonalFileOpened',
  'CaseOpened',
  'CaseWorkerAssigned',
  'PartyRecorded',
  'ApplicationReceived',
  'DecisionMade',
  'OrderSent',
];

const arbitrarySeed = (types: readonly PersonalFileEventType[]): fc.Arbitrary<Seed> =>
  fc.record({
    type: fc.constantFrom(...types),
    daysSince: fc.nat({ max: 40 }),
    daysLate: fc.oneof(fc.constant(0), fc.nat({ max: 60 })),
    time: fc.nat({ max: 47 }),
    dice: fc.noBias(fc.array(fc.nat(), { minLength: 12, maxLength: 12 })),
  });

const drawFrom = (dice: readonly number[]): RandomDraw => {
  let next = 0;
  return (sides) => (dice[next++ % dice.length] ?? 0) % sides;
};

export interface HistoryOptions {
  /** Whether there are corrections and retractions among the entries; by default yes. */
  readonly corrections?: boolean;
  /** How many steps are tried after the beginning of the history; by default 40. */
  readonly stepsMax?: number;
}

/**
 * Histories that could have been recorded, in the order of recording: revisions 0, 1, 2 … and a `recordedAt` that never decreases. Some steps
 * were recorded late, have a time of day, belong to a second case or are corrections. There are no redactions, because only a redaction
 * changes what was known in the past.
 */
export const arbitraryHistory = ({ corrections = true, stepsMax = 40 }: HistoryOptions = {}): fc.Arbitrary<
  readonly Event[]
> => {
  const types = [...EVENT_TYPES, ...OFTEN, ...OFTEN, ...OFTEN].filter(
    (type) => type !== 'EntryRedacted' && (corrections || !isAboutEntries(type)),
  );
  return fc
    .tuple(
      fc.tuple(...BEGINNING.map((type) => arbitrarySeed([type]))),
      fc.array(arbitrarySeed(types), { maxLength: stepsMax, size: 'max' }),
    )
    .map(([beginning, rest]) => recordAll([...beginning, ...rest]));
};

/** Well-formed commands, possible or not: with ids that exist, that do not exist, or null, and with days from before 1900 to after today. */
export const arbitraryCommand = (history: readonly Event[]): fc.Arbitrary<Command> =>
  fc
    .tuple(arbitrarySeed(EVENT_TYPES), fc.integer({ min: -40_000, max: 1_500 }), fc.boolean())
    .map(([seed, days, wild]) => {
      const command = commandOf(seed, addDays(FIRST_DAY, days), history, drawFrom(seed.dice));
      if (!wild) return command;
      const draw = drawFrom([...seed.dice].reverse());
      const ids = [exampleId('goal', 999), null, exampleId('order'), exampleId('case')];
      const data = referencesIn(command.type, command.data).reduce<object>(
        (changed, { path }) => (draw(2) === 0 ? changed : replaced(changed, path, ids[draw(ids.length)])),
        command.data,
      );
      return { ...command, data } as Command;
    });

/** The situation after one more event, on the same day. */
export const evolved = (situation: Situation, event: Event): Situation => ({
  ...situation,
  ...foldOn(situation, [event]),
});

const recordAll = (seeds: readonly Seed[]): readonly Event[] => {
  let situation = situationOf([], FIRST_DAY, DEFAULT_CONFIGURATION);
  let today = FIRST_DAY;
  for (const seed of seeds) {
    const day = addDays(today, seed.daysSince);
    if (day > LAST_DAY) break;
    const history = [...situation.entries.values()];
    const command = commandOf(seed, addDays(day, -seed.daysLate), history, drawFrom(seed.dice));
    const then = { ...situation, today: day };
    if (!decide(command, then).accepted) continue;
    today = day;
    situation = evolved(then, recordedAs(command, history.length, day));
  }
  return [...situation.entries.values()];
};

/** The event of an accepted command, with the envelope that the system adds. */
export const recordedAs = (command: Command, revision: number, day: LocalDate): Event =>
  ({
    id: uuid(0xe, revision) as EventId,
    stream: `personalFile-${uuid(0xf, 0)}`,
    revision,
    schemaVersion: currentVersion(command.type),
    recordedAt: `${day}T18:00:00.000Z` as Instant,
    recordedBy: 'anna',
    unitId: 'norr',
    origin: 'user',
    commandId: uuid(0xc, revision),
    keyId: uuid(0xa, 0),
    ...command,
  }) as unknown as Event;

const uuid = (kind: number, number: number): string =>
  `${kind.toString(16).repeat(8)}-0000-8000-8000-${String(number).padStart(12, '0')}`;

/** The example of a step with random variations, whose ids refer to things of the history. */
const commandOf = (
  seed: Seed,
  occurredOn: LocalDate,
  history: readonly Event[],
  draw: RandomDraw,
): Command => {
  const { type } = seed;
  const chance = { draw, occurredOn, history };
  const data = isAboutEntries(type)
    ? aboutEntry(EXAMPLE_DATA[type], chance)
    : named(type, placed(type, EXAMPLE_DATA[type], chance), history.length);
  const caseId = caseFor(type, data, chance);
  return {
    type,
    occurredOn,
    ...(seed.time < 12 && { occurredTime: `${String(8 + seed.time).padStart(2, '0')}:00` as LocalTime }),
    ...(caseId !== undefined && { caseId }),
    data,
  } as Command;
};

/** Varied data. Its references are ids of things of the history, or null. */
const placed = (type: PersonalFileEventType, data: object, chance: VariationSource): object => {
  const { history, draw } = chance;
  const base = special(type, data, chance);
  if (type === 'PlanReceived' || type === 'OrderRevised') return base;
  return referencesIn(type, base).reduce<object>((filled, { path, kind }) => {
    const ids = idsOf(history, kind);
    const never = NEVER_NONE.test(path) || path === `${SPECS[type].about}Id`;
    return replaced(
      filled,
      path,
      ids.length === 0 || (!never && draw(5) === 0) ? null : ids[draw(ids.length)],
    );
  }, base);
};

/** The data with an id for its new thing, made from the number of events recorded before. */
const named = (type: PersonalFileEventType, data: object, count: number): object => {
  const { creates } = SPECS[type];
  return creates ? { ...data, [`${creates}Id`]: exampleId(creates, 1000 * (count + 1)) } : data;
};

/** A correction of any entry, with another day or also other data, or a retraction. */
const aboutEntry = (data: object, chance: VariationSource): object => {
  const { history, draw } = chance;
  const original = history[draw(history.length || 1)];
  if (!original) return data;
  if (!('schemaVersion' in data)) return { ...data, eventId: original.id };
  const anew = draw(2) === 0 ? original.data : placed(original.type, original.data, chance);
  return {
    ...data,
    eventId: original.id,
    schemaVersion: currentVersion(original.type),
    occurredOn: addDays(original.occurredOn, draw(40) - 20),
    data: anew,
  };
};

/** The case of the thing that a step is about, or any case. */
const caseFor = (
  type: PersonalFileEventType,
  data: object,
  { history, draw }: VariationSource,
): CaseId | undefined => {
  const { about, caseId: names } = SPECS[type];
  if (names === 'self' || (names === 'optional' && draw(2) === 0)) return undefined;
  const id = about && (data as Record<string, unknown>)[`${about}Id`];
  const thing = history.find((event) => createdIn(event.type, event.data).some((made) => made.id === id));
  const cases = idsOf(history, 'case');
  return thing?.caseId ?? (cases[draw(cases.length || 1)] as CaseId | undefined);
};

/** References that must not be null. */
const NEVER_NONE = /^(partyId|with\.partyId|ground\.consentId|(cohabits|partyIds)\[\d+\])$/;

const idsOf = (history: readonly Event[], kind: ThingKind): readonly string[] =>
  history.flatMap(({ type, data }) =>
    createdIn(type, data).flatMap((created: IdIn) => (created.kind === kind ? [created.id] : [])),
  );

const replaced = (data: object, path: string, value: unknown): object => {
  const copy = JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  const steps = path.replaceAll('[', '.').replaceAll(']', '').split('.');
  const last = steps.pop() as string;
  const holder = steps.reduce<Record<string, unknown>>(
    (at, step) => at[step] as Record<string, unknown>,
    copy,
  );
  holder[last] = value;
  return copy;
};
