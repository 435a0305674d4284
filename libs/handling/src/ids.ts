import { createHmac, type KeyObject } from 'node:crypto';
import { v5 } from 'uuid';
import type { FileId } from '@rt/domain';
import type { Author } from '@rt/event-store';
import { canonical, type Json } from './plain-json';
import type { Actor } from './ports';

/** The namespace of all ids that this program computes. If it changed, a repeated command would no longer be recognised. */
const namespace = '6f0c3a52-8f0e-5d1b-9a57-2d1f6f3f7b10';

/** The id of a command. The same actor, place and idempotency key give the same id. */
export const commandIdOf = (userId: string, place: string, idempotencyKey: string): string =>
  v5(JSON.stringify([userId, place, idempotencyKey]), namespace);

/** HMAC of a request's body. It shows that a key was used again with another body, and gives no way to guess the body. */
export const requestHashOf = (body: Json, key: KeyObject): string =>
  createHmac('sha256', key).update(canonical(body)).digest('hex');

/**
 * The id of the file that a command opens. A secret is part of the computation, so that a user cannot compute it from the user id and the idempotency
 * key.
 */
export const fileIdOf = (commandId: string, key: KeyObject): FileId =>
  v5(createHmac('sha256', key).update(commandId).digest('hex'), namespace) as FileId;

/** The fields of an event that say who recorded it. */
export const authorOf = ({ userId, onBehalfOf, unitId, origin }: Actor): Author => ({
  recordedBy: userId,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  unitId,
  origin,
});
