import { exampleId, on, recorded, type UserId } from '@rt/domain';
import { FileRepository } from '@rt/files';
import { append, fileId, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { unitStatusOn } from '../unit-status/unit-status.query';
import { worklistOn } from '../worklist/worklist.query';
import { findingsOn } from './findings.query';
import { oncePerContact } from './once-per-contact';
import { replayedFindings } from './replayed-findings';

const WITHDRAWN = `contact-after-withdrawal:${exampleId('contact')}`;
const RELATIVE = `contact-relative-without-consent:${exampleId('contact')}`;
const called = recorded('ContactMade', '2026-03-05');
/** A relative was called the day after the consent was withdrawn: two rules find the call. */
const history = [
  recorded('PersonalFileOpened', '2026-01-02'),
  recorded('PartyRecorded', '2026-01-02'),
  recorded('CaseWorkerAssigned', '2026-01-02'),
  recorded('CaseOpened', '2026-01-02'),
  recorded('ConsentGiven', '2026-01-07'),
  recorded('ConsentWithdrawn', '2026-03-04'),
  called,
] as const;

describe('a contact that several rules found', () => {
  let bed: TestBed;
  beforeEach(async () => {
    bed = await testBed();
    await append(bed.store, fileId(1), history);
    await catchUp(bed);
  });
  afterEach(() => bed.close());
  const of = (day: string) => ({ on: on(day), heldOn: on('2026-04-01') });
  const isOfCall = ({ id }: { readonly id: string }) => id.includes(exampleId('contact'));
  const linesOn = async (day: string) => {
    const { lines, counts } = await worklistOn(bed, { ...of(day), worker: 'anna' as UserId });
    const shown = lines.filter(isOfCall).map(({ id, section, alsoFound }) => ({
      id,
      section,
      alsoFound: alsoFound.map((other) => other.id),
    }));
    return { shown, counts };
  };

  it('is one line of work, with both rules named and counted once', async () => {
    const { shown, counts } = await linesOn('2026-03-06');
    const [first] = shown;
    expect(shown).toMatchObject([{ section: 'violations' }]);
    expect([first?.id.split(':')[0], first?.alsoFound.map((id) => id.split(':')[0])]).toEqual([
      WITHDRAWN.split(':')[0],
      [RELATIVE.split(':')[0]],
    ]);
    expect(counts.violations).toBe(1);
  });

  it('is one line of the findings, two where every finding or a rule is asked for, and two in the counts', async () => {
    const ids = async (question: object) =>
      (await findingsOn(bed, { ...of('2026-03-06'), ...question })).findings
        .filter(isOfCall)
        .map(({ rule, alsoFound }) => [rule, ...alsoFound.map((other) => other.rule)]);
    const [withdrawn, relative] = [WITHDRAWN, RELATIVE].map((id) => id.split(':')[0] as string);
    expect(await ids({})).toEqual([[withdrawn, relative]]);
    expect(await ids({ each: true })).toEqual([[withdrawn], [relative]]);
    expect(await ids({ rule: relative })).toEqual([[relative]]);
    const rows = await unitStatusOn(bed.db, { unit: 'norr' as never, ...of('2026-03-06') });
    expect(rows.filter(({ step }) => step === 'contact').map(({ counts }) => counts.violation)).toEqual([
      1, 1,
    ]);
  });

  it('is two lines from the day on which one of the two is acknowledged alone', async () => {
    const { shown } = await linesOn('2026-03-06');
    const obligationId = shown[0]?.id as string;
    await append(bed.store, fileId(1), [recorded('GapAcknowledged', '2026-03-10', { obligationId })]);
    await catchUp(bed);
    expect((await linesOn('2026-03-09')).shown).toHaveLength(1);
    const after = await linesOn('2026-03-10');
    expect(after.shown.map(({ section, alsoFound }) => [section, alsoFound])).toEqual([
      ['violations', []],
      ['acknowledged', []],
    ]);
  });

  it('is settled as one line by one act', async () => {
    const ground = {
      law: { statute: '2017:900', section: '6 §' },
      reason: 'Den enskilde låg på sjukhus.',
    };
    await append(bed.store, fileId(1), [recorded('ContactGroundRecorded', '2026-03-10', { ground })]);
    await catchUp(bed);
    expect((await linesOn('2026-03-10')).shown).toEqual([]);
    const { findings } = await findingsOn(bed, { ...of('2026-03-10'), status: 'explained' });
    expect(findings.filter(isOfCall).map(({ alsoFound }) => alsoFound.length)).toEqual([1]);
  });

  it('is the same line in a replay', async () => {
    const loaded = await new FileRepository(bed.store).load(fileId(1));
    const settings = (await bed.ruleset.load()).recorded;
    const replayed = oncePerContact(replayedFindings(loaded, of('2026-03-06'), settings)).filter(isOfCall);
    const { findings } = await findingsOn(bed, of('2026-03-06'));
    const told = findings.filter(isOfCall);
    expect(replayed.map(({ id, alsoFound }) => ({ id, alsoFound }))).toEqual(
      told.map(({ id, alsoFound }) => ({ id, alsoFound })),
    );
  });
});
