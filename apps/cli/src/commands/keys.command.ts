import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { houseExists, type House } from '@rt/composition';
import type { Text } from '@rt/domain';
import { listsFileOf, writeCheckpointFiles } from '@rt/evidence';
import { EXIT, WrongUsage } from '../exit';
import { inHouse } from '../house';
import type { Work } from '../run';
import type { Registration } from './registration';

interface KeysOptions {
  readonly master?: true | string;
  readonly signing?: true | string;
  readonly out?: string;
}

export const keysCommand: Registration = (program, run) =>
  void program
    .command('keys')
    .description(
      'show the public key and the statements about earlier ones; `keys rotate` changes the master key, the signing key or both',
    )
    .argument('[what]', 'show (without it) or rotate')
    .option(
      '--master [file]',
      'change the master key: to a new one that takes its place, or to the one in this file',
    )
    .option('--signing [file]', 'change the signing key, in the same way')
    .option(
      '--out <file>',
      'with --signing: where the statement for those who hold the earlier public key goes; <file>.checkpoint is a checkpoint that both keys signed',
    )
    .action(run(keys));

const keys: Work<KeysOptions> = async (context, options, [what = 'show']) => {
  if (what === 'show') return inHouse(context, 'read', (house) => show(house, context.output));
  if (what !== 'rotate') throw new WrongUsage('keys: say show or rotate');
  return rotate(context, options);
};

const show = async (house: House, output: Parameters<Work<object>>[0]['output']): Promise<number> => {
  const { publicKey, keyChanges } = await house.evidence();
  if (output.json) output.document({ publicKey, keyChanges });
  else {
    output.line(publicKey);
    for (const statement of keyChanges) output.line(`\n${statement.trimEnd()}`);
  }
  return EXIT.well;
};

const rotate = async (
  context: Parameters<Work<KeysOptions>>[0],
  { master, signing, out }: KeysOptions,
): Promise<number> => {
  const { output, settings } = context;
  if (master === undefined && signing === undefined)
    throw new WrongUsage('keys rotate: say --master, --signing or both');
  if (signing !== undefined && out === undefined)
    throw new WrongUsage('keys rotate --signing: say where the statement about the new key goes (--out)');
  if (!houseExists(settings.house)) throw new WrongUsage('keys rotate: there is no store in the data folder');
  const checkpointFile = `${out}.checkpoint`;
  for (const file of out === undefined ? [] : [out, checkpointFile, listsFileOf(checkpointFile)])
    if (existsSync(file)) throw new WrongUsage(`--out ${out}: ${file} exists; name another`);
  const { heldUp, handOver } = await inHouse(context, 'write', (house) =>
    house.rotateKeys({ master: newKey(master), signing: newKey(signing) }),
  );
  if (handOver !== undefined && out !== undefined) {
    writeFileSync(out, handOver.statement, { flag: 'wx', mode: 0o644, flush: true });
    writeCheckpointFiles(checkpointFile, handOver.checkpoint);
  }
  const named = [master, signing].filter((file) => typeof file === 'string');
  // The settings still name the files of the earlier keys, so the folder cannot be opened with them.
  const publicKey =
    named.length > 0
      ? null
      : await inHouse(context, 'read', async (house) => (await house.evidence()).publicKey);
  if (output.json) output.document({ publicKey, heldUp, statement: handOver?.statement ?? null });
  else {
    output.line(output.say(DONE));
    if (master !== undefined) output.line(output.say(AFTER_MASTER));
    if (signing !== undefined) output.line(output.say(afterSigning(out as string, publicKey)));
    if (named.length > 0) output.line(output.say(NAME_THEM));
    if (heldUp) output.notice(output.say(HELD_UP));
  }
  return EXIT.well;
};

const newKey = (given: true | string | undefined): 'made' | { readonly file: string } | undefined =>
  typeof given === 'string' ? { file: path.resolve(given) } : given && 'made';

const DONE: Text = { sv: 'Nycklarna är bytta.', en: 'The keys are changed.' };

const AFTER_MASTER: Text = {
  sv: 'Gör en säkerhetskopia nu (rt backup), lägg den nya huvudnyckeln i säkert förvar och förstör varje kopia av den gamla: med den går äldre kopior av de inslagna nycklarna att läsa. Alla loggar in på nytt.',
  en: 'Make a backup now (rt backup), put copies of the new master key in safe keeping and destroy every copy of the old one: it opens older copies of the wrapped keys. Everybody signs in again.',
};

const afterSigning = (out: string, publicKey: string | null): Text => ({
  sv: `Ge alla som har den gamla öppna nyckeln ${out} och ${out}.checkpoint${publicKey === null ? '' : `. Den nya är ${publicKey}`}`,
  en: `Give everybody who holds the old public key ${out} and ${out}.checkpoint${publicKey === null ? '' : `. The new one is ${publicKey}`}`,
});

const NAME_THEM: Text = {
  sv: 'Peka ut de nya nycklarnas filer i RT_MASTER_KEY_FILE och RT_SIGNING_KEY_FILE innan något annat körs.',
  en: 'Name the files of the new keys in RT_MASTER_KEY_FILE and RT_SIGNING_KEY_FILE before anything else is run.',
};

const HELD_UP: Text = {
  sv: 'En läsare håller ännu en kopia som den gamla huvudnyckeln öppnar; nästa start tar bort den.',
  en: 'A reader still holds a copy that the old master key opens; the next start removes it.',
};
