import { shape as s } from '@rt/domain';
import type { Position } from '@rt/event-store';

export const position = () =>
  s.described(
    s.text<Position>(),
    'A place in the order of the store: send it as X-Read-After to read what was written',
  );
