import type { Act, CaseId, DecisionId, FileId, LocalDate, Sex, UnitId } from '@rt/domain';

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex. The caller passes the function, because the draw itself is pure. */
export type Sha256 = (text: string) => string;

/** One unit of the sampling frame: a decision that may be drawn, with the facts that decide its stratum. */
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
 * The frame as text. Every program writes the same text: one line per unit, which is the JSON array `[decisionId, fileId, caseId, unitId, sex, act,
 * decidedOn]` without spaces; the lines in ascending order (by code unit), each with a line feed at its end. If the text is saved as a file,
 * `sha256sum` gives the hash in `SampleDrawn`.
 */
export const canonicalFrame = (frame: readonly FrameUnit[]): string =>
  frame
    .map(
      (unit) =>
        `${JSON.stringify([unit.decisionId, unit.fileId, unit.caseId, unit.unitId, unit.sex, unit.act, unit.decidedOn])}\n`,
    )
    .sort(byCodeUnit)
    .join('');

/** Compares by UTF-16 code unit, as JavaScript compares strings. The order is the same in every language setting. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
