/** What a user has written in a form and not recorded yet. It is no event, and nobody but its author sees it. */
export interface Draft {
  /** UUID. The author’s program sends the same id as the Idempotency-Key of the step, so that recording the step ends the draft. */
  readonly draftId: string;
  readonly userId: string;
  /** Null: the file is not opened yet. */
  readonly fileId: string | null;
  /** ISO instant, UTC. */
  readonly savedAt: string;
  /** JSON of what is written, sealed where it is stored. */
  readonly content: string;
}

/** A draft is removed this many days after it was saved for the last time. */
export const draftDaysMax = 30;
/** The drafts that one user may have. */
export const draftsPerUserMax = 50;
/** The bytes of one draft’s content, in UTF-8. */
export const draftBytesMax = 200_000;

/** The instant at which a draft that was saved then is removed. */
export const draftKeptUntil = (savedAt: string): string =>
  new Date(Date.parse(savedAt) + draftDaysMax * 86_400_000).toISOString();

export const isDraftKept = ({ savedAt }: Pick<Draft, 'savedAt'>, now: string): boolean =>
  draftKeptUntil(savedAt) > now;
