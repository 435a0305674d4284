import { exampleId, on, recorded, type EventId } from '@rt/domain';
import { FileRepository } from '@rt/files';
import { append, fileId, ordinaryThread, planOf, testBed, type TestBed } from '../history.fixture';
import { findingsOn } from '../findings/findings.query';
import { replayedFindings } from '../findings/replayed-findings';
import { catchUp } from '../runner/runner';
import { worklistOn } from '../worklist/worklist.query';
import { marksQuery } from './decision-marks.query';

const made = ordinaryThread.find(({ type }) => type === 'DecisionMade');
const served = recorded('DecisionServed', '2026-02-23');
const decisionId = exampleId('decision');
const MARKS = [
  { kind: 'correctedAfterService', on: '2026-04-01', text: { sv: 'rättad i efterhand' } },
  {
    kind: 'entryRetracted',
    on: '2026-04-03',
    text: { sv: 'anteckning makulerad: antecknad två gånger', en: 'an entry retracted: recorded twice' },
  },
];

describe('the marks of the decision that a line is about', () => {
  let bed: TestBed;
  beforeEach(async () => {
    bed = await testBed();
    const sentTwice = recorded('DecisionServed', '2026-02-24');
    await append(bed.store, fileId(1), [
      ...ordinaryThread,
      served,
      sentTwice,
      recorded('EntryCorrected', '2026-04-01', {
        eventId: made?.id as EventId,
        data: { ...made?.data, reasons: 'Behovet är större.' },
      }),
      recorded('EntryRetracted', '2026-04-03', { eventId: sentTwice.id, kind: 'recordedTwice' }),
    ]);
    await catchUp(bed);
  });
  afterEach(() => bed.close());
  const of = (day: string) => ({ on: on(day), heldOn: on('2026-04-10') });

  it('stand with its findings, from their day', async () => {
    const marksOn = async (day: string) => {
      const { findings } = await findingsOn(bed, of(day));
      expect(findings.filter(({ subject }) => subject !== decisionId).flatMap(({ marks }) => marks)).toEqual(
        [],
      );
      return findings.find(({ subject }) => subject === decisionId)?.marks;
    };
    expect(await marksOn('2026-03-31')).toEqual([]);
    expect(await marksOn('2026-04-02')).toMatchObject(MARKS.slice(0, 1));
    expect(await marksOn('2026-04-10')).toMatchObject(MARKS);
  });

  it('stand with its lines of work, also where it expires', async () => {
    const { lines } = await worklistOn(bed, { ...of('2026-12-20'), horizonDays: 1_000 });
    const about = lines.filter(({ subject }) => subject === decisionId);
    expect(about.map(({ section }) => section)).toEqual(expect.arrayContaining(['violations', 'expiring']));
    for (const line of about) expect(line.marks).toMatchObject(MARKS);
  });

  it('are the same in a replay, as far as they were known then', async () => {
    const loaded = await new FileRepository(bed.store).load(fileId(1));
    const settings = (await bed.ruleset.load()).recorded;
    const marks = (day: string) =>
      replayedFindings(loaded, of(day), settings).find(({ subject }) => subject === decisionId)?.marks;
    expect(marks('2026-04-02')).toMatchObject(MARKS.slice(0, 1));
    expect(marks('2026-04-10')).toMatchObject(MARKS);
  });

  it('are read from an index alone', async () => {
    expect(await planOf(bed.db, marksQuery(bed.db, [decisionId], on('2026-04-10')))).toMatch(
      /^SEARCH decision_marks USING COVERING INDEX decision_marks_by_decision \(decision_id=\? AND marked_on<\?\)/,
    );
  });
});
