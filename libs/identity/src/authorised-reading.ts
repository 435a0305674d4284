import type { AccessEntry } from './access-log';
import type { AccessWriter } from './access-log.batched';

/** No log, no answer. The cause is for the operator's log, not for the reader. */
export class AccessNotLogged extends Error {
  readonly code = 'ACCESS_NOT_LOGGED';
  constructor(cause: unknown) {
    super('the access log could not be written, so nothing is answered', { cause });
  }
}

/**
 * Reads what was authorised, once it stands in the access log that it is read. A reading that then fails, or finds nothing, stays
 * in the log: it was tried. Source: lag (2001:454) 10 §.
 * @throws AccessNotLogged, in which case `work` was never begun
 */
export const readLogged = async <Answer>(
  log: AccessWriter,
  entry: AccessEntry,
  work: () => Answer | Promise<Answer>,
): Promise<Answer> => {
  try {
    await log.write(entry);
  } catch (error) {
    throw new AccessNotLogged(error);
  }
  return work();
};
