import type { Sha256 } from './frame';

/** The hash by which a plan is bound to the system's value before anybody knows it: SHA-256 of the value's text, in lower-case hex. */
export const commitmentTo = (value: string, sha256: Sha256): string => sha256(value);

/** The seed of a draw of version 2: the system's value, a hyphen, and the value that was said aloud after the plan, without spaces around it. */
export const seedOf = (value: string, spoken: string): string => `${value}-${spoken.trim()}`;
