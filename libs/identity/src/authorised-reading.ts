import type { AccessEntry } from './access-log';
import type { AccessWriter } from './access-log.batched';

/** The access log could not be written, so no answer is given. The cause is for the operator's log, not for the reader. */
export class AccessNotLogged extends Error {
  readonly code = 'ACCESS_NOT_LOGGED';
  constructor(cause: unknown) {
    super('the access log could not be written, so nothing is answered', { cause });
  }
}

/**
 * Writes a reading to the access log, then reads. The entry stays when the reading fails or finds nothing, because it was tried.
 * Source: lag (2001:454) 10 §.
 * @throws AccessNotLogged, and then `work` was not started
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
