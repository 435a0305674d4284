import fc from 'fast-check';
import { addDays, type Instant, type LocalDate } from './calendar';
import { decide } from './decide';
import type { Recorded } from './event';
import { asHistory, recorded } from './examples';
import { everythingTold } from './everything-told.fixture';
import { factsOf } from './file-facts';
import { effectiveEvents, fileAt } from './history';
import {
  arbitraryCommand,
  arbitraryHistory,
  evolved,
  FIRST_DAY,
  LAST_DAY,
  recordedAs,
} from './history.fixture';
import { DEFAULT_CONFIGURATION } from './measures';
import { foldFile } from './personal-file';
import { foldSituation, situationOf } from './situation';
import { createdIn } from './thing-ids';
import { SPECS, type PersonalFileEvent } from './vocabulary';

type Event = Recorded<PersonalFileEvent>;

const anyDay = fc.integer({ min: -30, max: 800 }).map((days) => addDays(FIRST_DAY, days));
const endOf = (day: LocalDate): Instant => `${day}T23:59:59.999Z` as Instant;

/** The facts of a file, which do not depend on the order of recording. */
const facts = (events: readonly Event[], asOf?: LocalDate): object =>
  factsOf(fileAt(events, asOf === undefined ? {} : { asOf }));

describe('folding', () => {
  it('takes any subset of a history, in any order', () => {
    fc.assert(
      fc.property(
        arbitraryHistory().chain((history) => fc.shuffledSubarray([...history])),
        anyDay,
        (events, asOf) => {
          const whole = factsOf(foldFile(events));
          expect(whole).toBeDefined();
          expect(facts(events, asOf)).toEqual(facts([...events].sort(byRevision), asOf));
        },
      ),
    );
  });

  it('gives the same file for the same history', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const copy = JSON.parse(JSON.stringify(history)) as readonly Event[];
        expect(everythingTold(foldSituation(copy))).toEqual(everythingTold(foldSituation(history)));
      }),
    );
  });

  it('leaves the events as they were', () => {
    fc.assert(
      fc.property(arbitraryHistory(), anyDay, (history, asOf) => {
        const before = JSON.stringify(history);
        factsOf(fileAt(history, { asOf }));
        expect(JSON.stringify(history)).toBe(before);
      }),
    );
  });
});

const byRevision = (a: Event, b: Event): number => a.revision - b.revision;

/** A party and a representative are named, they do not happen on a day. */
const isNamed = ({ type }: Event): boolean => type === 'PartyRecorded' || type === 'RepresentativeRegistered';

