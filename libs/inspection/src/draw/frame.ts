import type { Act, CaseId, DecisionId, FileId, LocalDate, Sex, UnitId } from '@rt/domain';

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. Given from outside: the draw itself is pure. */
export type Sha256 = (text: string) => string;

/** One unit of the sampling frame: a decision that may be drawn, and what its stratum is made of. */
export interface FrameUnit {
  readonly decisionId: DecisionId;
  readonly fileId: FileId;
  readonly caseId: CaseId;
  readonly unitId: UnitId;
  readonly sex: Sex;
  readonly act: Act;
  readonly decidedOn: LocalDate;
}

/**
 * The frame as text, the same whoever writes it: one line for every unit, the JSON array
 * `[decisionId, fileId, caseId, unitId, sex, act, decidedOn]` without spaces, the lines in ascending order (by code unit), each ended by a
 * line feed. Saved as a file, `sha256sum` gives the hash that `SampleDrawn` holds.
 */
export const canonicalFrame = (frame: readonly FrameUnit[]): string =>
  frame
    .map(
      (unit) =>
        `${JSON.stringify([unit.decisionId, unit.fileId, unit.caseId, unit.unitId, unit.sex, unit.act, unit.decidedOn])}\n`,
    )
    .sort(byCodeUnit)
    .join('');

/** Ascending by UTF-16 code unit, as JavaScript compares strings: the same in every language setting. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
