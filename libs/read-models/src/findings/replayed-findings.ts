import { codedMarks, type Instant, type LocalDate } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import { listedStatusOn, replayFile, type AdoptedSettings, type ListedStatus } from '@rt/rules';
import { marksOfSubject } from '../decisions/decision-marks.query';
import { rowHolders } from '../holders/row-holders';
import { findingRow } from './finding-row';
import type { FindingOn } from './findings.query';

interface ReplayedOn {
  readonly on: LocalDate;
  /** Left out: what is known now. */
  readonly knownAt?: Instant;
  /** The day on which the holder of the file is asked for: today. */
  readonly heldOn: LocalDate;
}

/**
 * The findings of a file on a day by what was known at an instant, as lines of the list of findings. They come from replay: the rows of the read model know
 * only what is known now. Findings that have not arisen are left out.
 */
export const replayedFindings = (
  loaded: LoadedFile,
  { on, knownAt, heldOn }: ReplayedOn,
  settings: AdoptedSettings,
): readonly FindingOn[] => {
  const { file, findings, threads } = replayFile(loaded.recorded, { asOf: on, knownAt }, settings);
  const holder = rowHolders(loaded.file).find(
    ({ heldFrom, heldUntil }) => heldFrom <= heldOn && heldOn < heldUntil,
  );
  const marks = codedMarks(file, loaded.recorded, { asOf: on, ...(knownAt !== undefined && { knownAt }) });
  return findings.map((finding): FindingOn => {
    const {
      openUntil: _open,
      numbers: _numbers,
      lineOf: _line,
      ownLineFrom: _own,
      evidence: _evidence,
      caseClosedFrom,
      remindedOn,
      returnedOn,
      ...row
    } = findingRow(loaded.fileId, file, finding, undefined);
    const { title, text, whatToDo, inputs, evidence } = finding;
    return {
      ...row,
      unitId: holder?.unitId ?? null,
      workerId: holder?.workerId ?? null,
      inCase: caseClosedFrom !== null && caseClosedFrom <= on ? 'closed' : 'open',
      remindedOn: remindedOn !== null && remindedOn <= on ? remindedOn : null,
      returnedOn: returnedOn !== null && returnedOn <= on ? returnedOn : null,
      thread: threads.find(({ caseId }) => caseId === row.caseId)?.states ?? null,
      marks: marksOfSubject(marks, row.subject),
      alsoFound: [],
      status: listedStatusOn(finding, on) as ListedStatus,
      ...{ title, text, whatToDo, inputs, evidence },
    };
  });
};
