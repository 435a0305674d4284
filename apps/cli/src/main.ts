import './require-node-24';
import 'reflect-metadata';
import { runProgram } from './program';

void runProgram(process.argv.slice(2), process).then((exitCode) => {
  process.exitCode = exitCode;
});
