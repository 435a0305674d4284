import type { Configuration, Recorded, ReviewEvent, ReviewId, Step } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import type { Ruleset } from '@rt/rules';
import type { AnyTable, OwnedRow, Table } from './database/table';
import type { FileTexts } from './file-texts';

/** The municipality's rules, measures and life areas, and the revision of the stream they were read from (-1: there is none). */
export interface InForce {
  readonly ruleset: Ruleset;
  readonly configuration: Configuration;
  readonly revision: number;
}

/** Puts a row into a table of the model. */
export type Emit = <Row extends OwnedRow>(table: Table<Row>, row: Row) => void;

/**
 * A read model: rows that are derived stream by stream. They are a pure function of the stream and of the rules in force, and depend on no
 * clock. So a rebuild gives the same rows as following the store, and an event may be delivered any number of times.
 */
interface ReadModelBase {
  readonly name: string;
  /** A version other than the stored one rebuilds the model. Raise it whenever rows or tables come out differently. */
  readonly version: string;
  /** The model is rebuilt when the ruleset changes. */
  readonly readsRuleset?: true;
  readonly tables: readonly AnyTable[];
}

/** A read model of the personal files. */
export interface FileModel extends ReadModelBase {
  readonly of?: undefined;
  /** Steps whose events change no row. After such an event the rows of the file are not made anew; a step that is not named here counts. */
  readonly ignores?: readonly Step[];
  /** @param texts undefined where the file's key is not at hand: then rows hold none of its texts */
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
