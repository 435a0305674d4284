import { personOn, type CaseId, type FileId } from '@rt/domain';
import type { Reading } from './house';
import type { Output } from './output';

interface Line {
  readonly fileId: FileId;
  readonly caseId: CaseId | null;
}

/**
 * What the case column of a table shows for each line: the person, the case number and the id below each other. The name of a person with a protected
 * identity is not shown in a list. Call it after the list has been logged.
 */
export const caseLabels = async (
  { files, today }: Pick<Reading, 'files' | 'today'>,
  output: Output,
  lines: readonly Line[],
): Promise<(line: Line) => string> => {
  const labels = new Map<string, string>();
  for (const line of lines) {
    const key = keyOf(line);
    if (labels.has(key)) continue;
    const file = (await files.find(line.fileId))?.file;
    const person = file && personOn(file, today);
    const name = person?.protectedIdentity
      ? output.say({ sv: '(skyddade uppgifter)', en: '(protected identity)' })
      : person?.name;
    const opened = file?.events('CaseOpened').find(({ data }) => data.caseId === line.caseId);
    labels.set(key, [name, opened?.data.caseNumber, line.caseId ?? line.fileId].filter(Boolean).join('\n'));
  }
  return (line) => labels.get(keyOf(line)) ?? line.fileId;
};

const keyOf = ({ fileId, caseId }: Line): string => `${fileId} ${caseId}`;
