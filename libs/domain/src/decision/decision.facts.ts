import type { LocalDate } from '../calendar';
import type { Outcome } from '../codes';
import type { Recorded } from '../event';
import { lastBy } from '../occurrence';
import type { Thing } from '../thing';
import type { DecisionChanged, DecisionContent, DecisionCorrected, DecisionMade } from './decision.events';

type Version = Recorded<DecisionMade | DecisionChanged | DecisionCorrected>;

/** The decision, and the contents it was changed and corrected to, in folding order. */
export const decisionVersions = (decision: Thing<'decision'>): readonly Version[] => [
  decision.created,
  ...decision.since('DecisionChanged', 'DecisionCorrected'),
];

/** The decision as it read at the end of a day. */
export const decisionContentOn = (decision: Thing<'decision'>, day: LocalDate): DecisionContent =>
  (lastBy(decision.since('DecisionChanged', 'DecisionCorrected'), day) ?? decision.created).data;

/** The decision as it was made: with what was changed or corrected on that very day. Populations and figures of a year ask for this. */
export const decisionAsMade = (decision: Thing<'decision'>): DecisionContent =>
  decisionContentOn(decision, decision.created.occurredOn);

/** A partial rejection is an approval and a rejection in one decision; in rules it counts as an approval. */
export const isApproval = (outcome: Outcome): boolean => outcome !== 'rejection';
