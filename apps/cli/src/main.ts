import './require-node-24';
import 'reflect-metadata';
import { runProgram } from './program';

// Every file that a command creates is for its owner alone.
process.umask(0o077);

void runProgram(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode;
});
