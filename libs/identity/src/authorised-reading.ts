import type { AccessEntry } from './access-log';
import type { AccessWriter } from './access-log.batched';

/** The access log could not be written, so the caller gets no answer. The cause is for the operator's log, not for the caller. */
export class AccessNotLogged extends Error {
  readonly code = 'ACCESS_NOT_LOGGED';
  constructor(cause: unknown) {
    super('the access log could not be written, so nothing is answered', { cause });
  }
}

/** Writes an entry to the access log. @throws AccessNotLogged */
export const writeLogged = async (log: AccessWriter, entry: AccessEntry): Promise<void> => {
  try {
    await log.write(entry);
  } catch (error) {
    throw new AccessNotLogged(error);
  }
};

/**
 * Writes an entry to the access log, then reads. The entry stays if the read fails or finds nothing, because the user tried to read. Source: lag
 * (2001:454) 10 §.
 * @throws AccessNotLogged; then `work` was not started
 */
export const readLogged = async <Answer>(
  log: AccessWriter,
  entry: AccessEntry,
  work: () => Answer | Promise<Answer>,
): Promise<Answer> => {
  await writeLogged(log, entry);
  return work();
};
