import type { LocalDate } from '../calendar';
import type { Outcome } from '../codes';
import type { Recorded } from '../event';
import { lastBy } from '../occurrence';
import type { Thing } from '../thing';
import type { DecisionChanged, DecisionContent, DecisionCorrected, DecisionMade } from './decision.events';

type DecisionVersion = Recorded<DecisionMade | DecisionChanged | DecisionCorrected>;

/** The decision as made, and its changes and corrections, in folding order. */
export const decisionVersions = (decision: Thing<'decision'>): readonly DecisionVersion[] => [
  decision.created,
  ...decision.since('DecisionChanged', 'DecisionCorrected'),
];

/** The content of the decision at the end of a day. */
export const decisionContentOn = (decision: Thing<'decision'>, day: LocalDate): DecisionContent =>
  (lastBy(decision.since('DecisionChanged', 'DecisionCorrected'), day) ?? decision.created).data;

/** The decision as it was made, including changes and corrections on the same day. Populations and yearly figures use this content. */
export const decisionAsMade = (decision: Thing<'decision'>): DecisionContent =>
  decisionContentOn(decision, decision.created.occurredOn);

/** Whether rules treat the outcome as an approval. A partial rejection counts as one, because it grants a part. */
export const isApproval = (outcome: Outcome): boolean => outcome !== 'rejection';
