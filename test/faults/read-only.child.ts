/** Runs the command line with the given arguments. Gives up the rights of root first, because root may write to a read-only folder. */
import 'reflect-metadata';
import { runProgram } from '../../apps/cli/src/program';
import { dropRightsOfRoot } from '../../libs/event-store/src/rights.fixture';

dropRightsOfRoot();
void runProgram(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode;
});
