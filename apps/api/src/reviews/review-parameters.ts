import { commandIdOf } from '@rt/handling';
import type { Visit } from '../access/visit';
import { designation } from '../http/parameters';

export const REVIEW_ID = { reviewId: designation('Id of the review, as it was planned') };

export const PROBLEMS_OF_A_READING = ['NOT_ALLOWED', 'ACCESS_NOT_LOGGED'] as const;
export const PROBLEMS_OF_A_COMMAND = [
  'NOT_ALLOWED',
  'IDEMPOTENCY_KEY_REQUIRED',
  'FOREIGN_ORIGIN',
  'NOT_JSON_TYPE',
  'CLOCK_LEAPT',
  'KEY_REUSED',
  'CONFLICT',
  'TOO_LARGE',
  'ACCESS_NOT_LOGGED',
] as const;
/** A write whose body is read field by field. */
export const PROBLEMS_OF_A_BODY = [...PROBLEMS_OF_A_COMMAND, 'NOT_JSON', 'INVALID_INPUT'] as const;

export const reviewActorOf = ({ user: { userId, unitId } }: Visit) => ({
  userId,
  unitId,
  origin: 'user' as const,
});

/** The id of a command. The same user, review and key give the same id. */
export const commandOf = ({ user }: Visit, place: string, key: string): string =>
  commandIdOf(user.userId, `review-${place}`, key);
