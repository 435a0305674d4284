import { ACCESS_PURPOSES } from '@rt/identity';
import { READ_AFTER } from '../http/read-after.interceptor';

export const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  description:
    'Names the write: the same key and body again is the same write, and is answered as the first time',
  required: true,
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
};

export const IF_MATCH = {
  name: 'If-Match',
  description: 'The ETag of the file as it was read: written only where it has not changed since',
  required: false,
  schema: { type: 'string' },
};

export const PURPOSE = {
  name: 'X-Purpose',
  description: 'What the file is read for. Required beyond the own assignment; stands in the access log',
  required: false,
  schema: { type: 'string', enum: [...ACCESS_PURPOSES] },
};

export const READ_AFTER_HEADER = {
  name: READ_AFTER,
  description: 'The position that a write answered with: the answer has seen it',
  required: false,
  schema: { type: 'string', pattern: '^\\d{1,20}$' },
};

export const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  description: 'The last id that was received: what was missed since is told first',
  required: false,
  schema: { type: 'string', pattern: '^\\d{1,20}$' },
};
