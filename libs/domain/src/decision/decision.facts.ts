import type { LocalDate } from '../calendar';
import type { Outcome } from '../codes';
import type { Recorded } from '../event';
import { merged } from '../occurrence';
import type { Thing } from '../thing';
import type {
  AppealDecided,
  DecisionChanged,
  DecisionContent,
  DecisionCorrected,
  DecisionMade,
} from './decision.events';

/** An event that says what a decision reads from its day on. A judgment that grants something is one: from its day it is the content. */
type DecisionVersion = Recorded<DecisionMade | DecisionChanged | DecisionCorrected | AppealDecided>;

export interface DecisionReading {
  readonly event: DecisionVersion;
  readonly content: DecisionContent;
}

/** What the decision says as made, after each change and correction, and after each judgment that grants something, in folding order. */
export const decisionReadings = (decision: Thing<'decision'>): readonly DecisionReading[] => {
  const { created } = decision;
  let content: DecisionContent = created.data;
  const changes = decision.since('DecisionChanged', 'DecisionCorrected');
  const judgments = grantingJudgments(decision);
  const later = judgments.length === 0 ? changes : merged<DecisionVersion>([changes, judgments]);
  return [
    { event: created, content },
    ...later.map((event) => {
      content = event.type === 'AppealDecided' ? asGranted(content, event) : event.data;
      return { event, content };
    }),
  ];
};

/** The events of `decisionReadings`. */
export const decisionVersions = (decision: Thing<'decision'>): readonly DecisionVersion[] =>
  decisionReadings(decision).map(({ event }) => event);

/** The content of the decision at the end of a day. */
export const decisionContentOn = (decision: Thing<'decision'>, day: LocalDate): DecisionContent =>
  readingOn(decision, day)?.content ?? decision.created.data;

/** The judgment whose content the decision has at the end of a day; undefined if its content is the board's own. */
export const courtsDecisionOn = (
  decision: Thing<'decision'>,
  day: LocalDate,
): Recorded<AppealDecided> | undefined => {
  const event = readingOn(decision, day)?.event;
  return event?.type === 'AppealDecided' ? event : undefined;
};

const readingOn = (decision: Thing<'decision'>, day: LocalDate): DecisionReading | undefined =>
  decisionReadings(decision)
    .slice(1)
    .findLast(({ event }) => event.occurredOn <= day);

/** The judgments that changed the decision and say what they grant. One from before its own appeal is impossible and is left out. */
const grantingJudgments = (decision: Thing<'decision'>): readonly Recorded<AppealDecided>[] =>
  decision
    .linked('appeal')
    .flatMap((appeal) =>
      appeal
        .since('AppealDecided')
        .filter(
          ({ occurredOn, data }) =>
            data.outcome === 'changed' &&
            data.grants !== undefined &&
            occurredOn >= appeal.created.occurredOn,
        ),
    );

/** The content after a judgment: what the court granted, and everything else as the board wrote it. */
const asGranted = (before: DecisionContent, { data }: Recorded<AppealDecided>): DecisionContent => {
  const { from: _, to: __, rejectionGround: ___, ...kept } = before;
  return { ...kept, ...data.grants };
};

/** The decision as it was made, including changes and corrections on the same day. Populations and yearly figures use this content. */
export const decisionAsMade = (decision: Thing<'decision'>): DecisionContent =>
  decisionContentOn(decision, decision.created.occurredOn);

/** Whether rules treat the outcome as an approval. A partial rejection counts as one, because it grants a part. */
export const isApproval = (outcome: Outcome): boolean => outcome !== 'rejection';
