/** Jest as this project runs it: Nest 12 is ES modules only, and Node 24 lets Jest require them behind this flag. */
import path from 'node:path';

export const jestCommand = [
  process.execPath,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  path.join('node_modules', 'jest', 'bin', 'jest.js'),
];
