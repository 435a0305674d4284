/** What somebody is employed or engaged to do. One person may hold several; each gives its rights and takes none. */
export const ROLES = ['caseWorker', 'unitManager', 'inspector', 'provider', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking, as the directory knows them. Ids only: the name is the directory's own affair. */
export interface User {
  readonly userId: string;
  readonly roles: readonly Role[];
  /** Where they serve: the unit, the inspectors' office, the provider's house. */
  readonly unitId: string;
  /** The board they serve under. Inspectors are the whole city's and providers are nobody's: they have none. */
  readonly boardId?: string;
  /** The provider they answer orders for. */
  readonly providerId?: string;
}
