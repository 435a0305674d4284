import type { Recorded, ReviewEvent, ReviewId, Step } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import type { InForce } from '@rt/rules';
import type { AnyTable, OwnedRow, Table } from './database/table';
import type { FileTexts } from './file-texts';

/** Adds a row to a table of the model. */
export type Emit = <Row extends OwnedRow>(table: Table<Row>, row: Row) => void;

/**
 * A read model computes the rows of a stream. `rowsOf` is a pure function of the stream and the rules in force, and reads no clock. Therefore a
 * rebuild gives the same rows as following the events does, an event may be delivered any number of times, and earlier rows need not be known.
 */
interface ReadModelBase {
  readonly name: string;
  /** If it differs from the stored version, the model is rebuilt. Raise it with every change of the rows or tables. */
  readonly version: string;
  /** True: the model is rebuilt when the ruleset changes. */
  readonly readsRuleset?: true;
  readonly tables: readonly AnyTable[];
}

/** A read model of the personal files. */
export interface FileModel extends ReadModelBase {
  readonly of?: undefined;
  /** Steps whose events change no row. Such an event does not update the file's rows; events of all other steps do. */
  readonly ignores?: readonly Step[];
  /** @param texts undefined if the file has no key: then rows hold none of its texts */
  rowsOf(file: LoadedFile, inForce: InForce, emit: Emit, texts?: FileTexts): void;
}

/** A review, with what was recorded of it. */
export interface RecordedReview {
  readonly reviewId: ReviewId;
  readonly recorded: readonly Recorded<ReviewEvent>[];
}

/** A read model of the reviews. */
export interface ReviewModel extends ReadModelBase {
  readonly of: 'reviews';
  rowsOf(review: RecordedReview, emit: Emit): void;
}

export type ReadModel = FileModel | ReviewModel;

export const isOfFiles = (model: ReadModel): model is FileModel => model.of === undefined;
export const isOfReviews = (model: ReadModel): model is ReviewModel => model.of === 'reviews';
