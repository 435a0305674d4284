import { createHmac, type KeyObject } from 'node:crypto';
import { v5 } from 'uuid';
import type { FileId } from '@rt/domain';
import { canonical, type Json } from './plain-json';

/** Under which every id of this program is made: changed, a repeated command would no longer be known. */
const namespace = '6f0c3a52-8f0e-5d1b-9a57-2d1f6f3f7b10';

/** The same actor, place and idempotency key are the same command. */
export const commandIdOf = (userId: string, place: string, idempotencyKey: string): string =>
  v5(JSON.stringify([userId, place, idempotencyKey]), namespace);

/** An id that follows from a command: of its nth event, of a thing it brings into being. */
export const idWithin = (commandId: string, what: string): string => v5(what, commandId);

export const fileStream = (fileId: FileId): string => `personalFile-${fileId}`;

/** HMAC of a request's body, so that a reused key with another body is seen and nobody can guess the body from it. */
export const requestHashOf = (body: Json, key: KeyObject): string =>
  createHmac('sha256', key).update(canonical(body)).digest('hex');
