import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reviewDefinition } from '@rt/inspection';
import { CommandLine } from './command-line.fixture';
import { drawReviewIn } from './drawn-review.fixture';

/** A file of the walk-through, five years earlier: in the year of the review. */
const in2021 = (name: string) =>
  readFileSync(path.join(__dirname, '../../../docs/walk-through', name), 'utf8')
    .replaceAll('2026-', '2021-')
    .replaceAll('"hl-7"', '"hl-farsta-1"');
const CASE = '5b1d9a52-6c0e-4f0b-9a55-0d0f6f3c1a01';
const REVIEW = 'ledsagning-2021';
const IN_MAY = '2022-05-02T09:00:00.000Z';

interface Row {
  readonly id: string;
  readonly status: string;
  readonly pausedRules: readonly string[];
  readonly agrees: boolean | null;
}

describe('a setting that was recorded in May and dated January, on the command line', () => {
  const rt = new CommandLine();
  const pauseOf = (ruleId: string) => ({
    type: 'RuleSuspended',
    occurredOn: '2021-01-01',
    data: { ruleId, scope: 'municipality', from: '2021-01-01', reason: 'Översyn' },
  });
  const adopts = (ruleId: string) => rt.run(['adopt'], { now: IN_MAY, stdin: pauseOf(ruleId) });
  const replayed = async (...known: string[]) => {
    const { findings } = await rt.json<{ findings: { rule: string }[] }>([
      ...['replay', CASE, '--as-of', '2021-04-30', ...known],
    ]);
    return findings.map(({ rule }) => rule);
  };
  const rowOf = async (id: string, ...known: string[]) => {
    const { rows } = await rt.json<{ rows: readonly Row[] }>(['indicators', REVIEW, ...known]);
    return rows.find((row) => row.id === id);
  };

  beforeAll(async () => {
    const opened = await rt.json<{ fileId: string }>(['open', '--unit', 'farsta', '--board', 'sdn-farsta'], {
      now: '2021-02-09T09:00:00.000Z',
      stdin: in2021('person.json'),
    });
    await rt.run(['record', opened.fileId], {
      now: '2021-03-02T15:00:00.000Z',
      stdin: in2021('1-application-to-order.json'),
    });
    await drawReviewIn(rt.dataDir, reviewDefinition(REVIEW)!.plan, '2022-01-10T09:00:00.000Z');
    for (const ruleId of ['plan-due', 'order-unspecific']) expect((await adopts(ruleId)).exitCode).toBe(0);
  });
  afterAll(() => rt.end());

  it('changes a replay of what is known now, and none of what was known in March', async () => {
    expect(await replayed('--known-at', '2022-03-31')).toContain('plan-due');
    expect(await replayed()).not.toContain('plan-due');
  });

  it('leaves a row of its rule without a figure, and the figure of March as it was', async () => {
    expect(await rowOf('L33', '--known-at', '2022-03-31')).toMatchObject({
      status: 'computed',
      pausedRules: [],
    });
    expect(await rowOf('L33')).toMatchObject({ status: 'computed', now: { status: 'notComputable' } });
    expect(await rowOf('L33', '--known-at', IN_MAY)).toMatchObject({
      status: 'notComputable',
      pausedRules: ['order-unspecific'],
      agrees: null,
    });
    const { out } = await rt.run(['indicators', REVIEW, '--known-at', IN_MAY]);
    // The words of the last column stand below each other.
    expect(out).toMatch(/^L33 .* – .*\bgår$[\s\S]*?\binte$[\s\S]*?\bräkna$/m);
    expect(out).toContain('regeln order-unspecific var vilande');
  });

  it('cannot pause a rule that rests on law', async () => {
    const { exitCode, err } = await adopts('decision-without-current-investigation');
    expect([exitCode, /vilar på lag/.test(err)]).toEqual([2, true]);
  });
});
