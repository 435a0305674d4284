import { on, type Instant } from './calendar';
import { asHistory, recorded } from './examples';
import type { UserId } from './ids';
import { takenOutAt } from './taken-out';

const at = (instant: string, by = 'hl-1') => ({
  recordedAt: instant as Instant,
  recordedBy: by as UserId,
});

describe('the entries that were taken out of a file', () => {
  const wrongFile = recorded('ContactMade', '2026-03-05', {}, at('2026-03-05T10:00:00.000Z'));
  const secret = recorded('NoteWritten', '2026-03-06', {}, at('2026-03-06T10:00:00.000Z'));
  const kept = recorded('NoteWritten', '2026-03-07', {}, at('2026-03-07T10:00:00.000Z'));
  const history = asHistory([
    wrongFile,
    secret,
    kept,
    recorded(
      'EntryRetracted',
      '2026-03-08',
      { eventId: wrongFile.id },
      at('2026-03-08T10:00:00.000Z', 'hl-2'),
    ),
    recorded('EntryRedacted', '2026-03-09', { eventId: secret.id }, at('2026-03-09T10:00:00.000Z', 'ec-1')),
    recorded(
      'EntryCorrected',
      '2026-03-10',
      { eventId: kept.id, data: kept.data },
      at('2026-03-10T10:00:00.000Z'),
    ),
  ]);
  const [retracted, redacted] = [
    { eventId: wrongFile.id, how: 'retracted', by: 'hl-2', at: '2026-03-08T10:00:00.000Z' },
    { eventId: secret.id, how: 'redacted', by: 'ec-1', at: '2026-03-09T10:00:00.000Z' },
  ];

  it('are told with who took them out and when, and nothing else', () => {
    expect(takenOutAt(history)).toEqual([retracted, redacted]);
  });

  it('are told as far as it was known, and if they were of that day or before', () => {
    expect(takenOutAt(history, { knownAt: '2026-03-08T09:59:59.999Z' as Instant })).toEqual([]);
    expect(takenOutAt(history, { knownAt: '2026-03-08T10:00:00.000Z' as Instant })).toEqual([retracted]);
    expect(takenOutAt(history, { asOf: on('2026-03-05') })).toEqual([retracted]);
    expect(takenOutAt(history, { asOf: on('2026-03-04') })).toEqual([]);
  });

  it('are redacted ones if they were retracted too', () => {
    const both = asHistory([
      secret,
      recorded('EntryRetracted', '2026-03-08', { eventId: secret.id }, at('2026-03-08T10:00:00.000Z')),
      recorded('EntryRedacted', '2026-03-09', { eventId: secret.id }, at('2026-03-09T10:00:00.000Z', 'ec-1')),
    ]);
    expect(takenOutAt(both)).toEqual([redacted]);
  });
});
