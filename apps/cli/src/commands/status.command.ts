import type { LocalDate, UnitId } from '@rt/domain';
import { unitStatusOn, type UnitStatusRow } from '@rt/read-models';
import { inForceAt, inUnit, ruleOn, RULES, type Ruleset } from '@rt/rules';
import { dayFrom } from '../arguments';
import { reading } from '../house';
import { EXIT } from '../exit';
import { loggedPlace } from '../logged-place';
import type { Output } from '../output';
import type { Work } from '../run';
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
    const { ruleset: adopted, db, logAccess, today } = opened;
    const { output } = context;
    const on = dayFrom('--on', day, today);
    await logAccess({
      purpose: 'followUp',
      action: 'list',
      scope: `status unit=${(await loggedPlace(opened, { unit })).unit} on=${on}`,
    });
    const rows = await unitStatusOn(db, { unit: unit as UnitId, heldOn: today, on });
    if (output.json) output.document({ unit, on, rows });
    else {
      const { ruleset } = inForceAt((await adopted.load()).recorded);
      printStatus(output, { unit: unit as UnitId, on, rows, ruleset });
    }
    return EXIT.well;
  });

type Counts = UnitStatusRow['counts'] & { readonly acknowledged: number };

interface UnitOnDay {
  readonly unit: UnitId;
  readonly on: LocalDate;
  readonly rows: readonly UnitStatusRow[];
  readonly ruleset: Ruleset;
}

const printStatus = (output: Output, { unit, on, rows, ruleset }: UnitOnDay): void => {
  if (rows.length === 0) {
    output.line(
      output.say({
        sv: `Enheten ${unit} har ingenting att visa den ${on}. Stämmer enhetens beteckning?`,
        en: `The unit ${unit} has nothing to show on ${on}. Is that the unit's id?`,
      }),
    );
    return;
  }
  const head = [
    { sv: 'Förfallna', en: 'Overdue' },
    { sv: 'Brister', en: 'Violations' },
    { sv: 'Kvitterade', en: 'Acknowledged' },
    { sv: 'Inom tid', en: 'In time' },
    { sv: 'Åtgärdade för sent', en: 'Fulfilled late' },
    { sv: 'Åtgärdade', en: 'Fulfilled' },
    { sv: 'Förklarade', en: 'Explained' },
  ];
  output.line(output.say({ sv: `Enheten ${unit} den ${on}`, en: `The unit ${unit} on ${on}` }));
  output.line();
  output.table(
    [{ sv: 'Regel', en: 'Rule' }, ...head],
    RULES.flatMap((rule) => {
      const ofRule = rows.filter((row) => row.rule === rule.id);
      if (ofRule.length === 0) return [];
      const { title } = ruleOn(rule, ruleset, on, inUnit(unit));
      return [[output.say(title), ...figures(total(ofRule))]];
    }),
  );
  output.line();
  const workers = [...new Set(rows.map(({ workerId }) => workerId))].sort();
  output.table(
    [{ sv: 'Handläggare', en: 'Case worker' }, ...head],
    workers.map((worker) => [
      worker ?? output.say({ sv: 'ingen', en: 'nobody' }),
      ...figures(total(rows.filter(({ workerId }) => workerId === worker))),
    ]),
  );
};

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
