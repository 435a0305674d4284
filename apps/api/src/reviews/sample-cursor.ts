import { Problem } from '../http/problem';

/** A sample never changes, so a place in it is the number of a line. */
export const encodeCursor = (line: number): string => Buffer.from(`line ${line}`).toString('base64url');

/** @throws Problem INVALID_QUERY where it is none of ours */
export const decodeCursor = (cursor: string): number => {
  const line = /^line (\d{1,6})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (line === undefined) throw new Problem('INVALID_QUERY', [{ field: 'cursor', code: 'invalidParameter' }]);
  return Number(line);
};
