/** Runs the command line, after giving up the rights of root where the suite has them: `<arguments of rt>`. */
import 'reflect-metadata';
import { runProgram } from '../../apps/cli/src/program';
import { dropRightsOfRoot } from '../../libs/event-store/src/rights.fixture';

dropRightsOfRoot();
void runProgram(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode;
});
