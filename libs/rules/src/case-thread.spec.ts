import fc from 'fast-check';
import {
  addDays,
  asHistory,
  DEFAULT_CONFIGURATION,
  effectiveEvents,
  foldFile,
  on,
  recorded,
  type ExampleEvent,
} from '@rt/domain';
import { arbitraryHistory, FIRST_DAY } from '../../domain/src/history.fixture';
import { breaksThread, nodesOn, threadsOf } from './case-thread';
import { findingsOf } from './findings';
import { RULES } from './register';
import { replayFile, type Replay } from './replay';
import { DEFAULT_RULESET } from './ruleset';
import { isGapStatus } from './status';
import { threadChanges } from './thread-changes';
import { isThreadStep, statesOfCode, threadCode, THREAD_STEPS } from './thread-states';

const replayed = (history: Parameters<typeof replayFile>[0], asOf: string): Replay =>
  replayFile(history, { asOf: on(asOf) }, []);

const codeOn = (events: readonly ExampleEvent[], day: string): string =>
  replayed(asHistory(events), day)
    .threads.map(({ states }) => states)
    .join(' ');

const opened = recorded('CaseOpened', '2026-01-02');
const applied = recorded('ApplicationReceived', '2026-01-05');
const begun = recorded('InvestigationOpened', '2026-01-07');
const completed = recorded('InvestigationCompleted', '2026-02-10');
const communicated = recorded('CommunicationSent', '2026-02-11');
const decided = recorded('DecisionMade', '2026-02-20');
const served = recorded('DecisionServed', '2026-02-23');
const ordered = recorded('OrderSent', '2026-03-02');
const planned = recorded('PlanReceived', '2026-03-10');
const approved = recorded('PlanApproved', '2026-03-12');
const started = recorded('ExecutionStarted', '2026-03-15');
const followedUp = recorded('FollowUpDocumented', '2026-09-01');
const WHOLE = [
  opened,
  applied,
  begun,
  completed,
  communicated,
  decided,
  served,
  ordered,
  planned,
  approved,
  started,
];

describe('the red thread of a case', () => {
  it.each<[name: string, events: readonly ExampleEvent[], day: string, states: string]>([
    ['an open case', [opened], '2026-01-02', 'eeeeeee'],
    ['applied for', [opened, applied], '2026-01-06', 'deeeeee'],
    ['an investigation that is only begun is expected', [opened, applied, begun], '2026-01-08', 'deeeeee'],
    ['investigated', [opened, applied, begun, completed], '2026-02-10', 'ddeeeee'],
    ['ordered, day 15: the plan is expected', WHOLE.slice(0, 8), '2026-03-17', 'ddddeee'],
    ['ordered, day 16 without a plan: broken', WHOLE.slice(0, 8), '2026-03-18', 'ddddbee'],
    [
      'day 16 without a plan, the measure performed: broken in the middle',
      [...WHOLE.slice(0, 8), started],
      '2026-03-18',
      'ddddbde',
    ],
    ['performed', WHOLE, '2026-03-16', 'dddddde'],
    ['six months and a day: the follow-up is lacking', WHOLE, '2026-09-16', 'ddddddb'],
    ['followed up', [...WHOLE, followedUp], '2026-09-02', 'ddddddd'],
    [
      'the plan gives fewer hours: the plan that was ordered is lacking',
      [
        ...WHOLE.slice(0, 8),
        recorded('PlanReceived', '2026-03-10', {
          extent: { amount: 15, unit: 'hours', per: 'month', activities: [] },
        }),
        approved,
      ],
      '2026-03-13',
      'ddddbee',
    ],
    [
      'a plan that was returned is expected again',
      [...WHOLE.slice(0, 9), recorded('PlanReturned', '2026-03-12')],
      '2026-03-13',
      'ddddeee',
    ],
    [
      'wishes missing: a flaw, and the thread goes on',
      [opened, applied, begun, recorded('InvestigationCompleted', '2026-02-10', { wishes: undefined })],
      '2026-02-11',
      'dfeeeee',
    ],
    [
      'rejected without the person being heard: a flawed decision, and nothing is ordered',
      [
        ...WHOLE.slice(0, 5),
        recorded('DecisionMade', '2026-02-20', { outcome: 'rejection', rejectionGround: 'notEntitled' }),
        served,
      ],
      '2026-03-10',
      'ddfnnnn',
    ],
    [
      'withdrawn before a decision',
      [opened, applied, recorded('ApplicationWithdrawn', '2026-01-08')],
      '2026-01-09',
      'nnnnnnn',
    ],
    [
      'closed: what was not taken is not asked for',
      [...WHOLE, recorded('CaseClosed', '2026-03-20')],
      '2026-03-20',
      'ddddddn',
    ],
    ['ended: no follow-up', [...WHOLE, recorded('ExecutionEnded', '2026-03-20')], '2026-03-21', 'ddddddn'],
    [
      'dead: nothing more is asked for',
      [opened, applied, recorded('DeathRecorded', '2026-01-08')],
      '2026-01-08',
      'dnnnnnn',
    ],
  ])('%s', (_name, events, day, states) => {
    expect(codeOn(events, day)).toBe(states);
  });

  it('says in words what was done, when, what is due, and what lies between', () => {
    const note = recorded('NoteWritten', '2026-03-05', {}, { caseId: opened.data.caseId });
    const call = recorded('ContactMade', '2026-03-11', {}, { caseId: opened.data.caseId });
    const [thread] = replayed(asHistory([...WHOLE, note, call]), '2026-03-16').threads;
    const told = thread?.nodes.map(({ title, on: day, due }) => `${title.sv} ${day} ${due}`);
    expect(told).toEqual([
      'Begäran enligt LSS 2026-01-05 null',
      'Utredning klar 2026-02-10 null',
      'Beslut: bifall 2026-02-20 null',
      'Beställning skickad 2026-03-02 null',
      'Plan godkänd 2026-03-10 2027-03-12',
      'Utförs sedan 2026-03-15 null',
      'Uppföljning null 2026-09-15',
    ]);
    expect(thread?.nodes[3]).toMatchObject({
      takenBy: [ordered.id],
      referredToBy: [planned.id, started.id],
      notesAfter: [note.id],
      contactsAfter: [],
    });
    expect(thread?.nodes[4]).toMatchObject({ entries: [planned.id, approved.id], contactsAfter: [call.id] });
  });

  it('breaks where a step has to be taken or taken anew, and is flawed by everything else', () => {
    const breaking = RULES.filter((rule) => breaksThread({ ...rule, rule: rule.id }));
    const flawing = RULES.filter((rule) => isThreadStep(rule.step) && !breaking.includes(rule));
    expect(breaking.map(({ id, step }) => `${step}: ${id}`)).toEqual([
      'investigation: investigation-start-due',
      'decision: decision-delayed',
      'investigation: decision-expiring',
      'order: order-after-approval',
      'plan: plan-due',
      'plan: plan-resubmission-due',
      'plan: plan-renewal-due',
      'plan: plan-mismatch-order',
      'execution: decision-unexecuted',
      'execution: execution-interrupted',
      'follow-up: follow-up-due',
    ]);
    expect(flawing.map(({ id }) => id)).toContain('decision-without-communication');
    expect(breaksThread({ rule: 'plan-mismatch-order', kind: 'quality', severity: 'low' })).toBe(false);
  });
});

