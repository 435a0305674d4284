import type { Text } from '@rt/domain';
import type { ReviewAnswer } from './reviews.queries';

export const STAGES = ['planned', 'approved', 'drawn', 'closing', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_WORDS: Readonly<Record<Stage, Text>> = {
  planned: { sv: 'Planerad, väntar på godkännande', en: 'Planned, waits for approval' },
  approved: { sv: 'Godkänd, urvalet är inte draget', en: 'Approved, the sample is not drawn' },
  drawn: { sv: 'Urvalet är draget, granskning pågår', en: 'The sample is drawn, the review goes on' },
  closing: { sv: 'Avslut är föreslaget', en: 'Closing is proposed' },
  closed: { sv: 'Avslutad', en: 'Closed' },
};

type Dates = Pick<ReviewAnswer, 'approvedAt' | 'drawnAt' | 'closureProposedAt' | 'closedAt'>;

/** How far a review has come. */
export const stageOf = ({ approvedAt, drawnAt, closureProposedAt, closedAt }: Dates): Stage => {
  if (closedAt !== null) return 'closed';
  if (closureProposedAt !== null) return 'closing';
  if (drawnAt !== null) return 'drawn';
  return approvedAt === null ? 'planned' : 'approved';
};
