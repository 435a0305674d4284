import { writeFileSync } from 'node:fs';
import { EXIT, WrongUsage } from '../exit';
import { inHouse } from '../house';
import type { Work } from '../run';
import type { Registration } from './registration';

export const checkpointCommand: Registration = (program, run) =>
  void program
    .command('checkpoint')
    .description(
      'sign the heads of all streams into a file, to be kept outside the house and verified against later',
    )
    .requiredOption('--out <file>', 'the file to make; one that exists is not overwritten')
    .action(run(checkpoint));

const checkpoint: Work<{ readonly out: string }> = (context, { out }) =>
  inHouse(context, 'read', async ({ store }) => {
    const { output } = context;
    const made = await store.checkpoint();
    write(out, `${JSON.stringify(made, null, 2)}\n`);
    if (output.json) output.document({ file: out, madeAt: made.madeAt, streams: made.streams.length });
    else
      output.line(
        output.say({
          sv: `Kontrollpunkt över ${made.streams.length} strömmar skriven till ${out}. Förvara den utanför huset.`,
          en: `Checkpoint of ${made.streams.length} streams written to ${out}. Keep it outside the house.`,
        }),
      );
    return EXIT.well;
  });

const write = (file: string, text: string): void => {
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongUsage(
      code === 'EEXIST'
        ? `--out ${file}: the file exists; name another`
        : `--out ${file}: it cannot be written (${code})`,
    );
  }
};
