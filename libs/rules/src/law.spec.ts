/** Properties that every rule has, checked on random histories. */
import fc from 'fast-check';
import {
  addDays,
  asHistory,
  DEFAULT_CONFIGURATION,
  endOfDay,
  fileAt,
  isAboutEntries,
  recorded,
  SPECS,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { arbitraryHistory } from '../../domain/src/history.fixture';
import { arbitraryDenseHistory } from './dense-history.fixture';
import {
  acknowledgementOn,
  DEFAULT_RULESET,
  findingsOf,
  replayFile,
  statusOn,
  wordsOf,
  type Finding,
} from './index';

type History = readonly Recorded<PersonalFileEvent>[];

const findings = (file: PersonalFile) => findingsOf(file, DEFAULT_RULESET, DEFAULT_CONFIGURATION);

/** Everything that a reader sees of the findings on a day, except the events that prove them: their list may grow. */
const seenOn = (found: readonly Finding[], day: LocalDate) =>
  found
    .flatMap((finding) => {
      const status = statusOn(finding, day);
      return status === 'notYet' ? [] : [{ finding, status }];
    })
    .map(
      ({
        finding,
        finding: { id, rule, ruleVersion, severity, subject, caseId, kind, arisesOn, dueOn, inputs },
        status,
      }) => ({
        id,
        rule,
        ruleVersion,
        severity,
        subject,
        caseId,
        kind,
        arisesOn,
        dueOn,
        inputs,
        status,
        words: wordsOf(finding, status),
        acknowledgedOn: acknowledgementOn(finding, day),
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The days on which something happens or is due, with the day before or after. */
const daysOf = (history: History, found: readonly Finding[]): readonly LocalDate[] => {
  const days = new Set<LocalDate>();
  for (const { occurredOn } of history) days.add(occurredOn).add(addDays(occurredOn, -1));
  for (const { dueOn } of found) days.add(dueOn).add(addDays(dueOn, 1));
  return [...days].sort();
};

/** A history with acknowledgements of some of its findings, and withdrawals of them. */
const acknowledging = (arbitrary: fc.Arbitrary<History>): fc.Arbitrary<History> =>
  fc
    .tuple(
      arbitrary,
      fc.array(fc.record({ finding: fc.nat(), day: fc.nat({ max: 400 }), given: fc.boolean() }), {
        minLength: 1,
        maxLength: 8,
      }),
    )
    .map(([history, said]) => {
      const found = findings(fileAt(history));
      if (found.length === 0) return history;
      const events = said.map(({ finding, day, given }) => {
        // Few findings, so that one is often acknowledged, withdrawn and acknowledged again.
        const { id, arisesOn } = found[finding % Math.min(found.length, 2)] as Finding;
        return recorded(given ? 'GapAcknowledged' : 'GapAcknowledgementWithdrawn', addDays(arisesOn, day), {
          obligationId: id,
        });
      });
      return asHistory([...history, ...events]);
    });

const histories = {
  'histories as a municipality records them': arbitraryHistory(),
  'dense histories, possible or not': arbitraryDenseHistory(),
  'dense histories whose findings are acknowledged': acknowledging(arbitraryDenseHistory()),
} satisfies Record<string, fc.Arbitrary<History>>;

describe.each(Object.entries(histories))('%s', (_name, arbitrary: fc.Arbitrary<History>) => {
  it('the law of every rule: a day reads the same from the whole file and from the file as it was that day', () => {
    fc.assert(
      fc.property(arbitrary, (history) => {
        const whole = findings(fileAt(history));
        for (const day of daysOf(history, whole)) {
          const wasSeen = seenOn(findings(fileAt(history, { asOf: day })), day);
          const isSeen = seenOn(whole, day);
          // The matcher is slow, and the two are nearly always equal: compare them as texts first.
          if (JSON.stringify(wasSeen) !== JSON.stringify(isSeen)) expect(wasSeen).toEqual(isSeen);
        }
      }),
    );
  });

  it('a later fact never changes an earlier day as it was known then', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (history, cut) => {
        const known = history.slice(0, cut % (history.length + 1));
        const last = known.at(-1);
        const next = history[known.length];
        if (!last || !next || next.recordedAt === last.recordedAt) return;
        const moment = { asOf: last.occurredOn, knownAt: last.recordedAt };
        const before = replayFile(known, moment, []);
        const after = replayFile(history, moment, []);
        expect(after.findings).toEqual(before.findings);
        expect(after.events).toEqual(before.events);
      }),
    );
  });

  it('any part of a history is judged without an error, each obligation once and in the order of its days', () => {
    fc.assert(
      fc.property(arbitrary, fc.infiniteStream(fc.boolean()), (history, kept) => {
        const part = history.filter(() => kept.next().value);
        for (const events of [history, part]) {
          const found = findings(fileAt(events));
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
          for (const { arisesOn, dueOn, fulfilledOn, voidedOn, explainedOn } of found)
            for (const day of [dueOn, fulfilledOn, voidedOn, explainedOn])
              if (day !== undefined) expect(day >= arisesOn).toBe(true);
        }
      }),
    );
  });

  it('the order in which facts were recorded changes nothing on the clock of what was', () => {
    fc.assert(
      fc.property(arbitrary, fc.infiniteStream(fc.nat()), (history, chance) => {
        const whole = findings(fileAt(history));
        const shuffled = findings(fileAt(reRecorded(history, chance)));
        // If two orders were sent on one day, the evidence may name either of them.
        const inOrder = (found: readonly Finding[]) =>
          found
            .map((finding) => ({ ...finding, evidence: finding.evidence.length }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(inOrder(shuffled)).toEqual(inOrder(whole));
      }),
    );
  });
});

/**
 * The same facts, recorded in another order. Facts about one thing keep their order, because of two facts on one day the later one
 * counts: the entries about one thing, the closings and reopenings of one case, the plans for one order, and corrections.
 */
const reRecorded = (history: History, chance: Iterator<number>): History => {
  const order = history.map((event) => ({ event, place: chance.next().value as number }));
  const places = new Map<string, number[]>();
  for (const { event, place } of order) {
    const key = sayingOf(event);
    places.set(
      key,
      [...(places.get(key) ?? []), place].sort((a, b) => a - b),
    );
  }
  return order
    .map(({ event }) => ({ event, place: (places.get(sayingOf(event)) as number[]).shift() as number }))
    .sort((a, b) => a.place - b.place)
    .map(({ event }, revision) => ({ ...event, revision, recordedAt: endOfDay(event.occurredOn) }));
};

const sayingOf = ({ type, data }: Recorded<PersonalFileEvent>): string => {
  if (isAboutEntries(type)) return 'entries';
  if (type === 'PlanReceived') return `plans of ${data.orderId}`;
  const { creates, about } = SPECS[type];
  const kind = about ?? creates;
  return kind ? `${kind} ${(data as Record<string, unknown>)[`${kind}Id`]}` : 'the file';
};