describe('as it was', () => {
  it('is the fold of what had happened by then', () => {
    fc.assert(
      fc.property(arbitraryHistory({ corrections: false }), anyDay, (history, asOf) => {
        const happened = history
          .filter((event) => event.occurredOn <= asOf || isNamed(event))
          .sort(
            (a, b) =>
              a.occurredOn.localeCompare(b.occurredOn) ||
              (a.occurredTime ?? '').localeCompare(b.occurredTime ?? '') ||
              a.revision - b.revision,
          );
        expect(effectiveEvents(history, { asOf })).toEqual(happened);
        expect(factsOf(fileAt(history, { asOf }))).toEqual(factsOf(foldFile(happened)));
      }),
    );
  });

  it('does not depend on the order in which things of different days were recorded', () => {
    const shuffled = arbitraryHistory({ corrections: false }).chain((history) =>
      fc.tuple(
        fc.constant(history),
        fc.array(fc.nat(), { minLength: history.length, maxLength: history.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, anyDay, ([history, keys], asOf) => {
        expect(facts(recordedInAnotherOrder(history, keys), asOf)).toEqual(facts(history, asOf));
      }),
    );
  });

  it('holds nothing of a later day, corrections included', () => {
    fc.assert(
      fc.property(arbitraryHistory(), anyDay, (history, asOf) => {
        const events = effectiveEvents(history, { asOf });
        expect(events.filter((event) => event.occurredOn > asOf && !isNamed(event))).toEqual([]);
        const after = effectiveEvents(history).filter((event) => event.occurredOn > asOf);
        const inPicture = JSON.stringify(factsOf(fileAt(history, { asOf })));
        const leaked = after.filter((event) => !isNamed(event) && inPicture.includes(event.id));
        expect(leaked).toEqual([]);
      }),
    );
  });
});

/** The history recorded in another order: its days are shuffled, but the events of one day keep their order. */
const recordedInAnotherOrder = (history: readonly Event[], keys: readonly number[]): readonly Event[] => {
  const keyOf = new Map<LocalDate, number>();
  history.forEach(({ occurredOn }, i) => keyOf.set(occurredOn, keys[i] ?? 0));
  const order = [...history].sort(
    (a, b) => (keyOf.get(a.occurredOn) ?? 0) - (keyOf.get(b.occurredOn) ?? 0) || a.revision - b.revision,
  );
  return order.map((event, revision) => ({ ...event, revision, recordedAt: endOf(LAST_DAY) }));
};

describe('as it was known', () => {
  it('does not change when more is recorded', () => {
    fc.assert(
      fc.property(arbitraryHistory(), anyDay, anyDay, (history, asOf, known) => {
        const knownAt = endOf(known);
        const then = history.filter((event) => event.recordedAt <= knownAt);
        expect(effectiveEvents(history, { asOf, knownAt })).toEqual(effectiveEvents(then, { asOf }));
        expect(factsOf(fileAt(history, { asOf, knownAt }))).toEqual(factsOf(fileAt(then, { asOf })));
      }),
    );
  });
});

describe('corrections', () => {
  const order = recorded('OrderSent', '2026-03-02');
  const plan = recorded('PlanReceived', '2026-03-10');
  const at = (day: string) => ({ recordedAt: `${day}T12:00:00.000Z` as Instant });
  const correct = recorded(
    'EntryCorrected',
    '2026-03-01',
    {
      eventId: order.id,
      occurredOn: '2026-03-04' as LocalDate,
      data: { ...order.data, purpose: 'Att simma' },
    },
    at('2026-03-20'),
  );

  it('say how an entry should read, on its new day', () => {
    const history = asHistory([order, plan, correct]);
    expect(fileAt(history).get('order', order.data.orderId)?.created).toMatchObject({
      id: order.id,
      occurredOn: '2026-03-04',
      data: { purpose: 'Att simma' },
    });
    expect(fileAt(history, { asOf: '2026-03-03' as LocalDate }).things('order')).toEqual([]);
    expect(fileAt(history, { asOf: '2026-03-04' as LocalDate }).things('order')).toHaveLength(1);
  });

  it('are not known before they were recorded', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        for (const correction of history) {
          if (correction.type !== 'EntryCorrected') continue;
          const before = history.slice(0, correction.revision);
          const knownAt =
            `${addDays(correction.recordedAt.slice(0, 10) as LocalDate, -1)}T23:59:59.999Z` as Instant;
          const original = before.find(({ id }) => id === correction.data.eventId);
          const knownThen = fileAt(history, { knownAt });
          expect(knownThen).toEqual(fileAt(before, { knownAt }));
          expect(original).toBeDefined();
        }
      }),
    );
    const history = asHistory([order, plan, correct]);
    const known = (knownAt: string) =>
      fileAt(history, { knownAt: knownAt as Instant }).get('order', order.data.orderId)?.created.occurredOn;
    expect(known('2026-03-20T11:59:59.999Z')).toBe('2026-03-02');
    expect(known('2026-03-20T12:00:00.000Z')).toBe('2026-03-04');
  });

  it('of one entry: the last one recorded counts, a retraction too, whatever day it bears', () => {
    const retract = recorded('EntryRetracted', '2026-01-01', { eventId: order.id }, at('2026-03-21'));
    const orders = (...events: readonly Event[]) =>
      fileAt(asHistory([order, ...events])).things('order').length;
    expect(orders(correct, retract)).toBe(0);
    expect(orders(retract, { ...correct, recordedAt: at('2026-03-22').recordedAt })).toBe(1);
  });

  it('that retract a thing leave references to it that read as none', () => {
    const retract = recorded('EntryRetracted', '2026-03-12', { eventId: order.id });
    const file = fileAt(asHistory([order, plan, retract]));
    expect(file.things('order')).toEqual([]);
    expect(file.get('order', file.things('plan')[0]?.created.data.orderId)).toBeUndefined();
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const file = fileAt(history);
        const live = new Set(effectiveEvents(history).map(({ id }) => id));
        for (const event of history) {
          for (const { kind, id, partOf } of createdIn(event.type, event.data)) {
            if (partOf === undefined)
              expect(file.get(kind, id as never) !== undefined).toBe(live.has(event.id));
          }
        }
      }),
    );
  });

  it('of what was made unreadable, nothing counts', () => {
    const note = recorded('NoteWritten', '2026-03-02');
    const gone = { ...note, redacted: true, data: null } as unknown as Event;
    const said = recorded('EntryCorrected', '2026-03-03', { eventId: note.id, data: { text: 'Nytt' } });
    expect(fileAt(asHistory([gone, said])).events('NoteWritten')).toEqual([]);
    const saidGone = { ...said, redacted: true, data: null } as unknown as Event;
    expect(fileAt(asHistory([note, saidGone])).events('NoteWritten')).toEqual([note]);
  });
});

describe('deciding', () => {
  const attempts = arbitraryHistory({ stepsMax: 25 }).chain((history) =>
    fc.tuple(fc.constant(history), fc.array(arbitraryCommand(history), { minLength: 5, maxLength: 10 })),
  );

  it('returns a verdict for every well-formed command, and accepted commands can be folded', () => {
    fc.assert(
      fc.property(attempts, ([history, commands]) => {
        let situation = situationOf(history, addDays(LAST_DAY, 60), DEFAULT_CONFIGURATION);
        for (const command of commands) {
          const verdict = decide(command, situation);
          if (!verdict.accepted) {
            expect(verdict.refusal.field).toMatch(/^(type|occurredOn|caseId|data\.)/);
            continue;
          }
          situation = evolved(situation, recordedAs(command, situation.entries.size, addDays(LAST_DAY, 60)));
          const { creates } = SPECS[command.type];
          const [own] = createdIn(command.type, command.data);
          if (creates) expect(situation.file.get(creates, own?.id as never)?.created.type).toBe(command.type);
        }
      }),
    );
  });

  it('one step after another is deciding on the whole', () => {
    fc.assert(
      fc.property(arbitraryHistory({ stepsMax: 20 }), (history) => {
        const step = history.reduce(evolved, situationOf([], LAST_DAY, DEFAULT_CONFIGURATION));
        const whole = situationOf(history, LAST_DAY, DEFAULT_CONFIGURATION);
        expect(step.taken).toEqual(whole.taken);
        expect(step.existing).toEqual(whole.existing);
        expect(step.file).toEqual(whole.file);
      }),
    );
  });
});

it('the generated histories hold steps of every type', () => {
  const seen = new Map<string, number>();
  for (const history of fc.sample(arbitraryHistory(), { numRuns: 300, seed: 7 }))
    for (const { type } of history) seen.set(type, (seen.get(type) ?? 0) + 1);
  const missing = Object.keys(SPECS).filter((type) => !seen.has(type));
  expect(missing).toEqual(['EntryRedacted']);
});
