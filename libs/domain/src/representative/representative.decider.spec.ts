import { on } from '../calendar';
import { given, said, when } from '../decide.fixture';
import { recorded } from '../examples';

describe('a representative', () => {
  it('is not appointed to a day before the first', () => {
    const register = (validTo: string) =>
      said(
        when('RepresentativeRegistered', '2026-02-01', { validFrom: on('2026-01-10'), validTo: on(validTo) }),
        given(),
      );
    expect(register('2026-01-10')).toBe('accepted');
    expect(register('2026-01-09')).toBe('END_BEFORE_START data.validTo');
  });

  it('may have ended before we were told, but not before it began', () => {
    const known = given(recorded('RepresentativeRegistered', '2026-02-01', { validFrom: on('2026-01-10') }));
    expect(said(when('RepresentativeEnded', '2026-01-10'), known)).toBe('accepted');
    expect(said(when('RepresentativeEnded', '2026-01-09'), known)).toBe('END_BEFORE_START occurredOn');
  });
});
