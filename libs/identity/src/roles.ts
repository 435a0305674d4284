/** What a user is employed or engaged to do. A user may have several roles; each role adds permissions and removes none. */
export const ROLES = [
  'caseWorker',
  'unitManager',
  'inspector',
  'reviewApprover',
  'provider',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** A user as the directory describes the user. It holds ids only; names stay in the directory. */
export interface User {
  readonly userId: string;
  readonly roles: readonly Role[];
  /** The user's place of work: a unit, the inspectors' office or a provider's organisation. */
  readonly unitId: string;
  /** The user's board. Left out for inspectors and those who approve reviews, who belong to the whole city, and for providers. */
  readonly boardId?: string;
  /** The provider whose orders the user answers. */
  readonly providerId?: string;
}
