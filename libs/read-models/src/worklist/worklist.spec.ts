import fc from 'fast-check';
import {
  addDays,
  exampleId,
  on,
  recorded,
  type FileId,
  type LocalDate,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { arbitraryHistory } from '../../../domain/src/history.fixture';
import { findingsOn } from '../findings/findings.query';
import { append, fileId, ordinaryThread, planOf, testBed, type TestBed } from '../history.fixture';
import { withSubstitution } from '../holders/held-by.sql';
import { catchUp } from '../runner/runner';
import { openExpiries, openFindings, type WorkQuestion } from './open-work';
import { endOfWeek, SECTIONS } from './sections';
import { lastDayQuery, sectionQuery, worklistOn, type WorklistQuestion } from './worklist.query';

const anna = 'anna' as UserId;
const bo = 'bo' as UserId;
const norr = 'norr' as UnitId;

describe('the worklist', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  const ask = (day: string, some: Partial<WorklistQuestion> = {}) =>
    worklistOn(bed, { on: on(day), heldOn: on(day), worker: anna, ...some });
  const sectionsOf = async (rule: string, day: string, some?: Partial<WorklistQuestion>) =>
    (await ask(day, some)).lines.filter((line) => line.rule === rule).map(({ section }) => section);

  it('moves a due plan from section to section', async () => {
    // The order was sent on Monday 2 March 2026; the plan is due on Tuesday 17 March and is received on Friday 20 March.
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const days: readonly [day: string, sections: readonly string[]][] = [
      ['2026-03-01', []],
      ['2026-03-02', ['later']],
      ['2026-03-15', ['later']],
      ['2026-03-16', ['thisWeek']],
      ['2026-03-17', ['today']],
      ['2026-03-18', ['overdue']],
      ['2026-03-19', ['overdue']],
      ['2026-03-20', []],
    ];
    for (const [day, sections] of days)
      expect([day, await sectionsOf('plan-due', day)]).toEqual([day, sections]);
  });

  it('states in a line what to do, in which file, by which rule, since when, and what settles it', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const { lines, counts } = await ask('2026-03-19', { step: 'plan' });
    expect(lines).toEqual([
      {
        section: 'overdue',
        id: expect.stringContaining('plan-due'),
        thread: 'ddfdbee',
        marks: [],
        alsoFound: [],
        fileId: fileId(1),
        caseId: exampleId('case'),
        unitId: 'norr',
        workerId: 'anna',
        subject: exampleId('order'),
        step: 'plan',
        rule: 'plan-due',
        severity: 'high',
        title: { sv: 'Genomförandeplan saknas efter 15 dagar', en: 'Plan missing 15 days after the order' },
        whatToDo: {
          sv: 'Be utföraren skicka genomförandeplanen, och registrera den när den kommer.',
          en: 'Ask the provider to send the plan, and record it when it arrives.',
        },
        text: { sv: expect.stringContaining('2026-03-02'), en: expect.stringContaining('2026-03-17') },
        since: '2026-03-02',
        sinceDays: 17,
        dueOn: '2026-03-17',
        daysLeft: -2,
        acknowledgedOn: null,
        reminded: null,
        settledBy: ['PlanReceived'],
        status: 'overdue',
        inputs: expect.objectContaining({ planDaysMax: 15 }),
        begunBy: [],
        returnedOn: null,
      },
    ]);
    expect(counts).toMatchObject({ overdue: 1, today: 0, thisWeek: 0 });
  });

  it('takes what is acknowledged out of what is left, a violation and a missed deadline alike', async () => {
    await append(bed.store, fileId(1), [...ordinaryThread, recorded('ContactMade', '2026-03-05')]);
    await catchUp(bed);
    const rule = 'contact-relative-without-consent';
    expect(await sectionsOf(rule, '2026-03-04')).toEqual([]);
    expect(await sectionsOf(rule, '2026-06-05')).toEqual(['violations']);
    const { findings } = await findingsOn(bed, { on: on('2026-03-18'), heldOn: on('2026-03-18') });
    const idOf = (of: string) => findings.find((finding) => finding.rule === of)?.id as string;
    await append(bed.store, fileId(1), [
      recorded('GapAcknowledged', '2026-03-18', { obligationId: idOf(rule) }),
      recorded('GapAcknowledged', '2026-03-18', { obligationId: idOf('plan-due') }),
    ]);
    await catchUp(bed);
    expect(await sectionsOf(rule, '2026-03-17')).toEqual(['violations']);
    expect(await sectionsOf(rule, '2026-03-18')).toEqual(['acknowledged']);
    expect(await sectionsOf('plan-due', '2026-03-18')).toEqual(['acknowledged']);
    const [late] = (await ask('2026-03-19', { section: 'acknowledged', step: 'plan' })).lines;
    expect(late).toMatchObject({ rule: 'plan-due', acknowledgedOn: '2026-03-18' });
  });

  it('shows consents and plans that expire soon, or have expired and were not renewed', async () => {
    await append(bed.store, fileId(1), [
      ...ordinaryThread,
      recorded('ConsentGiven', '2026-01-10', { validFrom: on('2026-01-10'), validTo: on('2026-06-30') }),
    ]);
    await catchUp(bed);
    const consentOn = async (day: LocalDate, some: Partial<WorklistQuestion> = {}) =>
      (await ask(day, { step: 'consent', ...some })).lines.map(({ section }) => section);
    const lastDay = on('2026-06-30');
    expect(await consentOn(addDays(lastDay, -61))).toEqual([]);
    expect(await consentOn(addDays(lastDay, -61), { horizonDays: 61 })).toEqual(['expiring']);
    expect(await consentOn(addDays(lastDay, -60))).toEqual(['expiring']);
    expect(await consentOn(lastDay)).toEqual(['expiring']);
    expect(await consentOn(addDays(lastDay, 1))).toEqual(['expired']);
    expect(await consentOn(addDays(lastDay, 90))).toEqual(['expired']);
    expect(await consentOn(addDays(lastDay, 91))).toEqual([]);
    const [line] = (await ask('2026-07-01', { step: 'consent' })).lines;
    expect(line).toMatchObject({
      rule: null,
      caseId: null,
      subject: exampleId('consent'),
      title: { sv: 'Medgivandet löper ut' },
      text: { sv: 'Medgivandet gällde till och med 2026-06-30.' },
      daysLeft: -1,
      settledBy: ['ConsentRenewed', 'ConsentGiven', 'ConsentWithdrawn'],
    });
    await append(bed.store, fileId(1), [
      recorded('ConsentRenewed', '2026-06-20', { validTo: on('2027-06-30') }),
    ]);
    await catchUp(bed);
    expect(await consentOn(addDays(lastDay, -11))).toEqual(['expiring']);
    expect(await consentOn(addDays(lastDay, -10))).toEqual([]);
  });

  it('shows the reader’s own reminders of the files that are named, and of no other', async () => {
    const reminder = recorded('ReminderSet', '2026-02-02', {
      on: on('2026-03-02'),
      text: 'Ring utföraren',
      userId: bo,
    });
    await append(bed.store, fileId(1), [...ordinaryThread, reminder]);
    await catchUp(bed);
    const shownTo = async (reader: UserId, files: readonly FileId[]) => {
      const { counts, lines } = await ask('2026-03-02', {
        worker: bo,
        section: 'reminders',
        reminders: { reader, files },
      });
      return [counts.reminders, lines.length];
    };
    expect(await shownTo(bo, [fileId(1)])).toEqual([1, 1]);
    expect(await shownTo(bo, [fileId(2)])).toEqual([0, 0]);
    expect(await shownTo(bo, [])).toEqual([0, 0]);
    // To a manager the reminder of a colleague is a line without its text.
    expect(await shownTo(anna, [])).toEqual([1, 1]);
  });

  it('puts the findings of a closed case last, from the day it is closed until it is reopened', async () => {
    const rule = 'contact-relative-without-consent';
    await append(bed.store, fileId(1), [
      ...ordinaryThread,
      recorded('ContactMade', '2026-03-05'),
      recorded('CaseClosed', '2026-04-01'),
    ]);
    await catchUp(bed);
    expect(await sectionsOf(rule, '2026-03-31')).toEqual(['violations']);
    expect(await sectionsOf(rule, '2026-04-01')).toEqual(['closedCases']);
    const { lines, counts } = await ask('2026-04-01');
    expect(lines.at(-1)?.section).toBe('closedCases');
    expect(counts).toMatchObject({ violations: 0, closedCases: lines.length });
    await append(bed.store, fileId(1), [recorded('CaseReopened', '2026-05-01')]);
    await catchUp(bed);
    expect(await sectionsOf(rule, '2026-05-01')).toEqual(['violations']);
  });

  it('moves with the file to a new case worker', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    await append(bed.store, fileId(1), [
      recorded('CaseWorkerAssigned', '2026-03-19', {
        assignmentId: exampleId('assignment', 2),
        userId: bo,
        from: on('2026-03-19'),
      }),
    ]);
    await catchUp(bed);
    expect((await ask('2026-03-19')).lines).toEqual([]);
    expect(await sectionsOf('plan-due', '2026-03-19', { worker: bo })).toEqual(['overdue']);
  });

  it('has the files a substitute stands in for, while the substitute does', async () => {
    await append(bed.store, fileId(1), [
      ...ordinaryThread.slice(0, -1),
      recorded('CaseWorkerAssigned', '2026-03-10', {
        assignmentId: exampleId('assignment', 2),
        userId: bo,
        role: 'substitute',
        from: on('2026-03-12'),
        to: on('2026-03-25'),
      }),
    ]);
    await append(bed.store, fileId(2), ordinaryThread);
    await catchUp(bed);
    const ofBo = async (heldOn: string) =>
      (await ask('2026-03-19', { worker: bo, step: 'plan', heldOn: on(heldOn) })).lines.map(
        ({ fileId: file, workerId }) => [file, workerId],
      );
    expect(await ofBo('2026-03-11')).toEqual([]);
    expect(await ofBo('2026-03-12')).toEqual([[fileId(1), 'anna']]);
    expect(await ofBo('2026-03-25')).toEqual([[fileId(1), 'anna']]);
    expect(await ofBo('2026-03-26')).toEqual([]);
    await append(bed.store, fileId(1), [
      recorded('CaseWorkerUnassigned', '2026-03-20', { assignmentId: exampleId('assignment', 2) }),
    ]);
    await catchUp(bed);
    expect(await ofBo('2026-03-19')).toEqual([[fileId(1), 'anna']]);
    expect(await ofBo('2026-03-20')).toEqual([]);
    expect(await sectionsOf('plan-due', '2026-03-19')).toEqual(['overdue', 'overdue']);
  });

  it('is the open findings, once each, page by page', async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryHistory({ stepsMax: 60 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(on('2025-06-01'), on('2026-03-01'), on('2027-12-31')),
        fc.integer({ min: 1, max: 7 }),
        async (histories, day, limit) => {
          for (const history of histories) await append(bed.store, fileId(++files), history);
          await catchUp(bed);
          const question = { on: day, heldOn: day, unit: norr };
          const all = await worklistOn(bed, question);
          const found = await findingsOn(bed, {
            on: day,
            heldOn: day,
            unit: norr,
            status: ['pending', 'overdue', 'violation', 'acknowledged'],
          });
          const expected = found.findings;
          const cases = await bed.db.reader.selectFrom('cases').selectAll().execute();
          const isClosed = (file: FileId, caseId: string | null): boolean => {
            const meant = cases.filter(
              (one) => one.fileId === file && (caseId === null || one.caseId === caseId),
            );
            return meant.length > 0 && meant.every(({ closedOn }) => closedOn !== null && closedOn <= day);
          };
          const isLine = ({ id, fileId: file, caseId, status, dueOn }: (typeof expected)[number]) => ({
            id,
            file,
            section:
              status === 'acknowledged'
                ? status
                : isClosed(file, caseId)
                  ? 'closedCases'
                  : status === 'violation'
                    ? 'violations'
                    : status === 'overdue'
                      ? 'overdue'
                      : dueOn === day
                        ? 'today'
                        : dueOn <= endOfWeek(day)
                          ? 'thisWeek'
                          : 'later',
          });
          const sorted = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).sort();
          expect(
            sorted(
              all.lines
                .filter(({ rule }) => rule !== null)
                .map(({ id, fileId: file, section }) => ({ id, file, section })),
            ),
          ).toEqual(sorted(expected.map(isLine)));
          for (const whose of [question, { on: day, heldOn: day, worker: anna }]) {
            const whole = await worklistOn(bed, whose);
            const paged = [];
            let cursor: string | undefined;
            do {
              const page = await worklistOn(bed, { ...whose, limit, cursor });
              expect(page.lines.length).toBeLessThanOrEqual(limit);
              expect(page.counts).toEqual(whole.counts);
              paged.push(...page.lines);
              cursor = page.next;
            } while (cursor !== undefined && paged.length < 60);
            expect(paged).toEqual(whole.lines.slice(0, paged.length));
          }
          for (const section of SECTIONS)
            expect((await worklistOn(bed, { ...question, section })).lines).toHaveLength(all.counts[section]);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('of a case worker comes page by page, also where many lines have the same day', async () => {
    for (let file = 1; file <= 5; file++) await append(bed.store, fileId(file), ordinaryThread.slice(0, 9));
    await catchUp(bed);
    const first = await ask('2026-03-18', { section: 'overdue', limit: 3 });
    const second = await ask('2026-03-18', { section: 'overdue', limit: 3, cursor: first.next });
    expect([...first.lines, ...second.lines]).toEqual(
      (await ask('2026-03-18', { section: 'overdue' })).lines.slice(0, 6),
    );
    expect(second.lines.map(({ dueOn }) => dueOn)).toContain(first.lines[2]?.dueOn);
  });

  it('reads the open findings through an index and skips the settled ones', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const plan = async (whose: Partial<WorkQuestion>) =>
      planOf(
        bed.db,
        openFindings(bed.db, { on: on('2026-03-18'), heldOn: on('2026-03-18'), ...whose }).selectAll(
          'findings',
        ),
      );
    for (const whose of [{ worker: anna }, { worker: anna, unit: norr }])
      expect(await plan(whose)).toContain('USING INDEX findings_by_worker (worker_id=? AND open_until>?)');
    const question = { on: on('2026-03-18'), heldOn: on('2026-03-18'), unit: norr };
    // The index gives the order of the days; only findings of the same day are sorted.
    expect(await planOf(bed.db, sectionQuery(bed.db, question, 'overdue', { rows: 101 }))).toBe(
      'SEARCH findings USING INDEX findings_by_unit (unit_id=? AND due_on<?); ' +
        'USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY',
    );
  });

  it('counts and bounds the work of a case worker from indexes alone, unless the worker is a substitute', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const asked = { on: on('2026-03-18'), heldOn: on('2026-03-18'), worker: anna };
    const question = await withSubstitution(bed.db, asked);
    expect(await planOf(bed.db, lastDayQuery(bed.db, question, 'overdue', { rows: 101 }))).toContain(
      'USING COVERING INDEX findings_by_worker (worker_id=? AND open_until>?)',
    );
    expect(await planOf(bed.db, openExpiries(bed.db, question).select('kind'))).toContain(
      'USING COVERING INDEX expiries_by_worker (worker_id=? AND last_day<?)',
    );
    await append(bed.store, fileId(1), [
      recorded('CaseWorkerAssigned', '2026-03-17', {
        role: 'substitute',
        userId: anna,
        from: on('2026-03-17'),
      }),
    ]);
    await catchUp(bed);
    expect(await withSubstitution(bed.db, asked)).toEqual({ ...asked, absent: [] });
  });
});
