import {
  AppendTooLarge,
  CommandReused,
  ConcurrencyConflict,
  RevisionMismatch,
  StreamErased,
} from '@rt/event-store';
import { refusedFor } from './refused';

/** What the store refuses, as the write side says it; any other error stays as it is. */
export const refusedAppend = (error: unknown): unknown => {
  if (error instanceof CommandReused) return refusedFor('KEY_REUSED', 'idempotencyKey');
  if (error instanceof RevisionMismatch)
    return refusedFor('REVISION_MISMATCH', 'ifMatch', { actual: error.actual });
  if (error instanceof ConcurrencyConflict) return refusedFor('CONFLICT', '');
  if (error instanceof StreamErased) return refusedFor('FILE_ERASED', 'fileId');
  if (error instanceof AppendTooLarge) return refusedFor('TOO_LARGE', '');
  return error;
};
