/** Holds a data folder open for writing until it is killed, and says when it does: `<folder>`. */
import { openSqliteEventStore } from '@rt/event-store/sqlite';

const [folder = ''] = process.argv.slice(2);

void openSqliteEventStore({ folder, mode: 'write', clock: { now: () => new Date().toISOString() } }).then(
  () => {
    process.stdout.write('open\n');
    setInterval(() => undefined, 60_000);
  },
);
