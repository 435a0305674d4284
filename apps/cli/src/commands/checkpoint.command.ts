import { existsSync } from 'node:fs';
import { listsFileOf, writeCheckpointFiles } from '@rt/evidence';
import { readNote } from '../checkpoint-input';
import { EXIT, WrongUsage } from '../exit';
import { inHouse } from '../house';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

interface CheckpointOptions {
  readonly out: string;
  readonly since?: string;
}

export const checkpointCommand: Registration = (program, run) =>
  void program
    .command('checkpoint')
    .description(
      'sign the order of the whole store, the heads of all streams and the head of the access log, to be kept outside the house',
    )
    .requiredOption(
      '--out <file>',
      'the note to make, and <file>.json with its lists; files that exist are not overwritten',
    )
    .option('--since <note>', 'also prove that the history begins with that of this older checkpoint')
    .action(run(checkpoint));

const checkpoint: Work<CheckpointOptions> = (context, { out, since }) =>
  inHouse(context, 'read', async (house) => {
    const { output } = context;
    const evidence = await house.evidence();
    const older = since === undefined ? undefined : readNote('--since', since).note;
    refuseExisting(out);
    const made = await evidence.checkpoint(older);
    writing(out, () => writeCheckpointFiles(out, made));
    const { madeAt, size, lists } = made;
    const { publicKey } = evidence;
    if (output.json) output.document({ file: out, madeAt, size, streams: lists.heads.length, publicKey });
    else
      output.line(
        output.say({
          sv: `Kontrollpunkt över ${counted(size, 'entry').sv} i ${counted(lists.heads.length, 'stream').sv} skriven till ${out} (och ${listsFileOf(out)}). Förvara båda utanför huset. Den granskas med den öppna nyckeln ${publicKey}`,
          en: `Checkpoint of ${counted(size, 'entry').en} in ${counted(lists.heads.length, 'stream').en} written to ${out} (and ${listsFileOf(out)}). Keep both outside the house. The public key that checks it is ${publicKey}`,
        }),
      );
    return EXIT.well;
  });

/** Checked before signing, so that no checkpoint is made that cannot be written. */
const refuseExisting = (out: string): void => {
  const taken = [out, listsFileOf(out)].find((file) => existsSync(file));
  if (taken !== undefined) throw new WrongUsage(`--out ${out}: ${taken} exists; name another`);
};

const writing = (out: string, write: () => void): void => {
  try {
    write();
  } catch (error) {
    throw new WrongUsage(`--out ${out}: it cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
};
