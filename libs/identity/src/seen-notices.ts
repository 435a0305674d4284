/**
 * Which notices each user has seen. No event says it and it cannot be derived, so it is stored apart from the read models, which may
 * be deleted.
 */
export interface SeenNotices {
  /** Marking a notice again changes nothing. @param at ISO instant, UTC */
  mark(userId: string, noticeIds: readonly string[], at: string): Promise<void>;
  /** Those of the given notices that the user has seen. */
  seenBy(userId: string, noticeIds: readonly string[]): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}
