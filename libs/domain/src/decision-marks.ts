/** What is shown beside a decision: that it was corrected after it was sent, that it is a court's, and that an entry about it was taken out. */
import { END_OF_TIME, type LocalDate } from './calendar';
import type { Text } from './declare';
import { COURTS } from './decision/decision.events';
import { correctedAfterService, courtsDecisionOn } from './decision/decision.facts';
import { RETRACTION_KINDS, type RetractionKind } from './entry/entry.events';
import type { Recorded } from './event';
import { lastVerdicts, type Moment } from './history';
import type { DecisionId } from './ids';
import type { PersonalFile } from './personal-file';
import type { Thing } from './thing';
import { SPECS, stepOf, type PersonalFileEvent } from './vocabulary';

export interface DecisionMark {
  readonly on: LocalDate;
  readonly text: Text;
}

export interface DecisionMarks {
  readonly correctedAfterService?: DecisionMark;
  readonly byCourt?: DecisionMark & { readonly courtCaseNumber?: string };
}

export const decisionMarks = (decision: Thing<'decision'>): DecisionMarks => {
  const late = correctedAfterService(decision).at(-1);
  const judgment = courtsDecisionOn(decision, END_OF_TIME);
  return {
    ...(late && { correctedAfterService: { on: late.on, text: textOfMark('correctedAfterService', null) } }),
    ...(judgment && {
      byCourt: {
        on: judgment.occurredOn,
        text: textOfMark('byCourt', judgment.data.court ?? null),
        ...(judgment.data.courtCaseNumber !== undefined && {
          courtCaseNumber: judgment.data.courtCaseNumber,
        }),
      },
    }),
  };
};

export const MARK_KINDS = ['correctedAfterService', 'byCourt', 'entryRetracted'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
/** The court, or why the entry was retracted; null: not said. */
export type MarkDetail = (typeof COURTS)[number] | RetractionKind | null;

/** A mark of a decision as lists have it: a day and codes. */
export interface CodedMark {
  readonly decisionId: DecisionId;
  readonly kind: MarkKind;
  readonly on: LocalDate;
  readonly detail: MarkDetail;
}

/** The words of a mark. */
export const textOfMark = (kind: MarkKind, detail: MarkDetail): Text => {
  switch (kind) {
    case 'correctedAfterService':
      return { sv: 'rättad i efterhand', en: 'corrected afterwards' };
    case 'byCourt':
      return COURTS.labels[detail as (typeof COURTS)[number]] ?? { sv: 'domstolens', en: 'the court’s' };
    case 'entryRetracted': {
      const why = detail === null ? undefined : RETRACTION_KINDS.labels[detail as RetractionKind];
      return {
        sv: `anteckning makulerad${why ? `: ${lowered(why.sv)}` : ''}`,
        en: `an entry retracted${why ? `: ${lowered(why.en)}` : ''}`,
      };
    }
  }
};

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * The marks of every decision of a file, at a moment. Of the entries about a decision that were retracted, the last retraction counts; a retracted decision is
 * not in the file and has no marks.
 * @param file the file at the same moment
 */
export const codedMarks = (
  file: PersonalFile,
  recorded: readonly Recorded<PersonalFileEvent>[],
  { asOf, knownAt }: Moment = {},
): readonly CodedMark[] => {
  const known = knownAt === undefined ? recorded : recorded.filter((event) => event.recordedAt <= knownAt);
  const marks: CodedMark[] = [];
  for (const decision of file.things('decision')) {
    const { correctedAfterService: late, byCourt } = decisionMarks(decision);
    if (late)
      marks.push({ decisionId: decision.id, kind: 'correctedAfterService', on: late.on, detail: null });
    if (byCourt) {
      const court = courtsDecisionOn(decision, END_OF_TIME)?.data.court ?? null;
      marks.push({ decisionId: decision.id, kind: 'byCourt', on: byCourt.on, detail: court });
    }
  }
  const retractions = new Map<DecisionId, CodedMark>();
  const verdicts = lastVerdicts(known);
  if (verdicts.size > 0)
    for (const event of known) {
      const verdict = verdicts.get(event.id);
      const decisionId = event.redacted || !isOfDecision(event.type) ? undefined : decisionOf(event);
      if (verdict?.type !== 'EntryRetracted' || decisionId === undefined || !file.get('decision', decisionId))
        continue;
      const { occurredOn, data } = verdict;
      const earlier = retractions.get(decisionId);
      if (earlier === undefined || earlier.on <= occurredOn)
        retractions.set(decisionId, {
          decisionId,
          kind: 'entryRetracted',
          on: occurredOn,
          detail: data.kind ?? null,
        });
    }
  return [...marks, ...retractions.values()].filter(({ on }) => asOf === undefined || on <= asOf);
};

/** An entry that states the decision or what became of it. The offer of a plan, which names a decision too, says nothing of it. */
const isOfDecision = (type: PersonalFileEvent['type']): boolean =>
  SPECS[type].about === 'decision' && stepOf(type) === 'decision';

const decisionOf = ({ data }: Recorded<PersonalFileEvent>): DecisionId | undefined =>
  (data as { readonly decisionId?: DecisionId }).decisionId;
