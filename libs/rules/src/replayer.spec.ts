import fc from 'fast-check';
import { addDays, asHistory, dayOf, endOfDay, on, recorded, type LocalDate } from '@rt/domain';
import { arbitraryHistory, FIRST_DAY } from '../../domain/src/history.fixture';
import { arbitraryDenseHistory } from './dense-history.fixture';
import { replayerOf, replayFile } from './index';
import { arbitrarySettings, setting } from './settings.fixture';

const histories = fc.oneof(arbitraryHistory(), arbitraryDenseHistory());

/** Days on which something happened or was recorded, the days around them, and days far from them. */
const daysOf = (history: Parameters<typeof replayerOf>[0]): readonly LocalDate[] => [
  ...history.flatMap(({ occurredOn, recordedAt }) =>
    [occurredOn, dayOf(recordedAt)].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]),
  ),
  ...[0, 200, 900].map((days) => addDays(FIRST_DAY, days)),
];

describe('a replayer', () => {
  it('answers as a replay from the beginning does, in whatever order it is asked', () => {
    fc.assert(
      fc.property(
        histories,
        arbitrarySettings(),
        fc.array(fc.tuple(fc.nat(), fc.option(fc.nat())), { minLength: 10, maxLength: 20 }),
        (history, settings, asked) => {
          const days = daysOf(history);
          const dayAt = (n: number): LocalDate => days[n % days.length] as LocalDate;
          const replayer = replayerOf(history, settings);
          for (const [day, known] of [...asked, ...asked]) {
            const moment = {
              asOf: dayAt(day),
              ...(known !== null && { knownAt: endOfDay(dayAt(known)) }),
            };
            const { events, findings, threads } = replayer(moment);
            const anew = replayFile(history, moment, settings);
            expect({ events, findings, threads }).toEqual({
              events: anew.events,
              findings: anew.findings,
              threads: anew.threads,
            });
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sees a setting that was recorded between two events', () => {
    const history = asHistory([recorded('CaseOpened', '2026-01-02'), recorded('OrderSent', '2026-03-02')]);
    const paused = setting('RuleSuspended', '2026-03-05', {
      scope: 'municipality',
      from: on('2026-03-01'),
      ruleId: 'plan-due',
      reason: 'Översyn',
    });
    const replayer = replayerOf(history, [{ ...paused, occurredOn: on('2026-03-01') }]);
    const foundBy = (day: string): readonly string[] =>
      replayer({ asOf: on('2026-03-20'), knownAt: endOfDay(on(day)) }).findings.map(({ rule }) => rule);
    expect(foundBy('2026-03-04')).toContain('plan-due');
    expect(foundBy('2026-03-05')).not.toContain('plan-due');
  });

  it('makes nothing anew for a day that it was asked about before', () => {
    const [history = []] = fc.sample(arbitraryHistory(), { numRuns: 1, seed: 7 });
    const replayer = replayerOf(history, []);
    const moment = { asOf: addDays(FIRST_DAY, 300), knownAt: endOfDay(addDays(FIRST_DAY, 300)) };
    expect(replayer({ ...moment })).toBe(replayer({ ...moment }));
    const [one, next] = [
      replayer({ asOf: addDays(FIRST_DAY, 2000) }),
      replayer({ asOf: addDays(FIRST_DAY, 2001) }),
    ];
    expect(next.file).toBe(one.file);
    expect(next).not.toBe(one);
  });
});
