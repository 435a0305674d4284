import { cursor, invalid } from './parameters';
import { Problem } from './problem';

const NOT_OF_THIS_LIST = invalid('cursor', cursor(''));

/** Encodes the place where a page ended, so that it can be a value in a URL. */
export const encodeCursor = (place: string): string => Buffer.from(place).toString('base64url');

/** Decodes a cursor. @param form the form of a place in this list. @throws Problem INVALID_QUERY if the cursor is not from this list */
export const decodeCursor = (cursor: string, form: RegExp): string => {
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!form.test(place)) throw new Problem('INVALID_QUERY', [NOT_OF_THIS_LIST]);
  return place;
};
