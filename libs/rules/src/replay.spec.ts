import { asHistory, on, recorded, type Instant } from '@rt/domain';
import { replayFile } from './index';

const replayed = (history: Parameters<typeof replayFile>[0], asOf: string, knownAt?: string) =>
  replayFile(
    history,
    { asOf: on(asOf), ...(knownAt !== undefined && { knownAt: knownAt as Instant }) },
    [],
  ).findings.map(({ rule, status }) => `${rule}: ${status}`);

const party = recorded('PartyRecorded', '2026-01-07');
const call = recorded('ContactMade', '2026-03-05');
const late = { recordedAt: '2026-04-01T09:00:00.000Z' as Instant };

describe('replay on two clocks', () => {
  it('a consent given before the call and recorded later covers it as it was, and shows the gap as it was known', () => {
    const history = asHistory([party, call, recorded('ConsentGiven', '2026-02-02', {}, late)]);
    expect(replayed(history, '2026-03-05')).toEqual([]);
    expect(replayed(history, '2026-03-05', '2026-04-01T08:59:59.999Z')).toEqual([
      'contact-relative-without-consent: violation',
    ]);
    expect(replayed(history, '2026-03-05', '2026-04-01T09:00:00.000Z')).toEqual([]);
  });

  it('a guardian in force before the call and entered after it covers it as it was, and shows the gap as it was known', () => {
    const guardian = recorded(
      'RepresentativeRegistered',
      '2026-03-30',
      { validFrom: on('2026-01-02') },
      late,
    );
    const history = asHistory([party, call, guardian]);
    expect(replayed(history, '2026-03-05')).toEqual([]);
    expect(replayed(history, '2026-03-05', '2026-04-01T08:59:59.999Z')).toEqual([
      'contact-relative-without-consent: violation',
    ]);
  });

  it('a consent given after the call explains it from its own day, and never hides it', () => {
    const history = asHistory([
      party,
      call,
      recorded('ConsentGiven', '2026-03-10', { validFrom: on('2026-03-01') }),
    ]);
    expect(replayed(history, '2026-03-09')).toEqual(['contact-relative-without-consent: violation']);
    expect(replayed(history, '2026-03-10')).toEqual(['contact-relative-without-consent: explained']);
  });

  it('a consent dated back explains from the day it was given, also where a representative came into force before that', () => {
    const history = asHistory([
      party,
      recorded('RepresentativeRegistered', '2026-01-07', { validFrom: on('2026-03-07') }),
      call,
      recorded('ConsentGiven', '2026-03-10', { validFrom: on('2026-03-07') }),
    ]);
    expect(replayed(history, '2026-03-07')).toEqual(['contact-relative-without-consent: violation']);
    expect(replayed(history, '2026-03-10')).toEqual(['contact-relative-without-consent: explained']);
    const whole = replayFile(history, { asOf: on('2027-01-01') }, []);
    expect(whole.findings[0]?.explainedOn).toBe('2026-03-10');
  });

  it('a corrected day moves the obligation as known from the correction on, and not before', () => {
    const sent = recorded('OrderSent', '2026-03-02');
    const history = asHistory([
      sent,
      recorded(
        'EntryCorrected',
        '2026-04-01',
        { eventId: sent.id, occurredOn: on('2026-03-09'), data: sent.data },
        late,
      ),
    ]);
    expect(replayed(history, '2026-03-18', '2026-03-18T12:00:00.000Z')).toContain('plan-due: overdue');
    expect(replayed(history, '2026-03-18')).toContain('plan-due: pending');
    expect(replayed(history, '2026-03-08')).toEqual([]);
  });

  it('a retracted contact was never made', () => {
    const history = asHistory([
      party,
      call,
      recorded('EntryRetracted', '2026-04-01', { eventId: call.id }, late),
    ]);
    expect(replayed(history, '2026-03-05')).toEqual([]);
    expect(replayed(history, '2026-03-05', '2026-03-06T00:00:00.000Z')).toHaveLength(1);
  });

  it('what has not arisen yet is left out', () => {
    const history = asHistory([recorded('OrderSent', '2026-03-02')]);
    expect(replayed(history, '2026-03-01')).toEqual([]);
    expect(replayed(history, '2026-03-02')).toEqual([
      'order-without-decision: violation',
      'plan-due: pending',
    ]);
  });
});
