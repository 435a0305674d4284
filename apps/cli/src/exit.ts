/** What the command line ends with. */
export const EXIT = {
  well: 0,
  /** Verify found a problem, an indicator disagrees with what was published, the bench missed a floor. */
  found: 1,
  wrongUsage: 2,
  dataFolder: 3,
  /** A fault of the program itself. */
  fault: 70,
} as const;

/** The command was given wrongly, or its input is wrong: the message says what, where and what instead. */
export class WrongUsage extends Error {
  readonly code = 'WRONG_USAGE';
}
