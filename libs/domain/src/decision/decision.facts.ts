import type { LocalDate } from '../calendar';
import type { Outcome } from '../codes';
import type { Recorded } from '../event';
import type { Thing } from '../thing';
import type { DecisionChanged, DecisionContent, DecisionCorrected, DecisionMade } from './decision.events';

type Version = Recorded<DecisionMade | DecisionChanged | DecisionCorrected>;

/** The decision and its changed and corrected contents, oldest first; the decision itself comes first. */
export const decisionVersions = (decision: Thing<'decision'>): readonly Version[] => [
  decision.created,
  ...[...decision.since('DecisionChanged'), ...decision.since('DecisionCorrected')].sort(
    (a: Version, b: Version) =>
      a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : a.revision - b.revision,
  ),
];

/** The decision as it read on a day. */
export const decisionContentOn = (decision: Thing<'decision'>, day: LocalDate): DecisionContent =>
  (decisionVersions(decision).findLast((version) => version.occurredOn <= day) ?? decision.created).data;

/** A partial rejection is an approval and a rejection in one decision; in rules it counts as an approval. */
export const isApproval = (outcome: Outcome): boolean => outcome !== 'rejection';
