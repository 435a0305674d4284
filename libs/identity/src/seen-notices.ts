/**
 * Which notices somebody has seen. A user's own affair: no event says it, and it can be made of nothing else, so it is kept beside the
 * sessions and not among the read models, which may be deleted.
 */
export interface SeenNotices {
  /** Marks again what is marked already: nothing changes. @param at ISO instant, UTC */
  mark(userId: string, noticeIds: readonly string[], at: string): Promise<void>;
  /** Of some notices, those that the user has seen. */
  seenBy(userId: string, noticeIds: readonly string[]): Promise<ReadonlySet<string>>;
}
