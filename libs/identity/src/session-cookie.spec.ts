import { endedSessionCookie, sessionCookie, sessionIdIn } from '.';

const id = 'a'.repeat(43);
const begun = { id, ageMinutesMax: 600 };

describe('the session cookie', () => {
  it('is out of reach of scripts, other sites and plain HTTP', () => {
    expect(sessionCookie(begun, false)).toBe(
      `__Host-rt-session=${id}; Path=/; Max-Age=36000; HttpOnly; SameSite=Strict; Secure`,
    );
  });

  it('goes without HTTPS on loopback only', () => {
    expect(sessionCookie(begun, true)).toBe(
      `rt-session=${id}; Path=/; Max-Age=36000; HttpOnly; SameSite=Strict`,
    );
  });

  it('is taken back with the attributes it was given with', () => {
    expect(endedSessionCookie(false)).toBe(
      '__Host-rt-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure',
    );
  });

  it.each([
    ['alone', `rt-session=${id}`, id],
    ['among others', `theme=dark; rt-session=${id}; lang=sv`, id],
    ['no cookies', undefined, undefined],
    ['another name that ends alike', `x-rt-session=${id}`, undefined],
    ['the name that HTTPS has', `__Host-rt-session=${id}`, undefined],
    ['twice: one of them was planted', `rt-session=${id}; rt-session=${'b'.repeat(43)}`, undefined],
    ['too short', `rt-session=${id.slice(1)}`, undefined],
    ['too long', `rt-session=${id}a`, undefined],
    ['signs that are in no id', `rt-session=${'%'.repeat(43)}`, undefined],
  ])('is read: %s', (_, header, expected) => {
    expect(sessionIdIn(header, true)).toBe(expected);
  });
});
