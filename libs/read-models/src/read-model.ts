import type { Configuration, Step } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import type { Ruleset } from '@rt/rules';
import type { AnyTable, FileRow, Table } from './database/table';
import type { FileTexts } from './file-texts';

/** The municipality's rules, measures and life areas, and the revision of the stream they were read from (-1: there is none). */
export interface InForce {
  readonly ruleset: Ruleset;
  readonly configuration: Configuration;
  readonly revision: number;
}

/** Puts a row into a table of the model. */
export type Emit = <Row extends FileRow>(table: Table<Row>, row: Row) => void;

/**
 * A read model: the rows that a file comes to. A pure function of the file and the rules in force, which asks no clock: that is why a
 * rebuild gives what following gave, why an event may be delivered any number of times, and why a row's history needs no care.
 */
export interface ReadModel {
  readonly name: string;
  /** Another version than the one stored rebuilds the model. Raise it whenever rows or tables come out differently. */
  readonly version: string;
  /** Steps whose events change no row. After such an event the rows of the file are not made anew; a step that is not named here counts. */
  readonly ignores?: readonly Step[];
  /** Made anew where the ruleset changes. */
  readonly readsRuleset?: true;
  readonly tables: readonly AnyTable[];
  /** @param texts undefined where the file's key is not at hand: then rows hold none of its texts */
  rowsOf(file: LoadedFile, inForce: InForce, emit: Emit, texts?: FileTexts): void;
}
