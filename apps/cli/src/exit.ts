/** The exit codes of the command line. */
export const EXIT = {
  well: 0,
  /** `verify` found a problem, an indicator disagrees with the published figure, or a bench missed a floor. */
  found: 1,
  wrongUsage: 2,
  dataFolder: 3,
  /** A fault of the program itself. */
  fault: 70,
} as const;

/** The command or its input is wrong. The message says what is wrong, where, and what would be right. */
export class WrongUsage extends Error {
  readonly code = 'WRONG_USAGE';
}
