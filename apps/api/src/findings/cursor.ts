import { Problem } from '../http/problem';

/** A day and two ids, as the read model says where its answer ended. */
const PLACE = /^\d{4}-\d\d-\d\d [\w:-]{1,120} [\w-]{1,60}$/;

export const encodeCursor = (place: string): string => Buffer.from(place).toString('base64url');

/** @throws Problem INVALID_QUERY where it is none of ours */
export const decodeCursor = (cursor: string): string => {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!PLACE.test(place)) throw new Problem('INVALID_QUERY', [{ field: 'cursor', code: 'invalidParameter' }]);
  return place;
};
