import { given, said, when } from '../decide.fixture';
import { recorded } from '../examples';

const opened = given(recorded('InvestigationOpened', '2026-02-01', { applicationId: null }));

describe('an investigation', () => {
  it('is not completed before it was opened', () => {
    expect(said(when('InvestigationCompleted', '2026-02-01'), opened)).toBe('accepted');
    expect(said(when('InvestigationCompleted', '2026-01-31'), opened)).toBe('END_BEFORE_START occurredOn');
  });

  it('speaks of life areas that the municipality has', () => {
    const areas = [
      { area: 'mobility', state: 'answered' },
      { area: 'fotboll', state: 'missing' },
    ] as const;
    expect(said(when('InvestigationCompleted', '2026-02-02', { areas: areas.slice(0, 1) }), opened)).toBe(
      'accepted',
    );
    expect(said(when('InvestigationCompleted', '2026-02-02', { areas }), opened)).toBe(
      'UNKNOWN_CODE data.areas[1].area',
    );
    expect(said(when('InvestigationRevised', '2026-02-02', { areas }), opened)).toBe(
      'UNKNOWN_CODE data.areas[1].area',
    );
  });

  it('is communicated, or exempt', () => {
    const sent = (special: Parameters<typeof when<'CommunicationSent'>>[2]) =>
      said(when('CommunicationSent', '2026-02-10', special), opened);
    expect(sent({ channel: 'letter' })).toBe('accepted');
    expect(sent({ channel: undefined, exemption: 'Uppenbart obehövligt' })).toBe('accepted');
    expect(sent({ channel: 'letter', exemption: 'Uppenbart obehövligt' })).toBe('EXACTLY_ONE data.exemption');
  });
});
