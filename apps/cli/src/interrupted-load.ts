import type { LocalDate } from '@rt/domain';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The parameters of a demo. The same parameters give the same files, event by event. */
export interface DemoLoad {
  readonly day: LocalDate;
  readonly seed?: string;
}

const noteIn = (dataDir: string): string => path.join(dataDir, 'demo-loading.json');

/** The parameters of a load that was interrupted in this data folder; undefined if there is none. */
export const interruptedLoad = (dataDir: string): DemoLoad | undefined =>
  existsSync(noteIn(dataDir)) ? (JSON.parse(readFileSync(noteIn(dataDir), 'utf8')) as DemoLoad) : undefined;

/** Keeps a note in the data folder during the load, so that a load that is interrupted can be continued. */
export const noted = async <Answer>(
  dataDir: string,
  load: DemoLoad,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  leaveNote(dataDir, load);
  const answer = await work();
  rmSync(noteIn(dataDir), { force: true });
  return answer;
};

const leaveNote = (dataDir: string, load: DemoLoad): void => {
  const note = noteIn(dataDir);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(`${note}.new`, JSON.stringify(load));
    renameSync(`${note}.new`, note);
  } catch {
    // The store is opened next, and reports a folder that cannot be written to with a clear message.
  }
};
