import { type UnitId } from '@rt/domain';
import { houseExists } from '@rt/composition';
import { ComputeIndicators } from '@rt/inspection';
import { catchUp, findingsOn } from '@rt/read-models';
import { GAP_STATUSES } from '@rt/rules';
import path from 'node:path';
import { HEALING, reportTo, working, type Working } from '../house';
import { EXIT } from '../exit';
import { interruptedLoad } from '../interrupted-load';
import { loadDemo } from '../load-demo';
import { loggedPlace } from '../logged-place';
import type { Output } from '../output';
import type { Context, Work } from '../run';
import { unitName } from '../unit-names';
import { printLoaded } from './demo.command';
import { caseLabels } from '../case-labels';
import { printFindings } from './findings.command';
import type { Registration } from './registration';

export const firstLookCommand: Registration = (program, run) =>
  void program
    .command('first-look')
    .description(
      'load the demo into an empty data folder, show broken threads and what came of a published review',
    )
    .option('--unit <unit>', 'the unit whose broken threads are shown', 'farsta')
    .action(run(firstLook));

/** The number of rows that fits on a screen together with the text below them. */
const ROWS_MAX = 5;
const REVIEW = 'ledsagning-2021';

const firstLook: Work<{ readonly unit: string }> = async (context, { unit }) => {
  await loadWhereEmpty(context);
  await working(context, 'read', async (opened) => {
    await catchUp({ ...opened, ...HEALING, onProgress: reportTo(context.output) });
    await showBroken(context, opened, unit);
    await showReview(context, opened);
  });
  heading(context.output, { sv: 'Prova på kommandoraden', en: 'Try on the command line' });
  const { dataDir } = context.settings.house;
  const where = dataDir === path.resolve('data') ? '' : ` --data-dir ${dataDir}`;
  for (const line of TRY_NEXT) context.output.line(`  npm run -s rt -- ${line}${where}`);
  return EXIT.well;
};

/** Loads the demo into an empty folder, and continues a load that was interrupted. Any other folder is left unchanged. */
const loadWhereEmpty = async (context: Context): Promise<void> => {
  const { output, settings } = context;
  const { house } = settings;
  const interrupted = interruptedLoad(house.dataDir);
  if (interrupted === undefined && houseExists(house))
    output.line(
      output.say({
        sv: `Datamappen ${house.dataDir} har redan innehåll; ingen demodata laddas.`,
        en: `The data folder ${house.dataDir} has content already; no demo data is loaded.`,
      }),
    );
  else printLoaded(output, await loadDemo(context, interrupted ?? {}));
};

const showBroken = async ({ output }: Context, opened: Working, unit: string): Promise<void> => {
  const { db, store, logAccess, today, directory } = opened;
  await logAccess({
    purpose: 'followUp',
    action: 'list',
    scope: `on=${today} unit=${(await loggedPlace(opened, { unit })).unit}`,
  });
  const { findings, next } = await findingsOn(
    { db, store },
    {
      on: today,
      heldOn: today,
      unit: unit as UnitId,
      limit: ROWS_MAX,
      status: GAP_STATUSES,
      order: 'newestFirst',
    },
  );
  heading(output, {
    sv: `Brutna trådar i ${unitName(directory, unit)} i dag, ${today}, de senaste först`,
    en: `Broken threads in ${unitName(directory, unit)} today, ${today}, the newest first`,
  });
  printFindings(output, today, findings, await caseLabels(opened, output, findings));
  if (next === undefined) return;
  output.line(
    output.say({
      sv: `… och fler: npm run -s rt -- findings --unit ${unit}`,
      en: `… and more: npm run -s rt -- findings --unit ${unit}`,
    }),
  );
};

const showReview = async ({ output }: Context, { queries, logAccess }: Working): Promise<void> => {
  await logAccess({
    purpose: 'supervision',
    action: 'measure',
    scope: `review=${REVIEW} knownAt=draw`,
  });
  const { rows } = await queries.execute(new ComputeIndicators(REVIEW));
  const agree = rows.filter(({ agrees }) => agrees === true).length;
  heading(output, {
    sv: 'Den publicerade granskningen av ledsagning 2021, beräknad ur personakterna',
    en: 'The published review of companion service 2021, computed from the personal files',
  });
  output.line(
    output.say({
      sv: `${agree} av ${rows.length} rader blir som de trycktes: npm run -s rt -- indicators ${REVIEW}`,
      en: `${agree} of ${rows.length} rows come out as they were printed: npm run -s rt -- indicators ${REVIEW}`,
    }),
  );
};

const heading = (output: Output, text: Parameters<Output['say']>[0]): void => {
  output.line();
  output.line(output.say(text));
  output.line('─'.repeat(output.say(text).length));
};

const TRY_NEXT = [
  'status --unit farsta',
  'findings --unit sodermalm --rule contact-relative-without-consent',
  'verify',
];
