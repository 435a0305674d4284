import { shape, type Instant, type SampleDrawn, type Shaped } from '@rt/domain';
import { inForceAt, isGapStatus, ruleOn, RULES, statusOn } from '@rt/rules';
import { gatherEvidence } from '../evidence';
import type { SampledCase } from '../sampled-case';
import type { ReadingPorts } from './ports';
import { drawnReview } from './redraw-sample';
import { filesOf } from './review-files';

const figure = {
  cases: shape.described(shape.count(), 'Sampled cases that have the gap on the measuring day'),
  of: shape.described(
    shape.count(),
    'Sampled cases in which it was looked for: those that are in the files, and in which the rule was not paused',
  ),
};
const beside = shape.fields(figure);

/** For each rule, how many of the sampled cases have its gap: in all, and in each stratum. */
export const reviewGaps = shape.fields({
  review: shape.text(),
  measuringDay: shape.day(),
  knownAt: shape.described(shape.instant(), 'When the sample was drawn: what was known then is counted'),
  rows: shape.listOf(
    shape.fields({
      rule: shape.text(),
      title: shape.described(shape.inBoth(), 'The title of the rule, with the numbers of the measuring day'),
      stratum: shape.described(shape.orNull(shape.text()), 'Null: the whole sample'),
      ...figure,
      now: shape.described(beside, 'The same, by what is known now'),
    }),
  ),
});
export type ReviewGaps = Shaped<typeof reviewGaps>;

type Figure = Shaped<typeof beside>;

/**
 * Counts the gaps of the drawn cases of any review, on its measuring day: as known at the draw, and now. A rule has a row for the whole sample, and one for each
 * stratum if a case has the gap. @throws ReviewRefused NOT_DRAWN
 */
export const gapsOfSample = async (ports: ReadingPorts, reviewId: string): Promise<ReviewGaps> => {
  const { planned, drawn } = await drawnReview(ports, reviewId);
  const { measuringDay } = planned.data;
  const { knownAt } = drawn.data.frame;
  const sampleAt = (instant?: Instant) => sampleOf(ports, drawn.data, { measuringDay, knownAt: instant });
  const [then, now] = [await sampleAt(knownAt), await sampleAt()];
  const strata = new Map<string, string>(
    drawn.data.cases.map(({ decisionId, stratum }) => [decisionId, stratum]),
  );
  const within = (sample: readonly SampledCase[], stratum: string | null) =>
    sample.filter(({ decisionId }) => stratum === null || strata.get(decisionId) === stratum);
  const keys = [...new Set(strata.values())];
  const { ruleset } = inForceAt((await ports.ruleset.load()).recorded, knownAt);
  const rows = RULES.flatMap((one) => {
    const { id: rule } = one;
    const { title } = ruleOn(one, ruleset, measuringDay);
    const row = (stratum: string | null) => ({
      rule,
      title,
      stratum,
      ...figureOf(rule, within(then, stratum)),
      now: figureOf(rule, within(now, stratum)),
    });
    const whole = row(null);
    return whole.cases + whole.now.cases === 0 ? [whole] : [whole, ...keys.map(row)];
  });
  return { review: reviewId, measuringDay, knownAt, rows };
};

const sampleOf = async (
  ports: ReadingPorts,
  drawn: SampleDrawn['data'],
  asked: Pick<Parameters<typeof gatherEvidence>[1], 'measuringDay' | 'knownAt'>,
): Promise<readonly SampledCase[]> => {
  // Only the files of the sample are read, whatever instant is asked about.
  const files = filesOf(ports, { populations: [], also: drawn.cases.map(({ fileId }) => fileId) });
  const settings = (await ports.ruleset.load()).recorded;
  const evidence = await gatherEvidence(files, { populations: [], drawn, ...asked }, settings);
  return evidence.drawn?.sample ?? [];
};

const figureOf = (rule: string, sample: readonly SampledCase[]): Figure => {
  const looked = sample.filter(({ pausedRules }) => !pausedRules.has(rule));
  return { cases: looked.filter((one) => hasGap(one, rule)).length, of: looked.length };
};

/** True if the rule has an open gap in the case, or in the file as a whole, on the measuring day. */
const hasGap = ({ findings, caseId, measuringDay }: SampledCase, rule: string): boolean =>
  findings.some(
    (finding) =>
      finding.rule === rule &&
      (finding.caseId === undefined || finding.caseId === caseId) &&
      isGapStatus(statusOn(finding, measuringDay)),
  );
