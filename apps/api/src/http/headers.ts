import { Problem } from './problem';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The idempotency key of a write. A request with the same key is the same write. @throws Problem IDEMPOTENCY_KEY_REQUIRED */
export const idempotencyKeyOf = (headers: Headers): string => {
  const key = headers['idempotency-key'];
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Problem('IDEMPOTENCY_KEY_REQUIRED', [{ field: 'Idempotency-Key', code: 'idempotencyKey' }]);
};

/** The revision that the caller requires; undefined if it requires none. @throws Problem BAD_REQUEST, REVISION_MISMATCH */
export const ifMatchOf = (headers: Headers): number | undefined => {
  const given = headers['if-match'];
  if (given === undefined || given === '*') return undefined;
  const revision = /^"(\d{1,9})"$/.exec(String(given))?.[1];
  if (revision !== undefined) return Number(revision);
  // By the rules of If-Match, a weak tag or a list of tags never matches here.
  if (/^(W\/)?"[^"]*"/.test(String(given)))
    throw new Problem('REVISION_MISMATCH', [{ field: 'If-Match', code: 'REVISION_MISMATCH' }]);
  throw new Problem('BAD_REQUEST', [{ field: 'If-Match', code: 'entityTag' }]);
};

/** The revision of a file as an entity tag. */
export const entityTag = (revision: number): string => `"${revision}"`;
