import fc from 'fast-check';
import {
  absentBehind,
  addDays,
  exampleId,
  fileAt,
  holderIn,
  holderOn,
  holderPeriods,
  latest,
  NO_ABSENCES,
  on,
  recorded,
  standInsFor,
  unitOn,
  type Absence,
  type BoardId,
  type EventId,
  type ExampleEvent,
  type Holder,
  type LocalDate,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { relationsOf, type User } from '@rt/identity';
import {
  casesOn,
  catchUp,
  fileHoldersOn,
  findingsOn,
  noticesById,
  noticesShown,
  unitStatusOn,
  unitTrendOn,
  worklistOn,
} from '@rt/read-models';
import { fileOnDay } from '../../apps/api/src/access/access-facts';
import { reachingOf } from '../../apps/api/src/events-stream/reached-files';
import { isWithin } from '../../apps/api/src/notices/notice-reach';
import { decisionsIn } from '../../libs/inspection/src/population';
import {
  append,
  appendAbsence,
  fileId,
  testBed,
  type TestBed,
} from '../../libs/read-models/src/history.fixture';
import { asHistory } from '@rt/domain';
import type { Concept, History } from './concept';

const FIRST = on('2027-01-04');
const NAMES = ['anna', 'bo', 'cia', 'dan'] as const;
const BOARD = 'namnden' as BoardId;

/** An assignment that may begin later than it was made, end on a named day, or be ended. */
interface Assignment {
  readonly user: (typeof NAMES)[number];
  readonly role: 'responsible' | 'substitute';
  readonly said: LocalDate;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly ended?: LocalDate;
}

const someDay = fc.nat({ max: 6 }).map((days) => addDays(FIRST, days));

const someAssignments: fc.Arbitrary<readonly Assignment[]> = fc.array(
  fc.record(
    {
      user: fc.constantFrom(...NAMES),
      role: fc.constantFrom('responsible' as const, 'responsible' as const, 'substitute' as const),
      said: someDay,
      from: fc.nat({ max: 12 }).map((days) => addDays(FIRST, days - 2)),
      to: fc.nat({ max: 12 }).map((days) => addDays(FIRST, days)),
      ended: someDay,
    },
    { requiredKeys: ['user', 'role', 'said', 'from'] },
  ),
  { maxLength: 5 },
);

/** An absence; from and through are days after the first. */
interface Away {
  readonly user: (typeof NAMES)[number];
  readonly standIn: (typeof NAMES)[number];
  readonly from: number;
  readonly days: number;
}

const someAbsences: fc.Arbitrary<readonly Away[]> = fc.array(
  fc.record({
    user: fc.constantFrom(...NAMES),
    standIn: fc.constantFrom(...NAMES),
    from: fc.nat({ max: 12 }),
    days: fc.nat({ max: 8 }),
  }),
  { maxLength: 3 },
);

/** Records the absences before any day that a list is asked about. */
const recordAbsences = async ({ store }: TestBed, absences: readonly Away[], number: number) => {
  for (const { user, standIn, from, days } of absences)
    await appendAbsence(store, unitOf(user, number), FIRST, {
      userId: userOf(user, number),
      substituteId: userOf(standIn, number),
      from: addDays(FIRST, from),
      to: addDays(FIRST, from + days),
    });
};

/** Users and units of one history only, so that a question about them is a question about its file. */
const userOf = (name: string, number: number): UserId => `${name}-${number}` as UserId;
const unitOf = (name: string, number: number): UnitId => `unit-of-${name}-${number}` as UnitId;

/** A file that anna opened: with a violation, a case and a decision that expires, and then the assignments. */
const historyWith = (assignments: readonly Assignment[], number: number): History => {
  const by = (name: string) => ({ recordedBy: userOf(name, number), unitId: unitOf(name, number) });
  const events: readonly ExampleEvent[] = [
    recorded('PersonalFileOpened', '2026-12-01', { boardId: BOARD }, by('anna')),
    recorded('CaseOpened', '2026-12-01', {}, by('anna')),
    recorded('PartyRecorded', '2026-12-01', {}, by('anna')),
    recorded('ContactMade', '2026-12-02', {}, { ...by('anna'), caseId: exampleId('case') }),
    recorded('DecisionMade', '2026-12-03', { to: addDays(FIRST, 30) }, by('anna')),
    ...assignments.flatMap(({ user, role, said, from, to, ended }, index): ExampleEvent[] => {
      const assignmentId = exampleId('assignment', index + 1);
      const data = { assignmentId, userId: userOf(user, number), role, from, to };
      return [
        recorded('CaseWorkerAssigned', said, data, by(user)),
        ...(ended ? [recorded('CaseWorkerUnassigned', ended, { assignmentId }, by(user))] : []),
      ];
    }),
  ];
  return asHistory(events);
};

/** The day from which lists may be asked about the file: no earlier day is today any more. */
const lastChange = (assignments: readonly Assignment[]): LocalDate =>
  latest(FIRST, ...assignments.flatMap(({ said, ended }) => [said, ended ?? said]));

const has = ({ workerId, substituteIds }: Holder, user: UserId): boolean =>
  workerId === user || substituteIds.includes(user);

/** What everything that answers says, and what it should say: of each user or unit, whether the file is theirs. */
const inEveryList = async (
  bed: TestBed,
  assignments: readonly Assignment[],
  absences: readonly Away[],
  days: number,
  number: number,
) => {
  const file = fileId(number);
  const history = historyWith(assignments, number);
  await append(bed.store, file, history);
  await recordAbsences(bed, absences, number);
  await catchUp(bed);
  const folded = fileAt(history);
  const day = addDays(lastChange(assignments), days);
  const known: readonly Absence[] = absences.map(({ user, standIn, from, days: away }, index) => ({
    absenceId: exampleId('case', index + 1) as unknown as EventId,
    userId: userOf(user, number),
    substituteId: userOf(standIn, number),
    firstDay: addDays(FIRST, from),
    lastDay: addDays(FIRST, from + away),
  }));
  const holder = holderOn(folded, known, day) as Holder;
  const { db } = bed;

  const row = (await fileHoldersOn(db, [file], day)).get(file);
  expect(row && { ...row, substituteIds: [...row.substituteIds].sort() }).toEqual({
    boardId: BOARD,
    ...holder,
    substituteIds: [...holder.substituteIds].sort(),
  });

  const reaching = await reachingOf({ db, clock: { now: () => `${day}T12:00:00.000Z` } }, [file], false);
  for (const name of NAMES) {
    const worker = userOf(name, number);
    const theirs = has(holder, worker);
    const whose = { worker, heldOn: day, on: day };
    const user: User = { userId: worker, roles: ['caseWorker'], unitId: 'another', boardId: BOARD };
    const onDay = await fileOnDay(user, file, folded, day, db);
    const [relation] = onDay ? relationsOf(user, onDay.facts, onDay.openReviews) : [];
    expect([relation?.relation, name]).toEqual([
      holder.workerId === worker ? 'assigned' : theirs ? 'substitute' : 'none',
      name,
    ]);
    const lists = {
      worklist: (await worklistOn(bed, whose)).lines.map(({ fileId: of }) => of),
      findings: (await findingsOn(bed, whose)).findings.map(({ fileId: of }) => of),
      cases: (await casesOn(db, whose)).cases.map(({ fileId: of }) => of),
      notices: (await noticesShown(db, day, { worker })).map(({ fileId: of }) => of),
      newNotices: row && isWithin(row, row, { worker }) ? [file] : [],
      stream: reaching(user),
    };
    for (const [list, found] of Object.entries(lists))
      expect([list, name, [...new Set(found)]]).toEqual([list, name, theirs ? [file] : []]);
  }
  for (const name of NAMES) {
    const unit = unitOf(name, number);
    const theirs = holder.unitId === unit;
    const whose = { unit, heldOn: day, on: day };
    const workers = {
      worklist: (await worklistOn(bed, whose)).lines.map(({ workerId }) => workerId),
      expired: (await worklistOn(bed, { ...whose, section: 'expiring' })).lines.map(
        ({ workerId }) => workerId,
      ),
      findings: (await findingsOn(bed, whose)).findings.map(({ workerId }) => workerId),
      cases: (await casesOn(db, whose)).cases.map(({ workerId }) => workerId),
      notices: await workersOfNotices(bed, day, unit),
      status: (await unitStatusOn(db, whose)).map(({ workerId }) => workerId),
      trend:
        (await unitTrendOn(db, { ...whose, days: [day] }))[0]?.rows.map(({ workerId }) => workerId) ?? [],
    };
    for (const [list, found] of Object.entries(workers))
      expect([list, name, [...new Set(found)]]).toEqual([list, name, theirs ? [holder.workerId] : []]);
  }
};

const workersOfNotices = async ({ db }: TestBed, day: LocalDate, unit: UnitId) => {
  const shown = await noticesShown(db, day, { unit });
  const notices = await noticesById(
    db,
    shown.map(({ id }) => id),
    day,
  );
  return notices.map(({ workerId }) => workerId);
};

const withBed = async (work: (bed: TestBed) => Promise<void>): Promise<void> => {
  const bed = await testBed();
  try {
    await work(bed);
  } finally {
    await bed.close();
  }
};

/** One history, asked about the day of the last change and some days after it. */
const always =
  (assignments: readonly Assignment[], absences: readonly Away[] = []) =>
  () =>
    withBed(async (bed) => {
      for (const days of [0, 1, 5, 12, 30]) await inEveryList(bed, assignments, absences, days, days + 1);
    });

export const holder: Concept = {
  question: 'Who has a personal file on a day?',
  answeredBy: [holderOn, holderIn, holderPeriods, unitOn, standInsFor, absentBehind],
  properties: {
    'access, lists, notices, counts and the stream say the same of every user and unit': () =>
      withBed(async (bed) => {
        let number = 0;
        await fc.assert(
          fc.asyncProperty(
            someAssignments,
            someAbsences,
            fc.nat({ max: 12 }),
            (assignments, absences, days) => inEveryList(bed, assignments, absences, days, (number += 1)),
          ),
          { numRuns: 40 },
        );
      }),
    'a decision belongs to the unit that handled the file on its day': () =>
      fc.assert(
        fc.property(someAssignments, someDay, (assignments, day) => {
          const decided = recorded('DecisionMade', day, { decisionId: exampleId('decision', 2) });
          const file = fileAt(asHistory([...historyWith(assignments, 1), decided]));
          const { unitId } = decisionsIn(fileId(1), file).find(({ decidedOn }) => decidedOn === day) ?? {};
          expect(unitId).toBe(holderOn(file, NO_ABSENCES, day)?.unitId);
        }),
      ),
    'an assignment from a day to come moves nothing before that day': always([
      { user: 'bo', role: 'responsible', said: FIRST, from: addDays(FIRST, 5) },
    ]),
    'after its last day the file is again with the worker who had it before': always([
      { user: 'bo', role: 'responsible', said: FIRST, from: FIRST },
      { user: 'cia', role: 'responsible', said: FIRST, from: FIRST, to: addDays(FIRST, 4) },
    ]),
    'while a worker is away the stand-in has the file too, and after that it is as before': always(
      [],
      [{ user: 'anna', standIn: 'dan', from: 1, days: 4 }],
    ),
    'a stand-in who is away too passes the file on': always(
      [],
      [
        { user: 'anna', standIn: 'dan', from: 1, days: 11 },
        { user: 'dan', standIn: 'cia', from: 5, days: 0 },
      ],
    ),
    'a substitute assigned before any responsible worker leaves the file with its opener': always([
      { user: 'bo', role: 'substitute', said: FIRST, from: FIRST },
    ]),
  },
};
