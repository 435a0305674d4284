import fc from 'fast-check';
import {
  asHistory,
  dayOf,
  DEFAULT_CONFIGURATION,
  exampleId,
  on,
  recorded,
  type ExampleEvent,
  type Instant,
  type LocalDate,
  type PersonalFileEvent,
  type Recorded,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { acknowledgementOn, DEFAULT_RULESET, findingsOf, isGapStatus, statusOn } from '@rt/rules';
import { arbitraryHistory, LAST_DAY } from '../../../domain/src/history.fixture';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { LoadedFile } from '@rt/files';
import { catchUp, rebuild } from '../runner/runner';
import { noticesById, noticesLearnt, noticesShown } from './notices.query';
import { notices } from './notices.read-model';
import type { NoticeRow } from './notices.table';

const inForce = { ruleset: DEFAULT_RULESET, configuration: DEFAULT_CONFIGURATION, revision: -1 };
const file = fileId(1);

const noticesOf = (history: readonly Recorded<PersonalFileEvent>[]): readonly NoticeRow[] => {
  const rows = new Map<string, NoticeRow>();
  notices.rowsOf(new LoadedFile(file, history), inForce, (_table, row) => {
    const notice = row as unknown as NoticeRow;
    // A notice whose file changes hands has one row for each holder.
    rows.set(notice.id, notice);
  });
  return [...rows.values()];
};

/** The notices about the plan that is due fifteen days after the order of 2 March. */
const ofPlan = (events: readonly ExampleEvent[]) =>
  noticesOf(asHistory(events))
    .filter(({ rule }) => rule === 'plan-due')
    .map(({ kind, appearsOn, endsOn }) => [kind, appearsOn, endsOn]);

const order = recorded('OrderSent', '2026-03-02');
const late = (day: string) => ({ recordedAt: `${day}T12:00:00.000Z` as Instant });

describe('notices', () => {
  it('announce a deadline three days before it, and the gap on the day after it', () => {
    expect(ofPlan([order])).toEqual([
      ['deadlineNear', '2026-03-14', '2026-03-18'],
      ['gap', '2026-03-18', null],
    ]);
  });

  it('do not announce a deadline that was met before its notice was due', () => {
    expect(ofPlan([order, recorded('PlanReceived', '2026-03-14')])).toEqual([]);
    expect(ofPlan([order, recorded('PlanReceived', '2026-03-15')])).toEqual([
      ['deadlineNear', '2026-03-14', '2026-03-15'],
    ]);
    expect(ofPlan([order, recorded('PlanReceived', '2026-03-19')])).toEqual([
      ['deadlineNear', '2026-03-14', '2026-03-18'],
      ['gap', '2026-03-18', '2026-03-19'],
    ]);
  });

  it('announce what is recorded late on the day of recording, and nothing that had ended by then', () => {
    const learnt = recorded('OrderSent', '2026-03-02', {}, late('2026-05-04'));
    expect(ofPlan([learnt])).toEqual([['gap', '2026-05-04', null]]);
    expect(ofPlan([learnt, recorded('PlanReceived', '2026-03-20', {}, late('2026-05-04'))])).toEqual([]);
  });

  it('announce again, with another id, a gap that a retraction brought back', () => {
    const plan = recorded('PlanReceived', '2026-03-10');
    const retracted = recorded('EntryRetracted', '2026-06-01', { eventId: plan.id });
    expect(ofPlan([order, plan, retracted])).toEqual([['gap', '2026-06-01', null]]);
    const [before] = noticesOf(asHistory([order])).filter(({ kind }) => kind === 'gap');
    const [again] = noticesOf(asHistory([order, plan, retracted])).filter(({ kind }) => kind === 'gap');
    expect(again?.obligationId).toBe(before?.obligationId);
    expect(again?.id).not.toBe(before?.id);
  });

  it('keep the ids that they had before a rule was renamed: what somebody has seen stays seen', () => {
    // These two are what the program made of the order of 2 March while the rule was called plan-due-15-days.
    const ofThePlan = noticesOf(asHistory([order])).filter(({ rule }) => rule === 'plan-due');
    expect(ofThePlan.map(({ kind, rule, id }) => [kind, rule, id])).toEqual([
      ['deadlineNear', 'plan-due', 'e5546b24-bdb2-8d5f-8d1b-034442cb4706'],
      ['gap', 'plan-due', '84e30196-9da4-8d54-8af5-62ed62acbf40'],
    ]);
  });

  it('announce a contact that has lost its consent through a withdrawal recorded late', () => {
    const before = [
      recorded('PartyRecorded', '2026-01-07'),
      recorded('ConsentGiven', '2026-01-07'),
      recorded('ContactMade', '2026-03-05'),
    ];
    const withdrawn = recorded('ConsentWithdrawn', '2026-03-04', {}, late('2026-04-20'));
    const violations = (events: readonly ExampleEvent[]) =>
      noticesOf(asHistory(events)).flatMap(({ kind, rule, appearsOn }) =>
        kind === 'violation' && rule === 'contact-after-withdrawal' ? [appearsOn] : [],
      );
    expect(violations(before)).toEqual([]);
    expect(violations([...before, withdrawn])).toEqual(['2026-04-20']);
  });

  it('end with the acknowledgement, and come back when it is withdrawn', () => {
    const [gap] = noticesOf(asHistory([order])).filter(({ kind }) => kind === 'gap');
    const { obligationId } = gap as NoticeRow;
    const known = recorded('GapAcknowledged', '2026-03-25', { obligationId: obligationId as string });
    expect(ofPlan([order, known])[1]).toEqual(['gap', '2026-03-18', '2026-03-25']);
    const back = recorded('GapAcknowledgementWithdrawn', '2026-03-26', {
      obligationId: obligationId as string,
    });
    expect(ofPlan([order, known, back])[1]).toEqual(['gap', '2026-03-18', null]);
  });

  it.each([
    ['PlanReceived', [order], 'PlanApproved'],
    ['ProviderFollowUpReceived', [order], undefined],
    ['DeviationReported', [order], 'DeviationHandled'],
    [
      'RelativeEmploymentAsked',
      [order, recorded('PartyRecorded', '2026-03-02')],
      'RelativeEmploymentAnswered',
    ],
  ] as const)('announce a %s that a provider sent, until it is dealt with', (type, before, dealtWith) => {
    const answers = (events: readonly ExampleEvent[]) =>
      noticesOf(asHistory(events)).flatMap(({ kind, eventType, appearsOn, endsOn }) =>
        kind === 'answer' ? [[eventType, appearsOn, endsOn]] : [],
      );
    const sent = recorded(type, '2026-03-10', {}, { origin: 'provider' });
    expect(answers([...before, recorded(type, '2026-03-10')])).toEqual([]);
    expect(answers([...before, sent])).toEqual([[type, '2026-03-10', null]]);
    if (dealtWith !== undefined)
      expect(answers([...before, sent, recorded(dealtWith, '2026-03-13')])).toEqual([
        [type, '2026-03-10', '2026-03-13'],
      ]);
  });

  it('exist for every open gap, from the day it was known', () =>
    fc.assert(
      fc.property(arbitraryHistory({ stepsMax: 60 }), (history) => {
        const rows = noticesOf(history);
        const { file: folded } = new LoadedFile(file, history);
        for (const finding of findingsOf(folded, DEFAULT_RULESET, DEFAULT_CONFIGURATION)) {
          const open = isGapStatus(statusOn(finding, LAST_DAY));
          if (!open || acknowledgementOn(finding, on('9999-12-31')) !== undefined) continue;
          const told = rows.filter(
            ({ obligationId, kind }) => obligationId === finding.id && kind !== 'deadlineNear',
          );
          expect(told).toHaveLength(1);
          // A decision states its last day: what is owed while it holds ends on a day that is known beforehand.
          expect((told[0]?.endsOn ?? on('9999-12-31')) > LAST_DAY).toBe(true);
          expect((told[0] as NoticeRow).appearsOn >= dayOf((told[0] as NoticeRow).knownAt)).toBe(true);
        }
      }),
      { numRuns: 60 },
    ));

  it('keep their ids and days whatever is recorded later, unless something is corrected, retracted or withdrawn', () =>
    fc.assert(
      fc.property(arbitraryHistory({ corrections: false, stepsMax: 60 }), fc.nat(), (history, cut) => {
        const plain = history.filter(
          ({ type }) =>
            !['GapAcknowledgementWithdrawn', 'ConsentWithdrawn', 'RepresentativeEnded'].includes(type),
        );
        const days = new Map(noticesOf(plain).map(({ id, appearsOn }) => [id, appearsOn]));
        for (const { id, appearsOn } of noticesOf(plain.slice(0, cut % (plain.length + 1))))
          expect(days.get(id) ?? appearsOn).toBe(appearsOn);
        expect(days.size).toBe(noticesOf(plain).length);
      }),
      { numRuns: 60 },
    ));
});

describe('who sees a notice, and when', () => {
  let bed: TestBed;
  beforeEach(async () => {
    bed = await testBed();
    await append(bed.store, fileId(1), ordinaryThread.slice(0, -1));
    await catchUp(bed);
  });
  afterEach(() => bed.close());

  const shown = async (day: LocalDate, reach: Parameters<typeof noticesShown>[2]) =>
    (await noticesShown(bed.db, day, reach)).map(({ id }) => id);
  const anna = { worker: 'anna' as UserId };
  const bo = { worker: 'bo' as UserId };
  // The test bed's clock is set to the end of the year, so nothing is known earlier.
  const known = on('2026-12-31');

  it('is the case worker and the unit that have the file, and no user before the day', async () => {
    const hers = await shown(known, anna);
    expect(hers.length).toBeGreaterThan(0);
    expect(await shown(known, { unit: 'norr' as UnitId })).toEqual(hers);
    expect(await shown(on('2026-12-30'), anna)).toEqual([]);
    expect(await shown(known, bo)).toEqual([]);
    const reversed = [...hers].reverse();
    expect((await noticesById(bed.db, reversed, known)).map(({ id }) => id)).toEqual(reversed);
  });

  it('moves with the file at once, and keeps its id in a rebuild', async () => {
    const hers = await shown(known, anna);
    await append(bed.store, fileId(1), [
      recorded('CaseWorkerAssigned', '2026-12-31', {
        assignmentId: exampleId('assignment', 2),
        userId: bo.worker,
        from: known,
      }),
    ]);
    await catchUp(bed);
    expect([await shown(known, anna), await shown(known, bo)]).toEqual([[], hers]);
    await rebuild(bed);
    expect(await shown(known, bo)).toEqual(hers);
  });

  it('gives what became known since an instant, in the given files', async () => {
    const since = '2026-12-31T12:00:00.000Z' as Instant;
    const after = '2026-12-31T12:00:00.001Z' as Instant;
    const learnt = async (files: readonly ReturnType<typeof fileId>[], from: Instant) =>
      (await noticesLearnt(bed.db, files, { since: from, on: known })).length;
    expect(await learnt([fileId(1)], since)).toBe((await shown(known, anna)).length);
    expect(await learnt([fileId(1)], after)).toBe(0);
    expect(await learnt([fileId(2)], since)).toBe(0);
    expect(await learnt([], since)).toBe(0);
  });
});
