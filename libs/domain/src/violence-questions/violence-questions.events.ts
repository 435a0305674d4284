import type { EventSpecs } from '../event';

/** Frågor om våld ställda (FREDA). That they were asked, and when; the answer has no field. */
export interface ViolenceQuestionsAsked {
  readonly type: 'ViolenceQuestionsAsked';
  readonly data: Readonly<Record<string, never>>;
}

export const NOT_SUITABLE_REASONS = [
  'notAlone',
  'health',
  'communication',
  'declinedMeeting',
  'other',
] as const;

/** Frågor om våld var inte lämpliga att ställa. */
export interface ViolenceQuestionsNotSuitable {
  readonly type: 'ViolenceQuestionsNotSuitable';
  readonly data: { readonly reason: (typeof NOT_SUITABLE_REASONS)[number] };
}

export type ViolenceQuestionsEvent = ViolenceQuestionsAsked | ViolenceQuestionsNotSuitable;

export const violenceQuestionsSpecs = {
  ViolenceQuestionsAsked: { caseId: 'optional' },
  ViolenceQuestionsNotSuitable: { caseId: 'optional' },
} as const satisfies EventSpecs<ViolenceQuestionsEvent>;
