import { shape as s, type FileId } from '@rt/domain';
import { RELATIONS } from '@rt/identity';
import {
  absenceOn,
  caseOn,
  FINDING_ON,
  heldFile,
  SHARED_KINDS,
  unitStatusRow,
  unitTrendPoint,
  workerLoad,
} from '@rt/read-models';
import { offeredAct } from '@rt/rules';
import { notice } from '../notices/notice-answer';
import { position } from './position';
import { worklistLine, worklistParts } from '../worklist/line-answer';

/** The persons of the files in the lines. Each file occurs once, however many lines it has. */
const persons = s.described(
  s.byName(s.fields({ name: s.orNull(s.text()), protectedIdentity: s.flag() })),
  'By file id. A protected identity has no name for whoever has no relation to the file',
);

/** A page of a list: the lines, the persons of their files, and the cursor of the next page. */
const page = <F extends s.Shapes>(found: F) =>
  s.fields({ on: s.day(), ...found, persons, next: s.orNull(s.text()) });

/** The schemas of answers about many files. */
export const LIST_ANSWERS = {
  Findings: page({
    findings: s.listOf(
      s.fields({
        ...FINDING_ON,
        acts: s.described(
          s.listOf(offeredAct),
          'What the reader can do about it now, the most likely act first',
        ),
        action: s.described(
          s.orNull(s.inBoth()),
          'The imperative for the reader. Null where nothing is left to do',
        ),
      }),
    ),
  }),
  Notices: page({
    unseen: s.described(s.count(), 'How many there are that were not seen and have not ended'),
    notices: s.listOf(notice),
  }),
  WorklistLine: worklistLine,
  Worklist: page({ ...worklistParts, lines: s.listOf(s.refTo('WorklistLine', worklistLine)) }),
  Case: caseOn,
  Cases: page({ count: s.count(), cases: s.listOf(s.refTo('Case', caseOn)) }),
  UnitTrend: s.fields({ unitId: s.text(), points: s.listOf(unitTrendPoint) }),
  UnitStatus: s.fields({
    unitId: s.text(),
    on: s.day(),
    rows: s.listOf(unitStatusRow),
    workers: s.listOf(workerLoad),
  }),
  HeldFile: heldFile,
  HeldFiles: page({ files: s.listOf(s.refTo('HeldFile', heldFile)) }),
  HandedOver: s.fields({
    files: s.listOf(
      s.fields({
        fileId: s.uuid<FileId>(),
        eventId: s.orNull(s.uuid()),
        refused: s.described(
          s.orNull(s.fields({ code: s.text(), sv: s.text(), en: s.text() })),
          'Why the file was not handed over; null if it was',
        ),
      }),
    ),
    position: position(),
  }),
  Duplicates: s.fields({
    unitId: s.text(),
    on: s.day(),
    duplicates: s.listOf(
      s.fields({
        fileId: s.uuid<FileId>(),
        what: s.oneOf(SHARED_KINDS),
        otherFileId: s.described(s.orNull(s.uuid<FileId>()), 'Null: a protected identity of another unit'),
      }),
    ),
  }),
  Absences: s.fields({
    unitId: s.text(),
    on: s.day(),
    absences: s.listOf(absenceOn),
  }),
  FoundFiles: s.fields({
    files: s.listOf(
      s.fields({
        fileId: s.uuid(),
        name: s.text(),
        protectedIdentity: s.flag(),
        caseNumbers: s.listOf(s.text()),
        relation: s.described(s.oneOf(RELATIONS), 'What the searcher is to the file today'),
      }),
    ),
    more: s.described(s.flag(), 'There are more: say more of whom you mean'),
  }),
};