const DAYS_SHOWN = 800;
const anyDay = fc.integer({ min: 0, max: DAYS_SHOWN }).map((days) => addDays(FIRST_DAY, days));

describe('the red thread of any history', () => {
  it('is the same from all that is recorded as from what had happened by the day', () =>
    fc.assert(
      fc.property(
        arbitraryHistory({ stepsMax: 80 }),
        fc.array(anyDay, { minLength: 3, maxLength: 3 }),
        (history, days) => {
          const file = foldFile(effectiveEvents(history));
          const findings = findingsOf(file, DEFAULT_RULESET, DEFAULT_CONFIGURATION);
          const threads = threadsOf(file, findings, DEFAULT_CONFIGURATION);
          const changes = threads.map(threadChanges);
          for (const day of days)
            for (const { caseId, states } of replayFile(history, { asOf: day }, []).threads) {
              const index = threads.findIndex(({ theCase }) => theCase.id === caseId);
              const whole = threads[index] as (typeof threads)[number];
              expect([day, threadCode(nodesOn(whole, day).map(({ state }) => state))]).toEqual([day, states]);
              expect(changes[index]?.findLast(({ from }) => from <= day)?.states).toBe(states);
            }
        },
      ),
      { numRuns: 60 },
    ));

  it('shows every gap of a case in one step, breaks by nothing else, and says each state in words', () =>
    fc.assert(
      fc.property(arbitraryHistory({ stepsMax: 80 }), anyDay, (history, day) => {
        const { findings, threads } = replayFile(history, { asOf: day }, []);
        const found = new Map(findings.map((finding) => [finding.id, finding]));
        for (const { caseId, states, nodes } of threads) {
          expect(nodes.map(({ step }) => step)).toEqual(THREAD_STEPS);
          expect(statesOfCode(states)).toEqual(nodes.map(({ state }) => state));
          const shown = nodes.flatMap((node) => node.findings);
          const own = findings.filter((finding) => finding.caseId === caseId && isOfThread(finding.rule));
          expect([...shown].sort()).toEqual(own.map(({ id }) => id).sort());
          for (const { state, findings: ids, takenBy, on: taken, words } of nodes) {
            const gaps = ids.map((id) => found.get(id)).filter((one) => one && isGapStatus(one.status));
            expect(state === 'broken').toBe(gaps.some((gap) => gap && breaksThread(gap)));
            if (state === 'flawed') expect(gaps.length).toBeGreaterThan(0);
            if (state === 'done') expect([gaps.length, takenBy.length > 0]).toEqual([0, true]);
            expect(taken === null).toBe(takenBy.length === 0);
            expect(words.sv).not.toBe('');
          }
        }
      }),
      { numRuns: 80 },
    ));

  it('keeps each note and contact of a case beside exactly one step', () =>
    fc.assert(
      fc.property(arbitraryHistory({ stepsMax: 60 }), anyDay, (history, day) => {
        const { events, threads } = replayFile(history, { asOf: day }, []);
        for (const { caseId, nodes } of threads) {
          const own = events.filter(
            (event) => event.caseId === caseId && ['NoteWritten', 'ContactMade'].includes(event.type),
          );
          const beside = nodes.flatMap(({ notesAfter, contactsAfter }) => [...notesAfter, ...contactsAfter]);
          expect([...beside].sort()).toEqual(own.map(({ id }) => id as string).sort());
        }
      }),
      { numRuns: 40 },
    ));
});

const isOfThread = (rule: string): boolean => RULES.some(({ id, step }) => id === rule && isThreadStep(step));
