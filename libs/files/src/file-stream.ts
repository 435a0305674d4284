import type { FileId } from '@rt/domain';
import type { StreamName } from '@rt/event-store';

const prefix = 'personalFile-';

export const streamOfFile = (fileId: FileId): StreamName => prefix + fileId;

/** The file whose stream it is; undefined for reviews, units, rulesets and erasures. */
export const fileOfStream = (stream: StreamName): FileId | undefined =>
  stream.startsWith(prefix) ? (stream.slice(prefix.length) as FileId) : undefined;
