import { setImmediate as otherWork } from 'node:timers/promises';
import type { FileId, Instant, Population } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import { catchUp, filesWithDecisions } from '@rt/read-models';
import type { ReadingPorts } from './ports';

/** Called with the number of files that have been read so far. */
export type OnFilesRead = (filesRead: number) => void;

export interface WantedFiles {
  readonly populations: readonly Population[];
  /** Files that are read even if the read model does not list them. */
  readonly also?: readonly FileId[];
  readonly knownAt?: Instant;
}

/** How long files are read before the thread gets to other work, such as another request. */
const turnMs = 8;

/**
 * The files that may contain decisions of the populations. For current knowledge, the read model of decisions lists them. It has no rows for what was
 * known earlier (a decision that was retracted since has no row), so for earlier knowledge every file is read.
 */
export async function* filesOf(
  ports: ReadingPorts,
  wanted: WantedFiles,
  progress?: OnFilesRead,
): AsyncIterable<LoadedFile> {
  let filesRead = 0;
  let began = performance.now();
  for await (const file of wanted.knownAt === undefined ? named(ports, wanted) : ports.files.each()) {
    yield file;
    progress?.((filesRead += 1));
    if (performance.now() - began < turnMs) continue;
    await otherWork();
    began = performance.now();
  }
}

/** Reads the files with these ids. A file that was erased since has nothing to read; the indicators say how many cases are missing. */
async function* named(
  ports: ReadingPorts,
  { populations, also = [] }: WantedFiles,
): AsyncIterable<LoadedFile> {
  await catchUp(ports);
  const fileIds = new Set(also);
  for (const population of populations)
    for (const fileId of await filesWithDecisions(ports.db, population)) fileIds.add(fileId);
  for (const fileId of [...fileIds].sort()) {
    const file = await ports.files.find(fileId);
    if (file) yield file;
  }
}
