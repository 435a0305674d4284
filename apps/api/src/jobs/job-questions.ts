import type { Instant } from '@rt/domain';
import type { AccessEntry, GeneralPermission } from '@rt/identity';

/** The questions that are answered by jobs, because they read every file: what was known earlier stands in no read model. */
export const JOB_KINDS = ['sampleVerification', 'reviewFrame', 'indicators'] as const;

interface RedrawQuestion {
  readonly kind: 'sampleVerification' | 'reviewFrame';
  readonly reviewId: string;
}

interface IndicatorsQuestion {
  readonly kind: 'indicators';
  readonly reviewId: string;
  readonly knownAt: Instant;
}

export type JobQuestion = RedrawQuestion | IndicatorsQuestion;

/** False for a question that another version of the program stored. */
export const isJobQuestion = ({ kind }: { readonly kind: string }): boolean =>
  (JOB_KINDS as readonly string[]).includes(kind);

/** The permission that the user must have, when the question is asked and each time its job is read. */
export const permissionFor = ({ kind }: JobQuestion): GeneralPermission => {
  switch (kind) {
    case 'sampleVerification':
    case 'reviewFrame':
      return 'reviews.read';
    case 'indicators':
      return 'review.indicators';
  }
};

/** What the access log says of the question, when it is asked and each time its result is read. */
export const loggedAs = (question: JobQuestion): Required<Pick<AccessEntry, 'action' | 'scope'>> => {
  switch (question.kind) {
    case 'sampleVerification':
      return { action: 'list', scope: `verify review=${question.reviewId}` };
    case 'reviewFrame':
      return { action: 'list', scope: `frame review=${question.reviewId}` };
    case 'indicators':
      return { action: 'measure', scope: `review=${question.reviewId} knownAt=${question.knownAt}` };
  }
};
