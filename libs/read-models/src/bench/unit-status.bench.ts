import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  addDays,
  asHistory,
  DEFAULT_CONFIGURATION,
  on,
  type FileId,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { DEFAULT_RULESET } from '@rt/rules';
import { openReadDatabase } from '../database/read-database.sqlite';
import type { ReadDatabase } from '../database/read-database';
import { BulkInsert, cellsOf, createBeside, putInPlace } from '../database/tables.sql';
import { findings } from '../findings/findings.read-model';
import { findingsTable, type FindingRow } from '../findings/findings.table';
import { readingOf } from '../read-file';
import { unitStatusOn } from '../unit-status/unit-status.query';
import { benchRow, type BenchRow } from './bench-row';
import { believableHistory, templatesMax } from './histories';
import { median, milliseconds } from './timing';

export interface UnitStatusBenchOptions {
  /** Where temporary databases are made. */
  readonly folder: string;
  /** A large and a small municipality, in files. */
  readonly files?: number;
  readonly filesSmall?: number;
  readonly onProgress?: (text: string) => void;
}

const filesPerUnit = 600;
const workersPerUnit = 8;
const questions = 60;
const slowerMax = 3;

/**
 * A unit's status on days all over the years: in a large municipality against a small one whose units are as big. The rows are what the rules
 * find in believable files, written straight into the read database.
 */
export const benchUnitStatus = async (options: UnitStatusBenchOptions): Promise<readonly BenchRow[]> => {
  const { files = 100_000, filesSmall = 1_000, onProgress } = options;
  const folder = mkdtempSync(join(options.folder, 'bench-'));
  try {
    const templates = Array.from({ length: Math.min(templatesMax, files) }, (_, variant) =>
      rowsOfFile(variant),
    );
    const small = await fill(join(folder, 'small.sqlite'), filesSmall, templates, onProgress);
    const large = await fill(join(folder, 'large.sqlite'), files, templates, onProgress);
    // They take turns, so that whatever else the machine does hits both.
    const times = { small: [] as number[], large: [] as number[] };
    for (let i = 0; i < questions; i++) {
      times.small.push(await ask(small, filesSmall, i));
      times.large.push(await ask(large, files, i));
    }
    await small.close();
    await large.close();
    const value = median(times.large);
    const baseline = median(times.small);
    const row = `unit status at ${files} files, ms, against ${filesSmall} files`;
    return [benchRow(row, value, baseline, baseline / value, 1 / slowerMax)];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const ask = (db: ReadDatabase, files: number, i: number): Promise<number> => {
  const wholeUnits = Math.max(1, Math.floor(files / filesPerUnit));
  const question = { unit: unitOf((i * 7) % wholeUnits), on: addDays(on('2023-06-01'), (i * 131) % 1_000) };
  return milliseconds(async () => void (await unitStatusOn(db, question)));
};

const unitOf = (number: number): UnitId => `unit-${number}` as UnitId;

const fill = async (
  path: string,
  files: number,
  templates: readonly (readonly FindingRow[])[],
  onProgress: UnitStatusBenchOptions['onProgress'],
): Promise<ReadDatabase> => {
  const db = await openReadDatabase(path);
  await db.writer.transaction().execute(async (trx) => {
    await createBeside(trx, findingsTable);
    const insert = new BulkInsert(trx, findingsTable, 'beside');
    for (let file = 0; file < files; file++) {
      const place = {
        fileId: randomUUID() as string as FileId,
        unitId: unitOf(Math.floor(file / filesPerUnit)),
        workerId: `worker-${file % workersPerUnit}` as UserId,
      };
      for (const row of templates[file % templates.length] ?? [])
        if (insert.add(cellsOf(findingsTable, { ...row, ...place }))) await insert.flush();
      if (file % 10_000 === 0) onProgress?.(`unit status: ${file} of ${files} files`);
    }
    await insert.flush();
    await putInPlace(trx, findingsTable);
  });
  await db.tidy();
  return db;
};

const rowsOfFile = (variant: number): readonly FindingRow[] => {
  const rows: FindingRow[] = [];
  const reading = readingOf('' as FileId, asHistory(believableHistory(variant, 100)));
  const inForce = { ruleset: DEFAULT_RULESET, configuration: DEFAULT_CONFIGURATION, revision: -1 };
  findings.rowsOf(reading, inForce, (_table, row) => rows.push(row as unknown as FindingRow));
  return rows;
};
