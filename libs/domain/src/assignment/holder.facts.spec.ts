import fc from 'fast-check';
import { addDays, on, type LocalDate } from '../calendar';
import type { Recorded } from '../event';
import { asHistory, exampleId, recorded } from '../examples';
import { fileAt } from '../history';
import type { UnitId, UserId } from '../ids';
import type { PersonalFileEvent } from '../vocabulary';
import { NO_ABSENCES, type Absence } from './absence.facts';
import { holderIn, holderOn, holderPeriods, unitOn } from './holder.facts';

type Event = Recorded<PersonalFileEvent>;

const opened = recorded('PersonalFileOpened', '2026-01-02');

/** @param to last day; null: none */
const assigned = (
  number: number,
  userId: string,
  said: string,
  from: string,
  to: string | null = null,
  role: 'responsible' | 'substitute' = 'responsible',
) =>
  recorded(
    'CaseWorkerAssigned',
    said,
    {
      assignmentId: exampleId('assignment', number),
      userId: userId as UserId,
      role,
      from: on(from),
      to: to === null ? undefined : on(to),
    },
    { unitId: `unit of ${userId}` as UnitId },
  );

const unassigned = (number: number, day: string) =>
  recorded('CaseWorkerUnassigned', day, { assignmentId: exampleId('assignment', number) });

const holder = (day: string, ...events: readonly Event[]) =>
  holderOn(fileAt(asHistory([opened, ...events])), NO_ABSENCES, on(day));

/** The responsible worker on each of some days. */
const workers = (days: readonly string[], ...events: readonly Event[]) =>
  days.map((day) => holder(day, ...events)?.workerId);

