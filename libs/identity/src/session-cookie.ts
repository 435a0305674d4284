import type { BegunSession } from './sessions';

/**
 * The name of the cookie that holds the session id. With `__Host-` the browser itself accepts it only from this host, over HTTPS, for the whole path.
 * On loopback there is no HTTPS, and not every browser accepts a Secure cookie there.
 */
const nameOf = (loopback: boolean): string => (loopback ? 'rt-session' : '__Host-rt-session');

const attributes = (loopback: boolean, maxAgeSeconds: number): string =>
  ['Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Strict', ...(loopback ? [] : ['Secure'])].join(
    '; ',
  );

/** The value of `Set-Cookie` at sign-in. @param loopback true if the server listens on this machine only, without HTTPS */
export const sessionCookie = ({ id, ageMinutesMax }: BegunSession, loopback: boolean): string =>
  `${nameOf(loopback)}=${id}; ${attributes(loopback, ageMinutesMax * 60)}`;

/** The value of `Set-Cookie` at sign-out. */
export const endedSessionCookie = (loopback: boolean): string =>
  `${nameOf(loopback)}=; ${attributes(loopback, 0)}`;

/** 256 bits in base64url. */
const ID = /^[A-Za-z0-9_-]{43}$/;

/** The session id in the `Cookie` header of a request. Undefined if there is no id of the right form, or more than one. */
export const sessionIdIn = (cookieHeader: string | undefined, loopback: boolean): string | undefined => {
  const prefix = `${nameOf(loopback)}=`;
  const found = (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix));
  const id = found[0]?.slice(prefix.length);
  return found.length === 1 && id !== undefined && ID.test(id) ? id : undefined;
};
