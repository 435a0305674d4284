import type { KeyObject } from 'node:crypto';
import path from 'node:path';
import { AuthenticatedFile } from './authenticated-file';

/** An instant at which somebody said that the clock is right. */
export interface ClockConfirmation extends Readonly<Record<string, string>> {
  readonly at: string;
  readonly by: string;
}

/** The last confirmation of the clock. Nothing is there until somebody has confirmed it. */
export type ConfirmedClock = AuthenticatedFile<ClockConfirmation>;

export const confirmedClockIn = (dataDir: string, key: KeyObject): ConfirmedClock =>
  new AuthenticatedFile(path.join(dataDir, 'clock-confirmed.json'), key, ['at', 'by']);
