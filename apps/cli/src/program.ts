import { Command } from 'commander';
import { accessLogCommand } from './commands/access-log.command';
import { adoptCommand } from './commands/adopt.command';
import { backupCommand } from './commands/backup.command';
import { benchCommand } from './commands/bench.command';
import { checkpointCommand } from './commands/checkpoint.command';
import { clockCommand } from './commands/clock.command';
import { demoCommand } from './commands/demo.command';
import { eraseCommand } from './commands/erase.command';
import { fileCommand } from './commands/file.command';
import { findingsCommand } from './commands/findings.command';
import { firstLookCommand } from './commands/first-look.command';
import { indicatorsCommand } from './commands/indicators.command';
import { keysCommand } from './commands/keys.command';
import { lostCommand } from './commands/lost.command';
import { openCommand } from './commands/open.command';
import { proofCommand } from './commands/proof.command';
import { rebuildCommand } from './commands/rebuild.command';
import { recordCommand } from './commands/record.command';
import type { Registration } from './commands/registration';
import { replayCommand } from './commands/replay.command';
import { restoreCommand } from './commands/restore.command';
import { sampleCommand } from './commands/sample.command';
import { schemaCommand } from './commands/schema.command';
import { statusCommand } from './commands/status.command';
import { verifyCommand } from './commands/verify.command';
import { witnessCommand } from './commands/witness.command';
import { worklistCommand } from './commands/worklist.command';
import { EXIT } from './exit';
import { runner, type Surroundings } from './run';

/** The commands, in the order in which a new user needs them. */
const COMMANDS: readonly Registration[] = [
  firstLookCommand,
  demoCommand,
  findingsCommand,
  statusCommand,
  worklistCommand,
  fileCommand,
  replayCommand,
  openCommand,
  recordCommand,
  schemaCommand,
  adoptCommand,
  eraseCommand,
  sampleCommand,
  indicatorsCommand,
  verifyCommand,
  accessLogCommand,
  lostCommand,
  clockCommand,
  checkpointCommand,
  proofCommand,
  witnessCommand,
  backupCommand,
  restoreCommand,
  keysCommand,
  rebuildCommand,
  benchCommand,
];

/** Runs one command line. @returns the exit code */
export const runProgram = async (args: readonly string[], surroundings: Surroundings): Promise<number> => {
  let exitCode: number = EXIT.well;
  const run = runner(surroundings, (code) => (exitCode = code));
  const program = new Command('rt')
    .description(
      'Röda tråden: every handling step as an event, every gap found by rule, every case replayed to any date',
    )
    .option('--data-dir <folder>', 'the data folder (RT_DATA_DIR; otherwise ./data)')
    .option(
      '--as <user>',
      'on a demo folder: the user id to act as (RT_OPERATOR; otherwise the operating system’s user)',
    )
    .option('--lang <language>', 'sv or en (RT_LANG; otherwise sv)')
    .option('--json', 'one JSON document on stdout instead of tables')
    .showHelpAfterError('(add --help to see how it is used)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.stdout.write(text),
      writeErr: (text) => surroundings.stderr.write(text),
    });
  for (const register of COMMANDS) register(program, run);
  // Global options are also allowed after the name of the command, where people often write them.
  for (const command of program.commands) {
    command.exitOverride().showHelpAfterError('(add --help to see how it is used)');
    for (const option of program.options) command.addOption(option);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const { exitCode: code, code: name } = error as { exitCode?: number; code?: string };
    if (name?.startsWith('commander.') !== true) throw error;
    return code === 0 ? EXIT.well : EXIT.wrongUsage;
  }
  return exitCode;
};
