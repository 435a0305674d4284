import fc from 'fast-check';
import { addDays, on, type LocalDate } from '../calendar';
import { exampleId, recorded } from '../examples';
import type { Recorded } from '../event';
import type { EventId, UserId } from '../ids';
import { absencesOf, absentBehind, standInsFor, type Absence } from './absence.facts';
import type { UnitEvent } from './unit.events';

const FIRST = on('2026-06-01');
const envelope = recorded('NoteWritten', '2026-06-01');

const absenceId = (number: number): EventId => exampleId('case', number) as unknown as EventId;

const unitEvent = (number: number, occurredOn: string, { type, data }: UnitEvent): Recorded<UnitEvent> =>
  ({ ...envelope, id: absenceId(number), occurredOn: on(occurredOn), type, data }) as Recorded<UnitEvent>;

const absent = (number: number, said: string, user: string, standIn: string, from: string, to?: string) =>
  unitEvent(number, said, {
    type: 'WorkerAbsent',
    data: {
      userId: user as UserId,
      substituteId: standIn as UserId,
      from: on(from),
      ...(to !== undefined && { to: on(to) }),
    },
  });

const changed = (said: string, standIn: string, from: string, to?: string) =>
  unitEvent(9, said, {
    type: 'AbsenceChanged',
    data: {
      absenceId: absenceId(1),
      substituteId: standIn as UserId,
      from: on(from),
      ...(to !== undefined && { to: on(to) }),
    },
  });

const withdrawn = (said: string) =>
  unitEvent(8, said, { type: 'AbsenceWithdrawn', data: { absenceId: absenceId(1) } });

const standIns = (events: readonly Recorded<UnitEvent>[], ...days: readonly string[]) =>
  days.map((day) => standInsFor(absencesOf(events), 'anna' as UserId, on(day)).join(' '));

describe('an absence', () => {
  const july = absent(1, '2026-06-01', 'anna', 'bo', '2026-07-01', '2026-07-31');

  it('counts from its first day through its last', () => {
    expect(standIns([july], '2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01')).toEqual([
      '',
      'bo',
      'bo',
      '',
    ]);
  });

  it('that was recorded late counts from the day on which it was recorded', () => {
    const late = absent(1, '2026-07-03', 'anna', 'bo', '2026-07-01', '2026-07-31');
    expect(standIns([late], '2026-07-02', '2026-07-03')).toEqual(['', 'bo']);
  });

  it('without a last day counts until further notice', () => {
    expect(standIns([absent(1, '2026-07-01', 'anna', 'bo', '2026-07-01')], '2036-07-01')).toEqual(['bo']);
  });

  it('has another stand-in, and another end, from the day of the change', () => {
    const shorter = changed('2026-07-10', 'cia', '2026-07-01', '2026-07-15');
    expect(standIns([july, shorter], '2026-07-09', '2026-07-10', '2026-07-15', '2026-07-16')).toEqual([
      'bo',
      'cia',
      'cia',
      '',
    ]);
    const moved = changed('2026-06-20', 'bo', '2026-07-08', '2026-07-31');
    expect(standIns([july, moved], '2026-07-07', '2026-07-08')).toEqual(['', 'bo']);
  });

  it('is over from the day of its withdrawal, and never was if that day comes first', () => {
    expect(standIns([july, withdrawn('2026-07-20')], '2026-07-19', '2026-07-20')).toEqual(['bo', '']);
    expect(absencesOf([july, withdrawn('2026-06-20')])).toEqual([]);
  });

  it('passes the files on if the stand-in is absent too, and never back to the absent worker', () => {
    const two = absent(2, '2026-06-01', 'bo', 'cia', '2026-07-10', '2026-07-12');
    expect(standIns([july, two], '2026-07-09', '2026-07-10', '2026-07-13')).toEqual(['bo', 'bo cia', 'bo']);
    const circle = absent(2, '2026-06-01', 'bo', 'anna', '2026-07-01', '2026-07-31');
    expect(standIns([july, circle], '2026-07-10')).toEqual(['bo']);
  });

  const users = ['anna', 'bo', 'cia', 'dan'] as UserId[];
  const someDay = fc.nat({ max: 6 }).map((days): LocalDate => addDays(FIRST, days));
  const someAbsences: fc.Arbitrary<readonly Absence[]> = fc.array(
    fc.record({
      absenceId: fc.constant(absenceId(1)),
      userId: fc.constantFrom(...users),
      substituteId: fc.constantFrom(...users),
      firstDay: someDay,
      lastDay: someDay,
    }),
    { maxLength: 6 },
  );

  it('is told alike from both sides', () =>
    fc.assert(
      fc.property(someAbsences, someDay, (absences, day) => {
        for (const one of users)
          for (const other of users)
            expect(standInsFor(absences, one, day).includes(other)).toBe(
              absentBehind(absences, other, day).includes(one),
            );
      }),
    ));
});
