import type { LocalDate } from '@rt/domain';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a demo is made from: the same gives the same files, event by event. */
export interface DemoLoad {
  readonly day: LocalDate;
  readonly seed?: string;
}

const noteIn = (dataDir: string): string => path.join(dataDir, 'demo-loading.json');

/** The load that a data folder's process did not live to finish; undefined where there is none. */
export const interruptedLoad = (dataDir: string): DemoLoad | undefined =>
  existsSync(noteIn(dataDir)) ? (JSON.parse(readFileSync(noteIn(dataDir), 'utf8')) as DemoLoad) : undefined;

/** Leaves a note in the data folder for as long as the load takes, so that one that is cut short can be gone on with. */
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
    // A folder that cannot be written to is told by the store, which is opened next and knows the words for it.
  }
};
