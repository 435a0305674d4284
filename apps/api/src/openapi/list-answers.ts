import { shape as s, type FileId, type MeasureCode } from '@rt/domain';
import { RELATIONS } from '@rt/identity';
import {
  absenceOn,
  caseOn,
  FINDING_ON,
  foundByRule,
  heldFile,
  SHARED_KINDS,
  unitStatusRow,
  unitTrendPoint,
  workerLoad,
} from '@rt/read-models';
import { LISTED_STATUSES, offeredAct } from '@rt/rules';
import { notice, reviewNotice } from '../notices/notice-answer';
import { position } from './position';
import { worklistLine, worklistParts } from '../worklist/line-answer';

/** The persons of the files in the lines. Each file occurs once, however many lines it has. */
export const persons = s.described(
  s.byName(s.fields({ name: s.orNull(s.text()), protectedIdentity: s.flag() })),
  'By file id. A protected identity has no name for whoever has no relation to the file',
);

/** The cases of the lines. Each case occurs once. */
export const labelsOfCases = s.described(
  s.byName(
    s.byName(
      s.fields({
        caseNumber: s.orNull(s.text()),
        measure: s.orNull(s.text<MeasureCode>()),
        measureTitle: s.orNull(s.inBoth()),
      }),
    ),
  ),
  'By file id, then by case id. The number is hidden where the name of the person is',
);

/** A page of a list: the lines, the persons of their files, their cases, and the cursor of the next page. */
const page = <F extends s.Shapes, O extends s.Shapes = Record<never, never>>(found: F, mayHave?: O) =>
  s.fields({ on: s.day(), ...found, persons, caseLabels: labelsOfCases, next: s.orNull(s.text()) }, mayHave);

/** The schemas of answers about many files. */
export const LIST_ANSWERS = {
  Findings: page(
    {
      findings: s.listOf(
        s.fields(
          {
            ...FINDING_ON,
            acts: s.described(
              s.listOf(offeredAct),
              'What the reader can do about it now, the most likely act first',
            ),
            action: s.described(
              s.orNull(s.inBoth()),
              'The imperative for the reader. Null where nothing is left to do',
            ),
          },
          {
            now: s.described(
              s.orNull(s.oneOf(LISTED_STATUSES)),
              'With `review`: the status by what is known now; null: not found any more',
            ),
          },
        ),
      ),
    },
    { knownAt: s.described(s.instant(), 'With `review`: the findings are by what was known then') },
  ),
  FindingsByRule: s.fields({ on: s.day(), rules: s.listOf(foundByRule) }),
  Notices: page({
    unseen: s.described(s.count(), 'How many there are that were not seen and have not ended'),
    reviews: s.described(
      s.listOf(reviewNotice),
      'For a manager: the reviews that reach the unit, when they were approved and when they were closed, the newest first',
    ),
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