describe('who has a file', () => {
  it('is the user who opened it until a responsible worker is assigned', () => {
    const bo = assigned(1, 'bo', '2026-02-01', '2026-02-10');
    expect(holder('2026-02-01')).toEqual({
      unitId: 'norr',
      workerId: 'anna',
      substituteIds: [],
      formerIds: [],
    });
    expect(workers(['2026-02-09', '2026-02-10'], bo)).toEqual(['anna', 'bo']);
    expect(holder('2026-02-10', bo)).toEqual({
      unitId: 'unit of bo',
      workerId: 'bo',
      substituteIds: [],
      formerIds: ['anna'],
    });
  });

  it('stays the one who opened it while only a substitute is assigned', () => {
    const substitute = assigned(1, 'bo', '2026-02-01', '2026-02-01', null, 'substitute');
    expect(holder('2026-02-05', substitute)).toMatchObject({ workerId: 'anna', substituteIds: ['bo'] });
  });

  it('does not change before the day from which an assignment counts', () => {
    const now = assigned(1, 'bo', '2026-02-01', '2026-02-01');
    const ahead = assigned(2, 'cia', '2026-02-05', '2026-03-01');
    expect(workers(['2026-02-05', '2026-02-28', '2026-03-01'], now, ahead)).toEqual(['bo', 'bo', 'cia']);
    const saidLate = assigned(2, 'cia', '2026-02-20', '2026-02-05');
    expect(workers(['2026-02-19', '2026-02-20'], now, saidLate)).toEqual(['bo', 'cia']);
  });

  it('is again the one before, when the last day of an assignment has passed', () => {
    const before = assigned(1, 'bo', '2026-02-01', '2026-02-01');
    const while_ = assigned(2, 'cia', '2026-03-01', '2026-03-01', '2026-03-31');
    expect(workers(['2026-03-31', '2026-04-01'], before, while_)).toEqual(['cia', 'bo']);
    expect(holder('2026-04-01', before, while_)).toMatchObject({
      unitId: 'unit of bo',
      formerIds: ['anna', 'cia'],
    });
  });

  it('is nobody when the last assignment has ended; the unit keeps the file', () => {
    const bo = assigned(1, 'bo', '2026-02-01', '2026-02-01', '2026-02-28');
    const gone = { unitId: 'unit of bo', workerId: null, formerIds: ['anna', 'bo'] };
    expect(holder('2026-03-01', bo)).toMatchObject(gone);
    expect(holder('2026-02-15', bo, unassigned(1, '2026-02-15'))).toMatchObject(gone);
    expect(workers(['2026-02-14'], bo, unassigned(1, '2026-02-15'))).toEqual(['bo']);
  });

  it('is not changed by an assignment that was called off before it began', () => {
    const ahead = assigned(1, 'bo', '2026-02-01', '2026-03-01');
    const off = unassigned(1, '2026-02-20');
    expect(holder('2026-03-05', ahead, off)).toMatchObject({ workerId: 'anna', formerIds: [] });
  });

  it('is nobody known where no file was opened', () => {
    expect(holderOn(fileAt([]), NO_ABSENCES, on('2026-03-01'))).toBeUndefined();
    expect(unitOn(fileAt([]), on('2026-03-01'))).toBeUndefined();
  });

  it('has the substitute of an absent worker beside it, in the files that the worker then has', () => {
    const absence: Absence = {
      absenceId: exampleId('assignment') as never,
      userId: 'bo' as UserId,
      substituteId: 'dan' as UserId,
      firstDay: on('2026-02-20'),
      lastDay: on('2026-03-10'),
    };
    const file = fileAt(
      asHistory([
        opened,
        assigned(1, 'bo', '2026-02-01', '2026-02-01'),
        assigned(2, 'cia', '2026-03-05', '2026-03-05'),
      ]),
    );
    const substitutes = (day: string) => holderOn(file, [absence], on(day))?.substituteIds;
    expect(['2026-02-19', '2026-02-20', '2026-03-04', '2026-03-05'].map(substitutes)).toEqual([
      [],
      ['dan'],
      ['dan'],
      [],
    ]);
  });

  it('is told for every day by periods that touch and do not overlap', () => {
    const day = fc.nat({ max: 12 }).map((days) => addDays(on('2026-02-01'), days));
    const assignment = fc.record(
      { said: day, from: day, to: day, ended: day, user: fc.constantFrom('bo', 'cia', 'dan') },
      { requiredKeys: ['said', 'from', 'user'] },
    );
    fc.assert(
      fc.property(fc.array(assignment, { maxLength: 7 }), day, (all, asked) => {
        const events = all.flatMap(({ said, from, to, ended, user }, index): Event[] => [
          assigned(index + 1, user, said, from, to ?? null),
          ...(ended === undefined ? [] : [unassigned(index + 1, ended)]),
        ]);
        const file = fileAt(asHistory([opened, ...events]));
        const periods = holderPeriods(file);
        periods.slice(1).forEach((period, index) => expect(period.heldFrom).toBe(periods[index]?.heldUntil));
        expect(holderIn(periods, NO_ABSENCES, asked)?.workerId).toBe(slowly(all, asked));
      }),
      { numRuns: 500 },
    );
  });
});

/** The answer in the words of the law: of the assignments in force on the day the one that began last, else the opener until one has begun. */
const slowly = (
  all: readonly {
    readonly said: LocalDate;
    readonly from: LocalDate;
    readonly to?: LocalDate;
    readonly ended?: LocalDate;
    readonly user: string;
  }[],
  day: LocalDate,
): string | null => {
  const spans = all
    .map(({ said, from, to, ended, user }, index) => {
      const first = said > from ? said : from;
      const ends = [...(to ? [addDays(to, 1)] : []), ...(ended ? [ended] : [])].sort();
      return { user, first, end: ends[0] ?? '9999-12-31', key: `${first} ${said} ${index}` };
    })
    .filter(({ first, end }) => first < end && first <= day);
  if (spans.length === 0) return 'anna';
  const inForce = spans.filter(({ end }) => day < end).sort((a, b) => (a.key < b.key ? -1 : 1));
  return inForce.at(-1)?.user ?? null;
};
