import type { LocalDate } from '../calendar';
import type { Outcome } from '../codes';
import type { Recorded } from '../event';
import { merged } from '../occurrence';
import type { Thing } from '../thing';
import type { EventId, UserId } from '../ids';
import { DECISION_CONTENT } from './decision.events';
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

/** A correction of what a decision said, made after the person had been sent it. */
export interface LateCorrection {
  readonly eventId: EventId;
  readonly event: DecisionVersion;
  readonly servedOn: LocalDate;
  readonly on: LocalDate;
  readonly by: UserId;
  /** What was sent to the person. */
  readonly before: DecisionContent;
}

/**
 * The corrections of a decision's content that were made on a day after the decision was sent. A correction on the day it was sent counts as made
 * before. A corrected day alone changes no content.
 */
export const correctedAfterService = (decision: Thing<'decision'>): readonly LateCorrection[] => {
  const served = decision.since('DecisionServed');
  const own: readonly DecisionVersion[] = [
    decision.created,
    ...decision.since('DecisionChanged', 'DecisionCorrected'),
  ];
  return own.flatMap((event) => {
    const sent = served.find(({ occurredOn }) => occurredOn >= event.occurredOn);
    if (sent === undefined || event.corrections === undefined) return [];
    return event.corrections.flatMap(({ eventId, on, by, before }, index, all) => {
      const after = all[index + 1]?.before ?? event.data;
      return on > sent.occurredOn && contentOf(before) !== contentOf(after)
        ? [{ eventId, event, servedOn: sent.occurredOn, on, by, before: before as DecisionContent }]
        : [];
    });
  });
};

/** The content of a decision as one text. Ids and days of the entry are no content. */
export const contentOf = (data: object): string =>
  JSON.stringify(DECISION_CONTENT.map((name) => (data as Readonly<Record<string, unknown>>)[name] ?? null));

/** The decision as it stood for the person and for reviews: as made, without corrections that came after it was sent. */
export const decisionAsItStood = (decision: Thing<'decision'>): DecisionContent => {
  const { created } = decision;
  const first = correctedAfterService(decision).find(({ event }) => event === created);
  const hasLater = decision
    .since('DecisionChanged', 'DecisionCorrected')
    .some(({ occurredOn }) => occurredOn <= created.occurredOn);
  return first && !hasLater ? first.before : decisionAsMade(decision);
};
