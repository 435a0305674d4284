import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is deleted when the suite has ended. */
export const suiteFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-faults-'));
  folders.push(folder);
  return folder;
};
