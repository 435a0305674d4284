const hourMs = 3_600_000;

/** A forward leap beyond this stops writing while the process runs. */
export const leapRunningMaxMs = 24 * hourMs;
/** A start that lies further after the newest event than this has to be confirmed. */
export const leapAtStartMaxMs = 90 * 24 * hourMs;

/** The clock has leapt forward, and nobody has confirmed that it is right. Nothing is recorded until somebody does. */
export class ClockLeapt extends Error {
  readonly code = 'CLOCK_LEAPT';
  constructor(readonly now: string) {
    super(
      `the clock says ${now}, far after what was expected; set it right, or confirm it with \`rt clock --confirm\``,
    );
  }
}

export interface ClockGuardParts {
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonicMs: () => number;
  /** When the newest event was recorded; undefined in an empty store. */
  readonly lastRecordedAt: string | undefined;
  /** The instant that somebody confirmed last. Asked only while the clock seems to have leapt. */
  readonly confirmedAt: () => string | undefined;
}

/**
 * Stops writing when the clock has leapt forward: a single event of 2036 would hide everything that is recorded later from "as known now" until then. A
 * clock that is set back does no harm, because no stream goes backwards. A machine that slept looks like a leap, and asks once.
 */
export class ClockGuard {
  /** The latest instant that was accepted, and when that was by the monotonic clock. */
  private accepted: { readonly wallMs: number; readonly monotonicMs: number } | undefined;

  constructor(private readonly parts: ClockGuardParts) {}

  /** @throws ClockLeapt */
  check(now: string): void {
    if (this.hasLeapt(now)) throw new ClockLeapt(now);
  }

  hasLeapt(now: string): boolean {
    const wallMs = Date.parse(now);
    const monotonicMs = this.parts.monotonicMs();
    const { expectedMs, leapMaxMs } = this.expectation(monotonicMs);
    if (expectedMs !== undefined && wallMs - expectedMs > leapMaxMs && !this.isConfirmed(wallMs, leapMaxMs))
      return true;
    // What was expected stays where the clock was set back, so that setting it right again is no leap.
    if (this.accepted === undefined || expectedMs === undefined || wallMs >= expectedMs)
      this.accepted = { wallMs, monotonicMs };
    return false;
  }

  private expectation(monotonicMs: number): { readonly expectedMs?: number; readonly leapMaxMs: number } {
    if (this.accepted !== undefined) {
      const expectedMs = this.accepted.wallMs + monotonicMs - this.accepted.monotonicMs;
      return { expectedMs, leapMaxMs: leapRunningMaxMs };
    }
    const { lastRecordedAt } = this.parts;
    return {
      ...(lastRecordedAt !== undefined && { expectedMs: Date.parse(lastRecordedAt) }),
      leapMaxMs: leapAtStartMaxMs,
    };
  }

  /** A confirmation holds for the time after it, as long as a leap may be. */
  private isConfirmed(wallMs: number, leapMaxMs: number): boolean {
    const confirmedAt = this.parts.confirmedAt();
    if (confirmedAt === undefined) return false;
    const sinceMs = wallMs - Date.parse(confirmedAt);
    return sinceMs >= 0 && sinceMs <= leapMaxMs;
  }
}
