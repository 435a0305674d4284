/**
 * Runs a command line that destroys something, and dies by SIGKILL at the named moment of the destruction. The redaction or erasure is recorded by then.
 * Arguments: the moment, then those of the command line.
 */
import 'reflect-metadata';
import { runProgram } from '../../apps/cli/src/program';
import { SqliteEventStore } from '../../libs/event-store/src/sqlite/sqlite-event-store';
import { SqliteKeyStore } from '../../libs/event-store/src/sqlite/key-store.sqlite';

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
};

const [moment = '', ...args] = process.argv.slice(2);
if (moment === 'recorded') {
  SqliteEventStore.prototype.destroyRedacted = die;
  SqliteEventStore.prototype.deleteStream = die;
}
if (moment === 'rowsGone') SqliteKeyStore.prototype.deleteStream = die;
if (moment === 'keysReplaced') {
  const { replaceKeys } = SqliteKeyStore.prototype;
  // The new rows are durable; the old pages still stand in the write-ahead log.
  SqliteKeyStore.prototype.replaceKeys = async function (...change) {
    await replaceKeys.apply(this, change);
    die();
  };
}

void runProgram(args, process).then((exitCode) => {
  process.exitCode = exitCode;
});
