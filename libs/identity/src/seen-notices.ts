/**
 * The port of the marks that say which notices each user has seen. They are in no event and cannot be derived, so they are stored outside the read
 * models, which may be deleted.
 */
export interface SeenNotices {
  /** Marks notices as seen. Marking a notice again changes nothing. @param at ISO instant, UTC */
  mark(userId: string, noticeIds: readonly string[], at: string): Promise<void>;
  /** The given notices that the user has seen. */
  seenBy(userId: string, noticeIds: readonly string[]): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}
