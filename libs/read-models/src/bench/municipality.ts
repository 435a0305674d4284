import { hash, randomUUID } from 'node:crypto';
import {
  asHistory,
  DEFAULT_CONFIGURATION,
  type FileId,
  type ReviewId,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { DEFAULT_RULESET } from '@rt/rules';
import type { ReadDatabase } from '../database/read-database';
import type { SealedRows } from '../database/sealed-rows';
import { BulkInsert, cellsOf, createBeside, putInPlace } from '../database/tables.sql';
import type { AnyTable, FileRow, OwnedRow } from '../database/table';
import type { FileTexts } from '../file-texts';
import { ALL_MODELS, FILE_MODELS } from '../models';
import { sampledFilesTable } from '../samples/samples.table';
import { LoadedFile, streamOfFile } from '@rt/files';
import { benchSeal } from './bench-seal';
import { believableHistory, templatesMax } from './histories';

const filesPerUnit = 600;
const workersPerUnit = 8;
/** As many as the cases in the sample of the inspectors' review. */
const filesInSample = 118;
const SAMPLED_BY = 'review' as ReviewId;
/** A prime that divides none of the used numbers of files, so that a unit's files are scattered as after a rebuild, which follows random ids. */
const stride = 7_919;

/** The read database of a municipality, and the units, case workers and files to ask about. */
export interface Municipality extends SealedRows {
  /** A unit that has its full number of files; different numbers give different units. */
  unit(number: number): UnitId;
  /** A case worker of such a unit; different numbers give different case workers. */
  worker(number: number): UserId;
}

/** Makes a read database: the models' rows for realistic files, written directly into the tables. */
export const foundMunicipality = async (
  db: ReadDatabase,
  files: number,
  onProgress?: (text: string) => void,
): Promise<Municipality> => {
  const templates = Array.from({ length: Math.min(templatesMax, files) }, (_, variant) =>
    rowsOfFile(variant),
  );
  const tables = ALL_MODELS.flatMap((model) => model.tables);
  const wholeUnits = Math.max(1, Math.floor(files / filesPerUnit));
  await db.writer.transaction().execute(async (trx) => {
    const inserts = new Map<AnyTable, BulkInsert>();
    for (const table of tables) {
      await createBeside(trx, table);
      inserts.set(table, new BulkInsert(trx, table, 'beside'));
    }
    for (let file = 0; file < files; file++) {
      const fileId = randomUUID() as string as FileId;
      const unit = Math.floor(((file * stride) % files) / filesPerUnit);
      const holder = { fileId, unitId: unitOf(unit), workerId: workerOf(unit, file) };
      for (const [table, row] of templates[file % templates.length] ?? []) {
        const insert = inserts.get(table) as BulkInsert;
        if (insert.add(cellsOf(table, sealedRow(table, { ...row, ...holder })))) await insert.flush();
      }
      if (file % Math.ceil(files / filesInSample) === 0)
        inserts.get(sampledFilesTable)?.add(cellsOf(sampledFilesTable, { reviewId: SAMPLED_BY, fileId }));
      if (file % 10_000 === 0) onProgress?.(`municipality: ${file} of ${files} files`);
    }
    for (const insert of inserts.values()) await insert.flush();
    for (const table of tables) await putInPlace(trx, table);
  });
  await db.tidy();
  const one = (number: number): number => (number * 7) % wholeUnits;
  return {
    db,
    store: { textSeal: async (stream) => benchSeal(stream) },
    unit: (number) => unitOf(one(number)),
    worker: (number) => workerOf(one(number), number),
  };
};

const unitOf = (unit: number): UnitId => `unit-${unit}` as UnitId;
const workerOf = (unit: number, file: number): UserId => `worker-${unit}-${file % workersPerUnit}` as UserId;

/** Keeps the texts of a template as they are, until they are sealed for each of its files. */
const UNSEALED: FileTexts = {
  seal: (purpose, text) => JSON.stringify([purpose, text]),
  hash: (_purpose, text) => hash('sha256', text, 'base64url').slice(0, 22),
};

const sealedRow = (table: AnyTable, row: FileRow): FileRow => {
  const texts = Object.entries(row).filter(
    ([name, value]) => table.columns[name]?.kind === 'sealed' && value !== null,
  );
  if (texts.length === 0) return row;
  const { seal } = benchSeal(streamOfFile(row.fileId));
  return {
    ...row,
    ...Object.fromEntries(
      texts.map(([name, unsealed]) => [name, seal(...(JSON.parse(unsealed as string) as [string, string]))]),
    ),
  };
};

const rowsOfFile = (variant: number): readonly (readonly [AnyTable, OwnedRow])[] => {
  const rows: [AnyTable, OwnedRow][] = [];
  const reading = new LoadedFile('' as FileId, asHistory(believableHistory(variant, 100)));
  const inForce = { ruleset: DEFAULT_RULESET, configuration: DEFAULT_CONFIGURATION, revision: -1 };
  for (const model of FILE_MODELS)
    model.rowsOf(reading, inForce, (table, row) => void rows.push([table, row]), UNSEALED);
  return rows;
};
