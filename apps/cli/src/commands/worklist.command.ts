import type { Text, UserId } from '@rt/domain';
import { SECTION_TITLES, SECTIONS, worklistOn, type Worklist } from '@rt/read-models';
import { imperativeFor } from '@rt/rules';
import { countFrom, dayFrom, wordsFrom } from '../arguments';
import { caseLabels } from '../case-labels';
import { reading } from '../house';
import { EXIT } from '../exit';
import { lineText } from '../line-text';
import { loggedPlace } from '../logged-place';
import type { Output } from '../output';
import type { Work } from '../run';
import type { Registration } from './registration';

interface WorklistOptions {
  readonly worker: string;
  readonly on?: string;
  readonly section?: string;
  readonly limit?: string;
}

export const worklistCommand: Registration = (program, run) =>
  void program
    .command('worklist')
    .description('what a case worker has to do on a day: what is late, what is due, what expires')
    .requiredOption('--worker <user>', 'the case worker')
    .option('--on <day>', 'the day (otherwise today)')
    .option('--section <sections>', `${SECTIONS.join(', ')} (otherwise all)`)
    .option('--limit <count>', 'lines at most (otherwise all in JSON, 50 in the table)')
    .action(run(worklist));

const worklist: Work<WorklistOptions> = (context, options) =>
  reading(context, async (opened) => {
    const { db, store, logAccess, today } = opened;
    const { output } = context;
    const worker = options.worker as UserId;
    const on = dayFrom('--on', options.on, today);
    const section =
      options.section === undefined ? undefined : wordsFrom('--section', options.section, SECTIONS);
    const limit =
      options.limit === undefined ? (output.json ? undefined : 50) : countFrom('--limit', options.limit);
    await logAccess({
      purpose: 'followUp',
      action: 'list',
      scope: `worklist worker=${(await loggedPlace(opened, { worker })).worker} on=${on}`,
    });
    const { next, ...answer } = await worklistOn(
      { db, store },
      { on, heldOn: today, worker, section, limit },
    );
    if (output.json) output.document({ worker, on, ...answer, lines: answer.lines.map(asDocument) });
    else {
      const labelOf = await caseLabels(opened, output, answer.lines);
      printWorklist(output, { worker, on, labelOf, hasMore: next !== undefined }, answer);
    }
    return EXIT.well;
  });

const asDocument = ({ settledBy, status: _status, inputs: _inputs, ...line }: Worklist['lines'][number]) => ({
  ...line,
  action: { code: settledBy[0], title: imperativeFor(line.rule, [], settledBy), settledBy },
});

const HEAD: readonly Text[] = [
  { sv: 'Dag, dagar kvar', en: 'Day, days left' },
  { sv: 'Ärende', en: 'Case' },
  { sv: 'Vad', en: 'What' },
  { sv: 'Att göra', en: 'What to do' },
];

interface Shown {
  readonly worker: string;
  readonly on: string;
  readonly labelOf: (line: Worklist['lines'][number]) => string;
  readonly hasMore: boolean;
}

const printWorklist = (
  output: Output,
  { worker, on, labelOf, hasMore }: Shown,
  { counts, lines }: Omit<Worklist, 'next'>,
): void => {
  if (lines.length === 0) {
    output.line(
      output.say({
        sv: `Ingenting att göra för ${worker} den ${on}.`,
        en: `${worker} has nothing to do on ${on}.`,
      }),
    );
    return;
  }
  for (const section of SECTIONS) {
    const found = lines.filter((line) => line.section === section);
    if (found.length === 0) continue;
    output.line(`${output.say(SECTION_TITLES[section])} (${counts[section]})`);
    output.table(
      HEAD,
      found.map((line) => [
        `${line.dueOn}\n${line.daysLeft}`,
        labelOf(line),
        lineText(output, line),
        output.say(line.whatToDo),
      ]),
    );
    output.line();
  }
  if (hasMore)
    output.line(output.say({ sv: 'Det finns fler: ge --limit.', en: 'There are more: give --limit.' }));
};
