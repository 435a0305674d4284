import * as fc from 'fast-check';
import { addDays, addMonths, on, type Instant } from './calendar';
import type { EventEnvelope } from './event';
import { asHistory, recorded } from './examples';
import { erasureObstacles, lastEntryOn } from './erasure-obstacles';

const opened = recorded('PersonalFileOpened', '2026-01-02');
const closed = [recorded('CaseOpened', '2026-01-05'), recorded('CaseClosed', '2026-03-01')];
type History = Parameters<typeof asHistory>[0];
const told = (...events: History) => asHistory([opened, ...closed, ...events]);
const onDay = (day: string, ...events: History) =>
  erasureObstacles(told(...events), on(day)).map(({ code, details }) =>
    [code, details?.until].join(' ').trim(),
  );

describe('what speaks against erasing a file', () => {
  it.each([
    ['the day before five years', '2031-02-28', ['KEPT_FIVE_YEARS 2031-03-01']],
    ['five years after the last entry', '2031-03-01', []],
  ])('%s', (_, day, obstacles) => {
    expect(onDay(day)).toEqual(obstacles);
  });

  it('an open case, and one that was reopened', () => {
    const other = { caseId: '00000000-0000-4000-8000-000000000002' as never };
    expect(onDay('2040-01-01', recorded('CaseOpened', '2026-01-05', other))).toEqual(['CASE_OPEN']);
    expect(onDay('2040-01-01', recorded('CaseReopened', '2026-04-01'))).toEqual(['CASE_OPEN']);
  });

  it('that it is to be preserved', () => {
    expect(onDay('2040-01-01', recorded('FilePreserved', '2026-04-01'))).toEqual(['FILE_PRESERVED']);
  });

  it('a pause, until it is resumed; a pause is no entry of the file', () => {
    const paused = recorded('ErasurePaused', '2030-12-01');
    const resumed = recorded('ErasureResumed', '2031-01-01');
    expect(onDay('2031-03-01', paused)).toEqual(['ERASURE_PAUSED']);
    expect(onDay('2031-03-01', paused, resumed)).toEqual([]);
    expect(onDay('2031-03-01', paused, resumed, recorded('ErasurePaused', '2031-02-01'))).toEqual([
      'ERASURE_PAUSED',
    ]);
  });

  it('all of it at once', () => {
    expect(
      onDay(
        '2026-06-01',
        recorded('CaseReopened', '2026-04-01'),
        recorded('FilePreserved', '2026-04-01'),
        recorded('ErasurePaused', '2026-04-01'),
      ),
    ).toEqual(['CASE_OPEN', 'FILE_PRESERVED', 'ERASURE_PAUSED', 'KEPT_FIVE_YEARS 2031-04-01']);
  });

  it('an entry counts from the day when it was recorded; an imported one from its own day', () => {
    const late = (origin: EventEnvelope['origin']) =>
      recorded(
        'NoteWritten',
        '2026-02-01',
        {},
        { origin, recordedAt: '2028-05-01T22:30:00.000Z' as Instant },
      );
    expect(lastEntryOn(told(late('user')))).toBe('2028-05-02');
    expect(lastEntryOn(told(late('operator')))).toBe('2028-05-02');
    expect(lastEntryOn(told(late('import')))).toBe('2026-03-01');
    expect(lastEntryOn([])).toBeUndefined();
  });

  it('a file that may be erased may be erased later too, unless something is recorded in it', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(4000), fc.nat(4000), (noted, first, later) => {
        const note = addDays(on('2026-04-01'), noted);
        const file = told(recorded('NoteWritten', note));
        const day = addDays(note, first);
        const isKept = erasureObstacles(file, day).length > 0;
        expect(isKept).toBe(day < addMonths(note, 60));
        if (!isKept) expect(erasureObstacles(file, addDays(day, later))).toEqual([]);
      }),
    );
  });
});
