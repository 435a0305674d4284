import type { FileId, Instant, Population } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import { catchUp, filesWithDecisions } from '@rt/read-models';
import type { InspectionPorts } from './ports';

/** Told how many files have been read. */
export type OnFilesRead = (filesRead: number) => void;

export interface WantedFiles {
  readonly populations: readonly Population[];
  /** Files that are read whatever the read model says of them. */
  readonly also?: readonly FileId[];
  readonly knownAt?: Instant;
}

/**
 * The files in which decisions of the populations may stand. As known now, the read model of decisions names them. It knows nothing of what
 * was known earlier (a decision that was retracted since has no row), so for an earlier knowledge every file is read.
 */
export async function* filesOf(
  ports: InspectionPorts,
  wanted: WantedFiles,
  progress?: OnFilesRead,
): AsyncIterable<LoadedFile> {
  let filesRead = 0;
  for await (const file of wanted.knownAt === undefined ? named(ports, wanted) : ports.files.each()) {
    yield file;
    progress?.((filesRead += 1));
  }
}

/** A file that was erased since has nothing left to read; the indicators say how many cases are gone. */
async function* named(
  ports: InspectionPorts,
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
