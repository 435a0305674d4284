import fc from 'fast-check';
import { fileAt, on, type Instant, type Recorded, type RulesetEvent } from '@rt/domain';
import { LoadedFile } from '@rt/files';
import { RULES } from '@rt/rules';
import { arbitrarySettings } from '../../rules/src/settings.fixture';
import { gatherEvidence } from './evidence';
import { indicatorRows } from './indicators/indicator-rows';
import { decisionsIn } from './population';
import { fileOfTheYear, type FileOfTheYear } from './review-year.fixture';
import { LEDSAGNING_2021 } from './reviews/ledsagning-2021.review';

const { plan, report } = LEDSAGNING_2021;
const DAYS = ['2018-01-01', '2019-03-01', '2021-01-01', '2021-05-03', '2021-05-04', '2021-12-31'].map(on);
/** Settings about the rules that rows go by, and about one more. */
const someSettings = arbitrarySettings({
  days: DAYS,
  boardOrUnit: 'farsta',
  rules: RULES.filter(({ id }) =>
    [
      'decision-without-current-investigation',
      'wishes-missing',
      'order-unspecific',
      'plan-due',
      'plan-renewal-due',
      'follow-up-due',
    ].includes(id),
  ),
});
const YEAR: readonly FileOfTheYear[] = [
  { unit: 'farsta' },
  { unit: 'farsta', investigation: 'old' },
  { unit: 'farsta', investigation: 'noWishes' },
  { unit: 'ostermalm', order: 'vague' },
  { unit: 'ostermalm', plan: 'none' },
];
/** Everything in the files is known before any setting, so that the settings alone make a difference. */
const files = YEAR.map((said, index) => fileOfTheYear(index + 1, said)).map(
  ({ fileId, events }) =>
    new LoadedFile(
      fileId,
      events.map((event) => ({ ...event, recordedAt: '2017-01-01T00:00:00.000Z' as Instant })),
    ),
);
const cases = files
  .flatMap(({ fileId, recorded }) => decisionsIn(fileId, fileAt(recorded)))
  .map((decision) => ({ ...decision, stratum: '' }));

async function* each(): AsyncIterable<LoadedFile> {
  yield* files;
}

const rowsOf = async (settings: readonly Recorded<RulesetEvent>[], knownAt?: Instant) =>
  indicatorRows(
    report,
    await gatherEvidence(
      each(),
      {
        populations: [plan.population],
        drawn: { cases, reviewedWhole: [] },
        measuringDay: plan.measuringDay,
        knownAt,
      },
      settings,
    ),
  );

it('the rows of a review as they were known are never changed by a setting recorded later; the rows of today are by some', async () => {
  let changedNow = 0;
  await fc.assert(
    fc.asyncProperty(someSettings, fc.nat(), async (settings, cut) => {
      const early = settings.slice(0, cut % (settings.length + 1));
      const knownAt = early.at(-1)?.recordedAt ?? ('2017-06-01T00:00:00.000Z' as Instant);
      expect(await rowsOf(settings, knownAt)).toEqual(await rowsOf(early, knownAt));
      if (JSON.stringify(await rowsOf(settings)) !== JSON.stringify(await rowsOf(early))) changedNow += 1;
    }),
    { numRuns: 60 },
  );
  expect(changedNow).toBeGreaterThan(0);
});

it('a row names the paused rules that it goes by, none that rests on law, and then has no figure', async () => {
  const ruleOf: Readonly<Record<string, readonly string[]>> = {
    L16: ['wishes-missing'],
    L33: ['order-unspecific'],
    L34: ['plan-due', 'plan-renewal-due'],
  };
  let withoutFigure = 0;
  await fc.assert(
    fc.asyncProperty(someSettings, async (settings) => {
      for (const { id, status, pausedRules, numerator, agrees } of await rowsOf(settings)) {
        expect(pausedRules.every((rule) => ruleOf[id]?.includes(rule))).toBe(true);
        if (pausedRules.length === 0) continue;
        withoutFigure += 1;
        expect([status, numerator, agrees]).toEqual(['notComputable', null, null]);
      }
    }),
    { numRuns: 60 },
  );
  expect(withoutFigure).toBeGreaterThan(0);
});
