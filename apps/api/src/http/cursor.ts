import { Problem } from './problem';

/** Where an answer ended, as the read model says it, in a form that travels. */
export const encodeCursor = (place: string): string => Buffer.from(place).toString('base64url');

/** @param form what a place of this list looks like. @throws Problem INVALID_QUERY where it is none of ours */
export const decodeCursor = (cursor: string, form: RegExp): string => {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!form.test(place)) throw new Problem('INVALID_QUERY', [{ field: 'cursor', code: 'invalidParameter' }]);
  return place;
};
