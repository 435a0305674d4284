import type { HouseSettings } from '@rt/composition';
import type { FileId, LocalDate } from '@rt/domain';
import type { Position } from '@rt/event-store';
import type { OpenByRule } from '@rt/read-models';
import type { Fault } from '../observing/fault';

/** What the projection thread is given when it starts. */
export interface ProjectionThreadData {
  readonly settings: HouseSettings;
  /** The last position that the browsers were told of; undefined: they have been told nothing. */
  readonly announcedTo: Position | undefined;
}

/** Files in which something was recorded, and the rows have it. */
export interface Touched {
  /** The rows have everything up to here. */
  readonly position: Position;
  /** `tooMany`: more than are told one by one. */
  readonly fileIds: readonly FileId[] | 'tooMany';
}

/**
 * What the API thread sends. `written`: this process appended something. `wanted`: a request waits for a position that the rows do not
 * have yet. `count`: count the findings of a day when there is time. `end`: end.
 */
export type ToProjections =
  | { readonly is: 'written' }
  | { readonly is: 'wanted' }
  | { readonly is: 'count'; readonly on: LocalDate }
  | { readonly is: 'end' };

/**
 * What the projection thread sends. `touched` comes before the `reached` of the same position, so that a browser hears of a step before
 * a request that waited for it is answered. `damaged`: an event or a file could not be read, and was left out. `caughtUp`: there is nothing more to do now.
 */
export type FromProjections =
  | { readonly is: 'touched'; readonly touched: Touched }
  | { readonly is: 'reached'; readonly position: Position }
  | { readonly is: 'caughtUp' }
  | { readonly is: 'counted'; readonly openByRule: readonly OpenByRule[] }
  | { readonly is: 'damaged' }
  | { readonly is: 'failed'; readonly fault: Fault };
