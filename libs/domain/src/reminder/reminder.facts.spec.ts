import { on } from '../calendar';
import { given, said, when } from '../decide.fixture';
import { asHistory, recorded, type ExampleEvent } from '../examples';
import { fileAt } from '../history';
import { reminderDaysIn } from './reminder.facts';

const daysOf = (...events: readonly ExampleEvent[]) =>
  reminderDaysIn(fileAt(asHistory(events))).map((day) => `${day.on} ${day.endedOn ?? 'open'}`);

const set = recorded('ReminderSet', '2026-03-02', { on: on('2026-03-16') });

describe('the days of a reminder', () => {
  it.each<[name: string, later: readonly ExampleEvent[], days: readonly string[]]>([
    ['set', [], ['2026-03-16 open']],
    ['done', [recorded('ReminderDone', '2026-03-16')], ['2026-03-16 2026-03-16']],
    ['dropped', [recorded('ReminderDropped', '2026-03-05')], ['2026-03-16 2026-03-05']],
    [
      'moved',
      [recorded('ReminderMoved', '2026-03-16', { on: on('2026-03-20') })],
      ['2026-03-16 2026-03-16', '2026-03-20 open'],
    ],
    [
      'taken up again after it was done',
      [
        recorded('ReminderDone', '2026-03-16'),
        recorded('ReminderMoved', '2026-03-17', { on: on('2026-03-20') }),
      ],
      ['2026-03-16 2026-03-16', '2026-03-20 open'],
    ],
    [
      'done on a day before it was set: it ends with the day it was set',
      [recorded('ReminderDone', '2026-03-01')],
      ['2026-03-16 2026-03-02'],
    ],
  ])('%s', (_name, later, days) => {
    expect(daysOf(set, ...later)).toEqual(days);
  });
});

describe('a reminder', () => {
  it('is for the day itself or a later one', () => {
    expect(said(when('ReminderSet', '2026-03-02', { on: on('2026-03-02') }), given())).toBe('accepted');
    expect(said(when('ReminderSet', '2026-03-02', { on: on('2026-03-01') }), given())).toBe(
      'END_BEFORE_START data.on',
    );
  });

  it('cannot be done if it was never set', () => {
    expect(said(when('ReminderDone', '2026-03-02'), given())).toMatch(/data\.reminderId/);
  });
});
