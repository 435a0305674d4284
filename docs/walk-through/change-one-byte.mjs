/** Changes one byte of one sealed event, as somebody with access to the disk could, and changes it back when it is run again: `npm exec -- node docs/walk-through/change-one-byte.mjs <data folder>`. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(path.join(process.argv[2] ?? 'data', 'events.sqlite'));
const { position, sealed } = db
  .prepare('SELECT position, sealed FROM events WHERE revision = 3 LIMIT 1')
  .get();
sealed[20] ^= 1;
db.prepare('UPDATE events SET sealed = ? WHERE position = ?').run(sealed, position);
db.close();
