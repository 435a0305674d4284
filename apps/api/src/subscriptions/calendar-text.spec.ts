import type { FileId, Instant, LocalDate } from '@rt/domain';
import { calendarText } from './calendar-text';

const fileId = 'cfb62da0-b794-5928-b2ca-5bf17ccdb91e' as FileId;
const line = {
  id: '2f9b4f5e-4a55-5f0f-8d5e-3c3f5b8f0a11',
  fileId,
  title: { sv: 'Genomförandeplanen ska ha kommit in', en: 'The plan is due' },
  dueOn: '2026-03-29' as LocalDate,
  daysLeft: 3,
  section: 'thisWeek' as const,
};
const context = {
  address: 'http://localhost:3000',
  language: 'sv',
  now: '2026-03-26T08:00:00.000Z' as Instant,
} as const;
/** The lines of a calendar, those that were folded put together again (RFC 5545 3.1). */
const linesOf = (text: string): readonly string[] => text.replace(/\r\n /g, '').trimEnd().split('\r\n');

describe('a calendar', () => {
  it('has one event of a whole day for each line, which leads to the file', () => {
    const text = calendarText([line], context);
    expect(linesOf(text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Röda tråden//Min dag//SV',
      'METHOD:PUBLISH',
      'NAME:Min dag – Röda tråden',
      'X-WR-CALNAME:Min dag – Röda tråden',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      expect.stringMatching(/^UID:[0-9a-f]{40}$/),
      'SEQUENCE:0',
      'DTSTAMP:20260326T080000Z',
      'DTSTART;VALUE=DATE:20260329',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:Genomförandeplanen ska ha kommit in',
      'TRANSP:TRANSPARENT',
      `URL;VALUE=URI:http://localhost:3000/akter/${fileId}`,
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    for (const each of text.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
  });

  it('says what has passed, in the language of its reader', () => {
    const late = { ...line, daysLeft: -2, section: 'overdue' as const };
    expect(calendarText([late], context)).toContain('SUMMARY:Förfallet: Genomförandeplanen');
    expect(calendarText([late], { ...context, language: 'en' })).toContain(
      'SUMMARY:Overdue: The plan is due',
    );
  });

  it('keeps an event the same at every reading, and apart from that of another file', () => {
    const uidsOf = (text: string) => linesOf(text).filter((each) => each.startsWith('UID:'));
    const later = { ...context, now: '2026-03-27T08:00:00.000Z' as Instant };
    expect(uidsOf(calendarText([line], context))).toEqual(uidsOf(calendarText([line], later)));
    const other = { ...line, fileId: 'ffffffff-b794-5928-b2ca-5bf17ccdb91e' as FileId };
    expect(new Set(uidsOf(calendarText([line, other], context))).size).toBe(2);
  });

  it('of a day without work is a calendar without events', () => {
    expect(calendarText([], context)).not.toContain('VEVENT');
  });
});
