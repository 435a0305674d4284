import type { FileId } from '@rt/domain';
import type { StreamName } from '@rt/event-store';

const prefix = 'personalFile-';

export const streamOfFile = (fileId: FileId): StreamName => prefix + fileId;

/** The id of the file that the stream belongs to. Undefined for the streams of reviews, units, rulesets and erasures. */
export const fileOfStream = (stream: StreamName): FileId | undefined =>
  stream.startsWith(prefix) ? (stream.slice(prefix.length) as FileId) : undefined;
