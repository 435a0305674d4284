import type { CaseId, UnitId } from '@rt/domain';
import type { Demo } from './demo';
import { BROKEN_RULES, type BrokenRule, type Sight } from './living/plot';

/** The numbers of the loaded demo, and the cases to look at first. */
export interface DemoDescription {
  readonly year2021: { readonly files: number };
  readonly living: { readonly files: number; readonly whole: number };
  /** For each rule, the living files that break it on purpose. */
  readonly broken: readonly {
    readonly rule: BrokenRule;
    readonly files: number;
    readonly units: readonly UnitId[];
  }[];
  readonly lookAt: readonly { readonly caseId: CaseId; readonly unitId: UnitId; readonly what: Sight }[];
}

/** Describes a demo from how it was made, not from its events. */
export const describeDemo = ({ year2021, living }: Demo): DemoDescription => ({
  year2021: { files: year2021.length },
  living: { files: living.length, whole: living.filter(({ breaks }) => breaks.length === 0).length },
  broken: BROKEN_RULES.map((rule) => {
    const files = living.filter(({ breaks }) => breaks.includes(rule));
    return {
      rule,
      files: files.length,
      units: [...new Set(files.map(({ district }) => district.unitId))].sort(),
    };
  }),
  lookAt: living.flatMap(({ sighted, district }) =>
    sighted ? [{ caseId: sighted.caseId, unitId: district.unitId, what: sighted.sight }] : [],
  ),
});
