import type { LocalDate, UnitId } from '@rt/domain';
import type { Directory } from '@rt/identity';
import { unitStatusOn, workerLoadOn, type UnitStatusRow, type WorkerLoad } from '@rt/read-models';
import { inForceAt, inUnit, ruleOn, RULES, type Ruleset } from '@rt/rules';
import { dayFrom } from '../arguments';
import { reading } from '../house';
import { EXIT } from '../exit';
import { loggedPlace } from '../logged-place';
import type { Output } from '../output';
import type { Work } from '../run';
import { unitName } from '../unit-names';
import type { Registration } from './registration';

interface StatusOptions {
  readonly unit: string;
  readonly on?: string;
}

export const statusCommand: Registration = (program, run) =>
  void program
    .command('status')
    .description('how a unit stands on a day: counts by rule, handling step and case worker')
    .requiredOption('--unit <unit>', 'the unit')
    .option('--on <day>', 'the day (otherwise today)')
    .action(run(status));

const status: Work<StatusOptions> = (context, { unit, on: day }) =>
  reading(context, async (opened) => {
    const { ruleset: adopted, db, logAccess, today, directory } = opened;
    const { output } = context;
    const on = dayFrom('--on', day, today);
    await logAccess({
      purpose: 'followUp',
      action: 'list',
      scope: `status unit=${(await loggedPlace(opened, { unit })).unit} on=${on}`,
    });
    const asked = { unit: unit as UnitId, heldOn: today, on };
    const rows = await unitStatusOn(db, asked);
    const workers = await workerLoadOn(db, asked);
    if (output.json) output.document({ unit, on, rows, workers });
    else {
      const { ruleset } = inForceAt((await adopted.load()).recorded);
      printStatus(output, { unit: unit as UnitId, on, rows, workers, ruleset, directory });
    }
    return EXIT.well;
  });

type Counts = UnitStatusRow['counts'] & { readonly acknowledged: number };

interface UnitOnDay {
  readonly unit: UnitId;
  readonly on: LocalDate;
  readonly rows: readonly UnitStatusRow[];
  readonly workers: readonly WorkerLoad[];
  readonly ruleset: Ruleset;
  readonly directory: Directory;
}

const printStatus = (output: Output, { unit, on, rows, workers, ruleset, directory }: UnitOnDay): void => {
  const name = unitName(directory, unit);
  if (rows.length === 0 && workers.length === 0) {
    output.line(
      output.say({
        sv: `Enheten ${name} har ingenting att visa den ${on}. Stämmer enhetens beteckning?`,
        en: `The unit ${name} has nothing to show on ${on}. Is that the unit's id?`,
      }),
    );
    return;
  }
  output.line(output.say({ sv: `Enheten ${name} den ${on}`, en: `The unit ${name} on ${on}` }));
  output.line();
  printLoads(output, workers);
  for (const [inCase, title] of SIDES) {
    const found = rows.filter((row) => row.inCase === inCase);
    if (found.length === 0) continue;
    output.line();
    output.line(output.say(title));
    printRules(output, found, (rule) => ruleOn(rule, ruleset, on, inUnit(unit)).title);
  }
};

const SIDES = [
  ['open', { sv: 'I öppna ärenden', en: 'In open cases' }],
  ['closed', { sv: 'I avslutade ärenden', en: 'In closed cases' }],
] as const;

/** What each case worker has in hand, and the unit in all. */
const printLoads = (output: Output, workers: readonly WorkerLoad[]): void => {
  const figuresOf = (some: readonly WorkerLoad[]): number[] =>
    (['openCases', 'brokenThreads', 'overdue', 'dueWithin7Days'] as const).map((figure) =>
      some.reduce((sum, load) => sum + load[figure], 0),
    );
  output.table(
    [
      { sv: 'Handläggare', en: 'Case worker' },
      { sv: 'Öppna ärenden', en: 'Open cases' },
      { sv: 'Brutna trådar', en: 'Broken threads' },
      { sv: 'Förfallet', en: 'Overdue' },
      { sv: 'Inom 7 dagar', en: 'Within 7 days' },
    ],
    [
      ...workers.map((load) => [
        load.workerId ?? output.say({ sv: 'ingen', en: 'nobody' }),
        ...figuresOf([load]),
      ]),
      [output.say({ sv: 'hela enheten', en: 'the whole unit' }), ...figuresOf(workers)],
    ],
  );
};

const printRules = (
  output: Output,
  rows: readonly UnitStatusRow[],
  titleOf: (rule: (typeof RULES)[number]) => Parameters<Output['say']>[0],
): void =>
  output.table(
    [
      { sv: 'Regel', en: 'Rule' },
      { sv: 'Förfallna', en: 'Overdue' },
      { sv: 'Brister', en: 'Violations' },
      { sv: 'Kvitterade', en: 'Acknowledged' },
      { sv: 'Inom tid', en: 'In time' },
      { sv: 'Åtgärdade för sent', en: 'Fulfilled late' },
      { sv: 'Åtgärdade', en: 'Fulfilled' },
      { sv: 'Förklarade', en: 'Explained' },
    ],
    RULES.flatMap((rule) => {
      const ofRule = rows.filter((row) => row.rule === rule.id);
      return ofRule.length === 0 ? [] : [[output.say(titleOf(rule)), ...figures(total(ofRule))]];
    }),
  );

const total = (rows: readonly UnitStatusRow[]): Counts =>
  rows.reduce(
    (sum, { counts, acknowledged }) =>
      Object.fromEntries(
        Object.entries({ ...counts, acknowledged }).map(([status, count]) => [
          status,
          count + (sum[status as keyof Counts] ?? 0),
        ]),
      ) as unknown as Counts,
    {} as Counts,
  );

const figures = (counts: Counts): number[] => [
  counts.overdue,
  counts.violation,
  counts.acknowledged,
  counts.pending,
  counts.fulfilledLate,
  counts.fulfilled,
  counts.explained,
];
