import { AppendTooLarge, CommandReused, ConcurrencyConflict, StreamErased } from '@rt/event-store';
import { headLabel } from './command-input';
import { refusedFor } from './refused';

/** Translates errors of the store into refusals of the write side. Any other error is returned unchanged. */
export const refusedAppend = (error: unknown): unknown => {
  if (error instanceof CommandReused)
    return refusedFor('KEY_REUSED', 'idempotencyKey', {}, headLabel('idempotencyKey'));
  if (error instanceof ConcurrencyConflict) return refusedFor('CONFLICT', '');
  if (error instanceof StreamErased) return refusedFor('FILE_ERASED', 'fileId', {}, headLabel('fileId'));
  if (error instanceof AppendTooLarge) return refusedFor('TOO_LARGE', '');
  return error;
};
