import { type UnitId } from '@rt/domain';
import { MeasureReview } from '@rt/inspection';
import { catchUp, findingsOn, type FindingsQuestion } from '@rt/read-models';
import { dataFolderHolds, reportTo, working } from '../composition';
import { EXIT } from '../exit';
import { loadDemo } from '../load-demo';
import type { Output } from '../output';
import type { Context, Work } from '../run';
import { printLoaded } from './demo.command';
import { printFindings } from './findings.command';
import { printMeasures } from './measure.command';
import type { Registration } from './registration';

export const startCommand: Registration = (program, run) =>
  void program
    .command('start')
    .description(
      'the first look: loads the demo into an empty data folder, shows broken threads and a published review',
    )
    .option('--empty', 'no demo data: make an empty data folder, ready for real files')
    .option('--unit <unit>', 'the unit whose broken threads are shown', 'farsta')
    .action(run(start));

const ROWS_MAX = 10;

const start: Work<{ readonly empty?: true; readonly unit: string }> = async (context, { empty, unit }) => {
  const { output, settings } = context;
  const known = dataFolderHolds(settings);
  if (empty) return startEmpty(context, known);
  if (known)
    output.line(
      output.say({
        sv: `Datamappen ${settings.dataDir} har redan innehåll; ingen demodata laddas.`,
        en: `The data folder ${settings.dataDir} has content already; no demo data is loaded.`,
      }),
    );
  else printLoaded(output, await loadDemo(context, {}));
  await working(context, 'read', async ({ store, db, queries, accessLog, clock, today }) => {
    await catchUp({ store, db, onProgress: reportTo(output) });
    const read = { at: clock.now(), userId: settings.operator, role: 'operator', relation: 'none' } as const;
    accessLog.write({ ...read, purpose: 'followUp', action: 'list', scope: `on=${today} unit=${unit}` });
    const ask = (question: Pick<FindingsQuestion, 'status' | 'order'>) =>
      findingsOn(db, { on: today, unit: unit as UnitId, limit: ROWS_MAX, ...question });
    const broken = await ask({ status: ['overdue', 'violation'], order: 'newestFirst' });
    heading(output, {
      sv: `Brutna trådar i ${unit} i dag, ${today}, de senaste först`,
      en: `Broken threads in ${unit} today, ${today}, the newest first`,
    });
    printFindings(output, today, broken.findings);
    if (broken.next !== undefined)
      output.line(
        output.say({
          sv: `… och fler: rt findings --unit ${unit}`,
          en: `… and more: rt findings --unit ${unit}`,
        }),
      );
    const pending = await ask({ status: 'pending', order: 'oldestFirst' });
    heading(output, { sv: 'Det som förfaller närmast', en: 'What is due next' });
    printFindings(output, today, pending.findings);
    accessLog.write({
      ...read,
      purpose: 'supervision',
      action: 'measure',
      scope: 'review=ledsagning-2021 knownAt=now',
    });
    const { rows } = await queries.execute(new MeasureReview('ledsagning-2021'));
    heading(output, {
      sv: 'Den publicerade granskningen av ledsagning 2021, beräknad ur personakterna',
      en: 'The published review of companion service 2021, computed from the personal files',
    });
    printMeasures(output, rows);
  });
  heading(output, { sv: 'Prova sedan', en: 'Try next' });
  for (const line of TRY_NEXT) output.line(`  ${line}`);
  return EXIT.well;
};

const startEmpty = async (context: Context, known: boolean): Promise<number> => {
  const { output, settings } = context;
  if (!known) await working(context, 'write', async () => undefined);
  output.line(
    output.say(
      known
        ? {
            sv: `Datamappen ${settings.dataDir} har redan innehåll och lämnas orörd.`,
            en: `The data folder ${settings.dataDir} has content already and is left as it is.`,
          }
        : {
            sv: `En tom datamapp finns nu i ${settings.dataDir}. Öppna en första personakt: npm run -s rt -- open --unit UNIT --board BOARD < person.json`,
            en: `An empty data folder is now in ${settings.dataDir}. Open a first personal file: npm run -s rt -- open --unit UNIT --board BOARD < person.json`,
          },
    ),
  );
  return EXIT.well;
};

const heading = (output: Output, text: Parameters<Output['say']>[0]): void => {
  output.line();
  output.line(output.say(text));
  output.line('─'.repeat(output.say(text).length));
};

const TRY_NEXT = [
  'npm run -s rt -- status --unit farsta',
  'npm run -s rt -- findings --unit farsta --sort=-due',
  'npm run -s rt -- findings --unit sodermalm --rule contact-relative-without-consent',
  'npm run -s rt -- replay CASE --as-of 2026-03-18 --known-at 2026-03-18',
  'npm run -s rt -- measure ledsagning-2021',
  'npm run -s rt -- verify',
  'npm start -- --empty --data-dir my-data',
];
