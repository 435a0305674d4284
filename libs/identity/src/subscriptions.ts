/** What a user has asked to be told outside the pages. */
export interface Subscription {
  /** The hour in Sweden from which the mail of the day is sent, 0-23. */
  readonly digestHour?: number;
  /** When the address of the calendar was made. ISO instant, UTC. */
  readonly calendarSince?: string;
}

/** When a user wants the mail of the day. */
export interface DigestChoice {
  /** The hour in Sweden, 0-23. */
  readonly hour: number;
  /** The last day in Sweden that needs no mail any more: today, where the hour has passed. ISO day. */
  readonly told?: string;
}

/**
 * The port of what users have subscribed to. It is in no event and cannot be derived. The address of a calendar is secret: only a hash of it is stored, so
 * that nobody who reads the data folder can open a calendar.
 */
export interface Subscriptions {
  of(userId: string): Promise<Subscription>;
  /** @param choice undefined: no mail */
  chooseDigest(userId: string, choice: DigestChoice | undefined): Promise<void>;
  /** The users whose hour has come on the day, and who have not been told on it. @param day ISO day @param hour 0-23 */
  digestsDue(day: string, hour: number): Promise<readonly string[]>;
  /** Says that the user needs no more mail on the day. Nothing, if the user has none chosen any more. */
  digestTold(userId: string, day: string): Promise<void>;
  /** Makes a new secret; the former one opens nothing any more. @param at ISO instant, UTC @returns the secret, which is stored nowhere */
  openCalendar(userId: string, at: string): Promise<string>;
  closeCalendar(userId: string): Promise<void>;
  /** The user whose calendar the secret opens. */
  userOfCalendar(secret: string): Promise<string | undefined>;
  close(): Promise<void>;
}
