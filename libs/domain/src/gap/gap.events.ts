import type { EventSpecs } from '../event';

/** Brist kvitterad: seen and explained by a named person. It stays visible. */
export interface GapAcknowledged {
  readonly type: 'GapAcknowledged';
  readonly data: { readonly obligationId: string; readonly reason: string };
}

/** Kvittering återtagen. */
export interface GapAcknowledgementWithdrawn {
  readonly type: 'GapAcknowledgementWithdrawn';
  readonly data: { readonly obligationId: string; readonly reason: string };
}

export const JUDGEMENTS = ['met', 'notMet', 'notApplicable'] as const;

/** Bedömning gjord, for rules that only a person can decide. */
export interface JudgementRecorded {
  readonly type: 'JudgementRecorded';
  readonly data: {
    readonly ruleId: string;
    /** Id of the thing that is judged. */
    readonly subject: string;
    readonly judgement: (typeof JUDGEMENTS)[number];
    readonly reason: string;
  };
}

export type GapEvent = GapAcknowledged | GapAcknowledgementWithdrawn | JudgementRecorded;

export const gapSpecs = {
  GapAcknowledged: { caseId: 'optional', whileClosed: true },
  GapAcknowledgementWithdrawn: { caseId: 'optional', whileClosed: true },
  JudgementRecorded: { caseId: 'optional', whileClosed: true },
} as const satisfies EventSpecs<GapEvent>;
