import { createHmac, type KeyObject } from 'node:crypto';
import { v5 } from 'uuid';
import type { Author } from '@rt/event-store';
import { canonical, type Json } from './plain-json';
import type { Actor } from './ports';

/** Every id of this program is made under this one. If it changed, a repeated command would no longer be recognised. */
const namespace = '6f0c3a52-8f0e-5d1b-9a57-2d1f6f3f7b10';

/** The same actor, place and idempotency key are the same command. */
export const commandIdOf = (userId: string, place: string, idempotencyKey: string): string =>
  v5(JSON.stringify([userId, place, idempotencyKey]), namespace);

/** HMAC of a request's body: shows that a key was reused with another body, and does not let anybody guess the body. */
export const requestHashOf = (body: Json, key: KeyObject): string =>
  createHmac('sha256', key).update(canonical(body)).digest('hex');

/** The actor as every event of the command says it. */
export const authorOf = ({ userId, onBehalfOf, unitId, origin }: Actor): Author => ({
  recordedBy: userId,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  unitId,
  origin,
});
