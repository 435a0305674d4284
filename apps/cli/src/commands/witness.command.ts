import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { clockOf } from '@rt/composition';
import { Witness, writeCheckpointFiles } from '@rt/evidence';
import { NotAProof } from '@rt/proof';
import { readNote } from '../checkpoint-input';
import { EXIT, WrongUsage } from '../exit';
import type { Work } from '../run';
import type { Registration } from './registration';

interface WitnessOptions {
  readonly logKey: string;
  readonly key: string;
  readonly name: string;
  readonly state?: string;
  readonly out?: string;
}

export const witnessCommand: Registration = (program, run) =>
  void program
    .command('witness')
    .description(
      'for an archive or an auditor: check that a checkpoint continues the one cosigned last, and cosign it; needs no data folder',
    )
    .argument('<old>', 'the checkpoint that was cosigned last; `none` the first time')
    .argument('<new>', 'the checkpoint to cosign')
    .requiredOption(
      '--log-key <key>',
      'the public key of the installation: the line, or a file that holds it',
    )
    .requiredOption(
      '--key <file>',
      'the private key of the witness (PEM, Ed25519); made if it does not exist',
    )
    .requiredOption('--name <name>', 'the name that the witness signs under, such as stadsarkivet.example')
    .option('--state <file>', 'keeps the note that was cosigned last; otherwise <key file>.last')
    .option('--out <file>', 'where the cosigned checkpoint goes; otherwise the note is printed')
    .action(run(witness));

const FIRST = 'none';

const witness: Work<WitnessOptions> = async ({ output, settings }, options, [old, newer]) => {
  const { out, name, state = `${options.key}.last` } = options;
  const older = old === FIRST ? undefined : readNote('<old>', old as string);
  const checkpoint = readNote('<new>', newer as string);
  if (!/^[^\s+]{1,200}$/u.test(name))
    throw new WrongUsage('--name must be 1 to 200 characters without a space or a plus');
  if (out !== undefined && existsSync(out))
    throw new WrongUsage(`--out ${out}: the file exists; name another`);
  const logKey = existsSync(options.logKey) ? readFileSync(options.logKey, 'utf8') : options.logKey;
  const at = clockOf(settings.house).now();
  const signer = new Witness({ logKey, name, key: witnessKey(options.key), stateFile: state, at });
  const { publicKey } = signer;
  let note: string;
  try {
    note = signer.cosign(older, checkpoint);
  } catch (error) {
    if (!(error instanceof NotAProof)) throw error;
    output.notice(`${output.say({ sv: 'Inte bevittnat', en: 'Not cosigned' })}: ${error.message}`);
    return EXIT.found;
  }
  if (out !== undefined) {
    if (checkpoint.lists === undefined) writeFileSync(out, note, { flag: 'wx' });
    else writeCheckpointFiles(out, { note, lists: checkpoint.lists });
  }
  if (output.json) output.document({ note, publicKey });
  else {
    if (out === undefined) output.line(note.trimEnd());
    output.notice(
      output.say({
        sv: `Bevittnat. Den öppna nyckel som granskar det är ${publicKey}`,
        en: `Cosigned. The public key that checks it is ${publicKey}`,
      }),
    );
  }
  return EXIT.well;
};

const witnessKey = (file: string): KeyObject => {
  try {
    if (!existsSync(file)) {
      const { privateKey } = generateKeyPairSync('ed25519');
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      writeFileSync(file, pem, { flag: 'wx', mode: 0o600, flush: true });
    }
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WrongUsage(`--key ${file}: it cannot be read as a private key (${code})`);
  }
  throw new WrongUsage(`--key ${file}: it is no Ed25519 key`);
};
