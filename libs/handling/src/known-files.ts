import type { Command, FileId, PersonalFile } from '@rt/domain';
import type { RecordRequest } from './commands';
import type { KnownFiles } from './ports';
import { Refused, fieldError } from './refused';
import { stepLabelAt } from './step-input';

/**
 * Refuses to open a second file for a person, or a second case with the same number, at one board. A request that also says why goes through: with a
 * `NoteWritten`, which stays in the file. Two requests at the same moment may both go through; the unit's manager has a list of what is there twice.
 * @throws Refused PERSON_HAS_FILE, CASE_NUMBER_TAKEN
 */
export const refuseSecond = async (
  command: Command,
  { actor, fileId, steps }: RecordRequest,
  file: PersonalFile,
  known: KnownFiles,
): Promise<void> => {
  if (steps.some(({ type }) => type === 'NoteWritten')) return;
  const boardId = file.opened?.data.boardId ?? actor.boardId;
  if (command.type === 'PersonalFileOpened') {
    const { kind, value } = command.data.person.identity;
    if (kind === 'birthDate') return;
    const others = await known.sharing({ actor, boardId, fileId, what: 'person', text: value });
    if (others.exist) throw second('PERSON_HAS_FILE', 'data.person.identity.value', others.shown);
  }
  if (command.type === 'CaseOpened') {
    const text = command.data.caseNumber;
    const others = await known.sharing({ actor, boardId, fileId, what: 'caseNumber', text });
    if (others.exist) throw second('CASE_NUMBER_TAKEN', 'data.caseNumber', others.shown);
  }
};

const second = (
  code: 'PERSON_HAS_FILE' | 'CASE_NUMBER_TAKEN',
  field: string,
  files: readonly FileId[],
): Refused => {
  const type = code === 'PERSON_HAS_FILE' ? 'PersonalFileOpened' : 'CaseOpened';
  return new Refused(code, [{ ...fieldError(code, field, {}, stepLabelAt(type, field)), files }]);
};
