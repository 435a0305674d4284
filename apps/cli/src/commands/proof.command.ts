import { existsSync, writeFileSync } from 'node:fs';
import type { FileId } from '@rt/domain';
import { StreamErased } from '@rt/event-store';
import { streamOfFile } from '@rt/files';
import { idFrom } from '../arguments';
import { readNote } from '../checkpoint-input';
import { EXIT, WrongUsage } from '../exit';
import { inHouse, logOperatorAccess } from '../house';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

interface ProofOptions {
  readonly out: string;
  readonly withoutPayloads?: boolean;
  readonly checkpoint?: string;
}

export const proofCommand: Registration = (program, run) =>
  void program
    .command('proof')
    .description(
      'write the history of one file with what proves it to somebody outside: libs/proof/verifier checks it with the public key alone',
    )
    .argument('<file>', 'the id of the file')
    .requiredOption('--out <bundle>', 'the file to make; one that exists is not overwritten')
    .option('--without-payloads', 'prove what was recorded when, without showing the contents')
    .option('--checkpoint <note>', 'prove it up to this checkpoint, which a witness may have cosigned')
    .action(run(proof));

const proof: Work<ProofOptions> = (context, options, [given]) =>
  inHouse(context, 'read', async (house) => {
    const { output, settings } = context;
    const fileId = idFrom('<file>', given) as FileId;
    const under = options.checkpoint === undefined ? undefined : readNote('--checkpoint', options.checkpoint);
    // Checked first, so that no read is logged and nothing is signed in vain.
    if (existsSync(options.out)) throw new WrongUsage(`--out ${options.out}: the file exists; name another`);
    const withPayloads = options.withoutPayloads !== true;
    const evidence = await house.evidence();
    await logOperatorAccess(house, settings, {
      purpose: 'supervision',
      action: 'export',
      fileId,
      scope: `proof payloads=${withPayloads ? 'shown' : 'closed'}`,
    });
    const bundle = await evidence
      .prove(streamOfFile(fileId), { withPayloads, under })
      .catch((error: unknown) => {
        if (error instanceof StreamErased) return undefined;
        throw error;
      });
    if (bundle === undefined) throw new WrongUsage(NO_FILE);
    write(options.out, JSON.stringify(bundle));
    const events = bundle.events.length;
    const shown = bundle.events.filter(({ plain }) => plain !== undefined).length;
    const { publicKey } = evidence;
    if (output.json) output.document({ file: options.out, events, shown, publicKey });
    else
      output.line(
        output.say({
          sv: `${counted(events, 'event').sv}, ${shown} med innehåll, ${events === 1 ? 'skriven' : 'skrivna'} med sitt bevis till ${options.out}. Det granskas med libs/proof/verifier och den öppna nyckeln ${publicKey}`,
          en: `${events} events, ${shown} with contents, written with their proof to ${options.out}. libs/proof/verifier checks it with the public key ${publicKey}`,
        }),
      );
    return EXIT.well;
  });

const NO_FILE =
  'There is no personal file with that id, or there was none at that checkpoint, or it has been erased; `findings --json` lists files by id.';

/** Readable by the owner alone: the contents of the file may stand in it. */
const write = (file: string, text: string): void => {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new WrongUsage(`--out ${file}: it cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
};
