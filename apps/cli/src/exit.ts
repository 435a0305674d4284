import type { Text } from '@rt/domain';

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
  readonly text: Text;

  /** @param said in both languages; a file's name and the like need no second one */
  constructor(said: string | Text) {
    const text = typeof said === 'string' ? { sv: said, en: said } : said;
    super(text.en);
    this.text = text;
  }
}
