import { decodeFile, type FileId, type Instant, type Population } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { catchUp, fileOfStream, readFile } from '@rt/read-models';
import type { RecordedFile } from '../evidence';
import type { InspectionPorts } from './ports';

/** Told how many files have been read. */
export type Progress = (filesRead: number) => void;

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
  progress?: Progress,
): AsyncIterable<RecordedFile> {
  let filesRead = 0;
  for await (const file of wanted.knownAt === undefined ? named(ports, wanted) : every(ports.store)) {
    yield file;
    progress?.((filesRead += 1));
  }
}

/** A file that was erased since has nothing left to read; the indicators say how many cases are gone. */
async function* named(
  ports: InspectionPorts,
  { populations, also = [] }: WantedFiles,
): AsyncIterable<RecordedFile> {
  await catchUp(ports);
  const fileIds = new Set(also);
  for (const population of populations)
    for (const fileId of await filesWithDecisions(ports, population)) fileIds.add(fileId);
  for (const fileId of [...fileIds].sort()) {
    const events = await readFile(ports.store, fileId);
    if (events) yield { fileId, events };
  }
}

const filesWithDecisions = async (
  { db }: InspectionPorts,
  { measures, decidedFrom, decidedTo }: Population,
): Promise<readonly FileId[]> => {
  const rows = await db.reader
    .selectFrom('decisions')
    .select('fileId')
    .distinct()
    .where('decidedOn', '>=', decidedFrom)
    .where('decidedOn', '<=', decidedTo)
    .where('measure', 'in', measures)
    .execute();
  return rows.map(({ fileId }) => fileId);
};

async function* every(store: EventStore): AsyncIterable<RecordedFile> {
  for await (const { stream, events } of store.readStreamByStream()) {
    const fileId = fileOfStream(stream);
    if (fileId) yield { fileId, events: decodeFile(events) };
  }
}
