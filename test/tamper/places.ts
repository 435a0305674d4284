/** The bits of a data folder that can flip: every file, and in a database every table and every index. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Chance } from '../../libs/demo/src/chance';
import type { Place, State } from './base';

/** Bytes of one file that belong together: a table, an index, or the whole file. */
export interface Region {
  readonly state: State;
  /** Relative to the place, such as `data/events.sqlite`. */
  readonly file: string;
  /** The table or index; `file`: any byte. */
  readonly part: string;
  readonly pages: readonly { readonly from: number; readonly bytes: number }[];
}

export interface Flip {
  readonly region: Region;
  readonly at: number;
  readonly bit: number;
}

/** Everything in the closed folder, and of the killed one the write-ahead logs, which the closed one has not. */
export const regionsOf = (closed: Place, killed: Place): readonly Region[] => [
  ...filesIn(closed).flatMap((file) => regionsIn('closed', closed, file)),
  ...filesIn(killed)
    .filter((file) => /-(wal|shm)$/.test(file))
    .flatMap((file) => regionsIn('killed', killed, file)),
];

const filesIn = ({ data, checkpoints }: Place): readonly string[] =>
  [data, checkpoints].flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => `${path.basename(folder)}/${name}`),
  );

export const pathIn = ({ data }: Place, file: string): string => path.join(path.dirname(data), file);

const regionsIn = (state: State, place: Place, file: string): readonly Region[] => {
  const bytes = statSync(pathIn(place, file)).size;
  if (bytes === 0) return [];
  if (!file.endsWith('.sqlite')) return [{ state, file, part: 'file', pages: [{ from: 0, bytes }] }];
  const pages = Map.groupBy(pagesOf(pathIn(place, file)), ({ name }) => name);
  return [...pages].map(([part, own]) => ({
    ...{ state, file, part },
    pages: own.map(({ from, size }) => ({ from, bytes: size })),
  }));
};

const pagesOf = (
  file: string,
): readonly { readonly name: string; readonly from: number; readonly size: number }[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database
      .prepare('SELECT name, pgoffset AS "from", pgsize AS size FROM dbstat')
      .all() as unknown as { name: string; from: number; size: number }[];
  } finally {
    database.close();
  }
};

const usedBytesTries = 4;

/** Prefers a byte that is not zero, because most zeros are unused. */
export const flipIn = (region: Region, place: Place, chance: Chance): Flip => {
  const bytes = readFileSync(pathIn(place, region.file));
  let at = 0;
  for (let tried = 0; tried < usedBytesTries; tried++) {
    const page = chance.pick(region.pages);
    at = page.from + chance.whole(0, page.bytes - 1);
    if (bytes[at] !== 0) break;
  }
  return { region, at, bit: chance.whole(0, 7) };
};

export const flip = (place: Place, { region, at, bit }: Flip): void => {
  const file = pathIn(place, region.file);
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] as number) ^ (1 << bit);
  writeFileSync(file, bytes);
};

/** True if the bit is again as it was, or its file is gone: what lay there was made anew, or taken up. */
export const isRestored = (whole: Place, place: Place, { region, at }: Flip): boolean => {
  const file = pathIn(place, region.file);
  return !existsSync(file) || readFileSync(file)[at] === readFileSync(pathIn(whole, region.file))[at];
};
