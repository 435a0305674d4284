import {
  actOf,
  ageOn,
  decisionAsItStood,
  personOn,
  unitOn,
  type Act,
  type CaseId,
  type DecisionId,
  type Extent,
  type FileId,
  type LocalDate,
  type MeasureCode,
  type Outcome,
  type Person,
  type PersonalFile,
  type Population,
  type SamplingUnit,
  type Sex,
  type Thing,
  type UnitId,
} from '@rt/domain';
import { byCodeUnit, type FrameUnit } from './draw/frame';

/** The facts of a decision that populations, strata and the figures of a year use: the decision as it was made, and the person on that day. */
export interface DecisionFacts {
  readonly fileId: FileId;
  readonly caseId: CaseId;
  readonly decisionId: DecisionId;
  readonly decidedOn: LocalDate;
  readonly measure: MeasureCode;
  readonly outcome: Outcome;
  readonly grantedExtent: Extent | null;
  readonly unitId: UnitId | undefined;
  readonly sex: Sex | undefined;
  /** Undefined for a decision under another statute. */
  readonly act: Act | undefined;
  /** In whole years. */
  readonly age: number | undefined;
  /** Equal in two files of the same person. It may contain a personal number, so it stays in memory. */
  readonly personKey: string;
  /** A sort key: the day, the time of day, the instant of recording and, if all of these are equal, the id. */
  readonly order: string;
}

/** All decisions in a file. */
export const decisionsIn = (fileId: FileId, file: PersonalFile): readonly DecisionFacts[] =>
  file.things('decision').map((decision) => factsOf(fileId, file, decision));

const factsOf = (fileId: FileId, file: PersonalFile, decision: Thing<'decision'>): DecisionFacts => {
  const { occurredOn: decidedOn, occurredTime, recordedAt, caseId } = decision.created;
  const content = decisionAsItStood(decision);
  const person = personOn(file, decidedOn);
  return {
    fileId,
    // The write side refuses a decision without a case.
    caseId: caseId as CaseId,
    decisionId: decision.id,
    decidedOn,
    measure: content.measure,
    outcome: content.outcome,
    grantedExtent: content.grantedExtent,
    unitId: unitOn(file, decidedOn),
    sex: person?.sex,
    act: actOf(content.law),
    age: person && ageOn(person, decidedOn),
    personKey: person ? personKeyOf(person, fileId) : fileId,
    order: [decidedOn, occurredTime ?? '', recordedAt, decision.id].join(' '),
  };
};

/** A person may have a file at each of two boards. A day of birth alone does not identify a person. */
const personKeyOf = ({ identity }: Person, fileId: FileId): string =>
  identity.kind === 'birthDate' ? fileId : identity.value;

export const isIn = (population: Population, decision: DecisionFacts): boolean =>
  population.measures.includes(decision.measure) &&
  population.outcomes.includes(decision.outcome) &&
  population.decidedFrom <= decision.decidedOn &&
  decision.decidedOn <= population.decidedTo &&
  decision.unitId !== undefined &&
  population.unitIds.includes(decision.unitId) &&
  (population.ageMin === undefined || (decision.age ?? -1) >= population.ageMin);

/**
 * The sampling frame of a population, in ascending order of decision ids. A decision without a unit, a sex or an act that a stratum can have is not
 * in the frame.
 */
export const frameOf = (
  decisions: readonly DecisionFacts[],
  population: Population,
  samplingUnit: SamplingUnit,
): readonly FrameUnit[] => {
  return unitsOf(decisions, population, samplingUnit)
    .flatMap(({ decisionId, fileId, caseId, unitId, sex, act, decidedOn }) =>
      unitId && sex && act ? [{ decisionId, fileId, caseId, unitId, sex, act, decidedOn }] : [],
    )
    .sort((a, b) => byCodeUnit(a.decisionId, b.decisionId));
};

/** The decisions of a population that can be drawn, also those that belong to no stratum. */
export const unitsOf = (
  decisions: readonly DecisionFacts[],
  population: Population,
  samplingUnit: SamplingUnit,
): readonly DecisionFacts[] => {
  const inPopulation = decisions.filter((decision) => isIn(population, decision));
  return samplingUnit === 'everyDecision' ? inPopulation : latestPerPerson(inPopulation);
};

const latestPerPerson = (decisions: readonly DecisionFacts[]): readonly DecisionFacts[] => {
  const latest = new Map<string, DecisionFacts>();
  for (const decision of decisions) {
    const found = latest.get(decision.personKey);
    if (!found || found.order < decision.order) latest.set(decision.personKey, decision);
  }
  return [...latest.values()];
};
