import type { HouseSettings } from '@rt/composition';
import type { FileId, LocalDate } from '@rt/domain';
import type { Position } from '@rt/event-store';
import type { OpenByRule } from '@rt/read-models';
import type { Fault } from '../observing/fault';
import type { CheckpointOutcome, CheckpointSettings } from './due-checkpoints';
import type { ScrubOutcome, ScrubSettings } from './due-scrub';

/** The data that the projection thread gets when it starts. */
export interface ProjectionThreadData {
  readonly settings: HouseSettings;
  readonly checkpoints: CheckpointSettings;
  readonly scrub: ScrubSettings;
  /** The last position that was announced to the browsers; undefined if none was. */
  readonly announcedTo: Position | undefined;
}

/** Files with new events that the rows of the read models include. */
export interface Touched {
  /** The rows include all events up to this position. */
  readonly position: Position;
  /** `tooMany`: more files than are announced one by one. */
  readonly fileIds: readonly FileId[] | 'tooMany';
}

/**
 * Messages from the API thread. `written`: this process appended events. `wanted`: a request waits for a position that the rows do not include yet.
 * `readModelsDamaged`: a request met damage in the read models. `count`: count the open findings of a day, when there is time. `end`: stop.
 */
export type ToProjections =
  | { readonly is: 'written' }
  | { readonly is: 'wanted' }
  | { readonly is: 'readModelsDamaged' }
  | { readonly is: 'count'; readonly on: LocalDate }
  | { readonly is: 'end' };

/**
 * Messages from the projection thread. `touched` is sent before the `reached` of the same position, so that a browser learns of a step before a
 * request that waited for it is answered. `damaged`: an event or a file could not be read and was left out. `madeAnew`: a damaged database was moved aside;
 * `readModelsWhole`: the file of the read models has all rows, also if it is another one than before. `caughtUp`: all events have been processed.
 */
export type FromProjections =
  | { readonly is: 'touched'; readonly touched: Touched }
  | { readonly is: 'reached'; readonly position: Position }
  | { readonly is: 'caughtUp' }
  | { readonly is: 'counted'; readonly openByRule: readonly OpenByRule[] }
  | { readonly is: 'damaged' }
  | { readonly is: 'madeAnew'; readonly file: string }
  | { readonly is: 'readModelsWhole' }
  | CheckpointOutcome
  | ScrubOutcome
  | { readonly is: 'failed'; readonly fault: Fault };
