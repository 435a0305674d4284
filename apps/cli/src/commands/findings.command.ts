import { Option } from 'commander';
import { ruleIdNow, type LocalDate, type UnitId, type UserId } from '@rt/domain';
import { findingsOn, type FindingOn } from '@rt/read-models';
import { LISTED_STATUSES, OPEN_STATUSES, RULES, STATUS_WORDS } from '@rt/rules';
import { countFrom, dayFrom, wordsFrom } from '../arguments';
import { caseLabels } from '../case-labels';
import { reading } from '../house';
import { EXIT } from '../exit';
import { lineText } from '../line-text';
import { loggedPlace } from '../logged-place';
import type { Output } from '../output';
import type { Work } from '../run';
import type { Registration } from './registration';

interface FindingsOptions {
  readonly on?: string;
  readonly unit?: string;
  readonly rule?: string;
  readonly worker?: string;
  readonly status?: string;
  readonly sort: Sort;
  readonly limit?: string;
}

const SORTS = { due: 'oldestFirst', '-due': 'newestFirst' } as const;
type Sort = keyof typeof SORTS;

export const findingsCommand: Registration = (program, run) =>
  void program
    .command('findings')
    .description('what the rules find, with its status on a day, as it was by what is known now')
    .option('--on <day>', 'the day (otherwise today)')
    .option('--unit <unit>', 'of one unit')
    .option('--rule <rules>', 'of one rule, or several separated by commas')
    .option('--worker <user>', "in one case worker's files")
    .option(
      '--status <statuses>',
      `${LISTED_STATUSES.join(', ')}, or all (otherwise all in JSON, what is open in the table)`,
    )
    .addOption(
      new Option('--sort <order>', 'by the day they are due, the oldest first or the newest')
        .choices(Object.keys(SORTS))
        .default('due'),
    )
    .option('--limit <count>', 'rows at most (otherwise all in JSON, 50 in the table)')
    .action(run(findings));

const findings: Work<FindingsOptions> = (context, options) => {
  const { output } = context;
  return reading(context, async (opened) => {
    const { db, store, logAccess, today } = opened;
    const on = dayFrom('--on', options.on, today);
    const rule =
      options.rule === undefined
        ? undefined
        : wordsFrom(
            '--rule',
            options.rule
              .split(',')
              .map((id) => ruleIdNow(id.trim()))
              .join(','),
            RULES.map(({ id }) => id),
          );
    const statuses = statusesAsked(options.status, output.json);
    const limit =
      options.limit === undefined ? (output.json ? undefined : 50) : countFrom('--limit', options.limit);
    await logAccess({
      purpose: 'followUp',
      action: 'list',
      scope: scopeOf({ on, rule: rule?.join(','), ...(await loggedPlace(opened, options)) }),
    });
    const answer = await findingsOn(
      { db, store },
      {
        on,
        heldOn: today,
        unit: options.unit as UnitId | undefined,
        rule,
        worker: options.worker as UserId | undefined,
        status: statuses,
        order: SORTS[options.sort],
        ...(output.json && { each: true }),
        limit,
      },
    );
    if (output.json) output.document({ on, findings: answer.findings.map(asDocument) });
    else {
      printFindings(output, on, answer.findings, await caseLabels(opened, output, answer.findings));
      if (answer.next !== undefined)
        output.line(output.say({ sv: 'Det finns fler: ge --limit.', en: 'There are more: give --limit.' }));
    }
    return EXIT.well;
  });
};

const statusesAsked = (status: string | undefined, json: boolean) => {
  if (status === undefined) return json ? undefined : OPEN_STATUSES;
  return status === 'all' ? undefined : wordsFrom('--status', status, LISTED_STATUSES);
};

const scopeOf = ({
  on,
  unit,
  rule,
  worker,
}: Pick<FindingsOptions, 'on' | 'unit' | 'rule' | 'worker'>): string =>
  Object.entries({ on, unit, rule, worker })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(' ');

/** A finding for the JSON output. A missing value is null. */
export const asDocument = (finding: FindingOn) => ({
  id: finding.id,
  rule: finding.rule,
  ruleVersion: finding.ruleVersion,
  severity: finding.severity,
  subject: finding.subject,
  fileId: finding.fileId,
  caseId: finding.caseId,
  unitId: finding.unitId,
  workerId: finding.workerId,
  kind: finding.kind,
  arisesOn: finding.arisesOn,
  dueOn: finding.dueOn,
  fulfilledOn: finding.fulfilledOn,
  voidedOn: finding.voidedOn,
  explainedOn: finding.explainedOn,
  acknowledgedOn: finding.acknowledgedOn,
  acknowledgedUntil: finding.acknowledgedUntil,
  remindedOn: finding.remindedOn,
  returnedOn: finding.returnedOn,
  status: finding.status,
  inputs: finding.inputs,
  evidence: finding.evidence,
  title: finding.title,
  text: finding.text,
  whatToDo: finding.whatToDo,
  marks: finding.marks,
});

/** Prints the findings as a table, the oldest due day first. */
export const printFindings = (
  output: Output,
  on: LocalDate,
  found: readonly FindingOn[],
  labelOf: (line: FindingOn) => string,
): void => {
  if (found.length === 0) {
    output.line(
      output.say({ sv: `Inga brister eller bevakningar den ${on}.`, en: `Nothing was found on ${on}.` }),
    );
    return;
  }
  output.table(
    [
      { sv: 'Förfaller, läge', en: 'Due, status' },
      { sv: 'Ärende', en: 'Case' },
      { sv: 'Vad', en: 'What' },
    ],
    found.map((line) => [
      [line.dueOn, output.say(STATUS_WORDS[line.status]), line.workerId ?? '–'].join('\n'),
      labelOf(line),
      lineText(output, line),
    ]),
  );
};
