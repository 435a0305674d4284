import type { Step } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import type { InForce } from '@rt/rules';
import type { AnyTable, OwnedRow, Table } from './database/table';
import type { FileTexts } from './file-texts';
import type { OtherKind, OtherStreams } from './other-streams';

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

/** A read model of the reviews or of the units. */
interface OtherModelOf<K extends OtherKind> extends ReadModelBase {
  readonly of: K;
  rowsOf(stream: OtherStreams[K], emit: Emit): void;
}
export type ReviewModel = OtherModelOf<'reviews'>;
export type UnitModel = OtherModelOf<'units'>;

export type ReadModel = FileModel | ReviewModel | UnitModel;

export const isOfFiles = (model: ReadModel): model is FileModel => model.of === undefined;

/** The models of the reviews or of the units, each as a function from what a stream holds to its rows. */
export const modelsOf = (models: readonly ReadModel[], kind: OtherKind): readonly OtherModel[] =>
  models.filter(({ of }) => of === kind) as unknown as readonly OtherModel[];
export interface OtherModel extends ReadModelBase {
  rowsOf(stream: OtherStreams[OtherKind], emit: Emit): void;
}

/** The tables whose rows are derived from the files, the reviews or the units. */
export const tablesOf = (models: readonly ReadModel[], kind: 'files' | OtherKind): readonly AnyTable[] =>
  models.filter(({ of }) => (of ?? 'files') === kind).flatMap(({ tables }) => tables);
