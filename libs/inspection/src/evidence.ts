import { type Instant, type LocalDate, type Population, type SampleDrawn } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import { inForceAt, replayFile, rulesPausedIn, type AdoptedSettings } from '@rt/rules';
import type { ReviewEvidence } from './indicators/indicator-rows';
import { decisionsIn, isIn, type DecisionFacts } from './population';
import type { SampledCase } from './sampled-case';

/**
 * A question about the files: which decisions, which of them were drawn, the day on which they are judged, and the instant until which events are
 * known.
 */
export interface EvidenceQuestion {
  readonly populations: readonly Population[];
  readonly drawn: Pick<SampleDrawn['data'], 'cases' | 'reviewedWhole'> | undefined;
  readonly measuringDay: LocalDate;
  readonly knownAt?: Instant;
}

/** The decisions in some files that belong to any of the populations, as known at an instant. */
export const gatherDecisions = async (
  files: AsyncIterable<LoadedFile>,
  populations: readonly Population[],
  knownAt?: Instant,
): Promise<readonly DecisionFacts[]> => {
  const decisions: DecisionFacts[] = [];
  for await (const file of files)
    for (const decision of decisionsIn(file.fileId, file.at({ knownAt })))
      if (populations.some((population) => isIn(population, decision))) decisions.push(decision);
  return decisions;
};

/**
 * Reads the files once and keeps what the indicators need. Every figure comes from replay, both of current knowledge and of earlier knowledge. So
 * there is one way to count, and no row of a read model can give another figure. A drawn case is found by its id alone, even if it would belong to
 * another population now. The municipality's settings count as they were known at the same instant.
 */
export const gatherEvidence = async (
  files: AsyncIterable<LoadedFile>,
  { populations, drawn, measuringDay, knownAt }: EvidenceQuestion,
  settings: AdoptedSettings,
): Promise<ReviewEvidence> => {
  const inForce = inForceAt(settings, knownAt);
  const sampleIds = new Set<string>(drawn?.cases.map(({ decisionId }) => decisionId));
  const wholeIds = new Set<string>(drawn?.reviewedWhole.map(({ decisionId }) => decisionId));
  const year: DecisionFacts[] = [];
  const sample: SampledCase[] = [];
  const reviewedWhole: DecisionFacts[] = [];

  for await (const loaded of files) {
    const decisions = decisionsIn(loaded.fileId, loaded.at({ knownAt }));
    year.push(
      ...decisions.filter((decision) => populations.some((population) => isIn(population, decision))),
    );
    reviewedWhole.push(...decisions.filter(({ decisionId }) => wholeIds.has(decisionId)));
    const sampled = decisions.filter(({ decisionId }) => sampleIds.has(decisionId));
    if (sampled.length === 0) continue;
    const { file, findings } = replayFile(loaded.recorded, { asOf: measuringDay, knownAt }, settings);
    for (const facts of sampled) {
      const decision = file.get('decision', facts.decisionId);
      if (!decision) continue;
      const pausedRules = rulesPausedIn(file, inForce, [facts.decidedOn, measuringDay]);
      sample.push({ ...facts, measuringDay, file, decision, findings, pausedRules });
    }
  }
  return {
    year,
    drawn: drawn && {
      sample,
      reviewedWhole,
      sampleMissing: sampleIds.size - sample.length,
      reviewedWholeMissing: wholeIds.size - reviewedWhole.length,
    },
  };
};
