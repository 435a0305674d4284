import { on } from '../calendar';
import { given, said, when } from '../decide.fixture';
import { recorded } from '../examples';

describe('an assignment', () => {
  it('does not end before it begins', () => {
    const assign = (from: string, to: string) =>
      said(when('CaseWorkerAssigned', '2026-02-01', { from: on(from), to: on(to) }), given());
    expect(assign('2026-02-01', '2026-02-01')).toBe('accepted');
    expect(assign('2026-02-02', '2026-02-01')).toBe('END_BEFORE_START data.to');
  });

  it('may be called off before it begins, but not before it was made', () => {
    const ahead = given(recorded('CaseWorkerAssigned', '2026-02-10', { from: on('2026-03-01') }));
    expect(said(when('CaseWorkerUnassigned', '2026-02-10'), ahead)).toBe('accepted');
    expect(said(when('CaseWorkerUnassigned', '2026-02-09'), ahead)).toBe('END_BEFORE_START occurredOn');
  });

  it('that was written down late may have ended before it was', () => {
    const late = given(recorded('CaseWorkerAssigned', '2026-02-10', { from: on('2026-02-01') }));
    expect(said(when('CaseWorkerUnassigned', '2026-02-01'), late)).toBe('accepted');
    expect(said(when('CaseWorkerUnassigned', '2026-01-31'), late)).toBe('END_BEFORE_START occurredOn');
  });
});
