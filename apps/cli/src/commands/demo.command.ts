import { dayFrom } from '../arguments';
import { todayOf } from '../house';
import { EXIT } from '../exit';
import { loadDemo, type LoadedDemo } from '../load-demo';
import type { Output } from '../output';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

export const demoCommand: Registration = (program, run) =>
  void program
    .command('demo')
    .description(
      'fill the data folder with synthetic personal files, through the same handlers that people use',
    )
    .option('--day <day>', 'the day up to which the living files reach (otherwise today)')
    .option('--seed <seed>', 'another seed gives other people')
    .action(run(demo));

const demo: Work<{ readonly day?: string; readonly seed?: string }> = async (context, options) => {
  const day = dayFrom('--day', options.day, todayOf(context.settings));
  const loaded = await loadDemo(context, { day, seed: options.seed });
  if (context.output.json) context.output.document(loaded);
  else printLoaded(context.output, loaded);
  return EXIT.well;
};

/** Prints a short summary of the loaded demo. */
export const printLoaded = (
  output: Output,
  { day, files, events, review, reviewedCases, description }: LoadedDemo,
): void => {
  const { year2021, living, lookAt } = description;
  output.line(
    output.say({
      sv: `Demodata till och med ${day}: ${counted(events, 'event').sv} i ${counted(files, 'file').sv} – ${year2021.files} från det granskade året 2021, ${living.files} levande (${living.whole} med hel tråd). Granskningen ${review}: ${reviewedCases} ärenden dragna.`,
      en: `Demo data up to ${day}: ${events} events in ${files} personal files – ${year2021.files} of the reviewed year 2021, ${living.files} living (${living.whole} with a whole thread). The review ${review}: ${reviewedCases} cases drawn.`,
    }),
  );
  if (lookAt.length === 0) return;
  output.line();
  output.line(output.say({ sv: 'Att titta på (rt replay ÄRENDE):', en: 'To look at (rt replay CASE):' }));
  for (const { caseId, unitId, what } of lookAt) output.line(`  ${caseId}  ${unitId}: ${output.say(what)}`);
};
