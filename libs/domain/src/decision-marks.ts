/** What is shown beside the content of a decision: that it was corrected after it was sent, and that it is a court's. */
import type { LocalDate } from './calendar';
import type { Text } from './declare';
import { correctedAfterService, courtsDecisionOn } from './decision/decision.facts';
import { COURTS } from './decision/decision.events';
import { END_OF_TIME } from './calendar';
import type { Thing } from './thing';

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
  const court = judgment?.data.court;
  return {
    ...(late && {
      correctedAfterService: { on: late.on, text: { sv: 'rättad i efterhand', en: 'corrected afterwards' } },
    }),
    ...(judgment && {
      byCourt: {
        on: judgment.occurredOn,
        text: court ? COURTS.labels[court] : { sv: 'domstolens', en: 'the court’s' },
        ...(judgment.data.courtCaseNumber !== undefined && {
          courtCaseNumber: judgment.data.courtCaseNumber,
        }),
      },
    }),
  };
};
