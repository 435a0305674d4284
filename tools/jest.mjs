/** The command that runs Jest. Nest 12 consists of ES modules only, and Jest can require those on Node 24 with this flag. */
import path from 'node:path';

export const jestCommand = [
  process.execPath,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  path.join('node_modules', 'jest', 'bin', 'jest.js'),
];
