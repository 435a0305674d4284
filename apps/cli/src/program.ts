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
import { historyCommand } from './commands/history.command';
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
import { searchCommand } from './commands/search.command';
import { statusCommand } from './commands/status.command';
import { verifyCommand } from './commands/verify.command';
import { witnessCommand } from './commands/witness.command';
import { worklistCommand } from './commands/worklist.command';
import type { Language } from '@rt/domain';
import { EXIT } from './exit';
import { helpInSwedish, saidByCommander } from './help.sv';
import { runner, type Surroundings } from './run';

/** The commands, in the order in which a new user needs them. */
const COMMANDS: readonly Registration[] = [
  firstLookCommand,
  demoCommand,
  findingsCommand,
  statusCommand,
  worklistCommand,
  searchCommand,
  fileCommand,
  historyCommand,
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
  const program = programWith(run, surroundings, helpLanguage(args, surroundings.env));
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const { exitCode: code, code: name } = error as { exitCode?: number; code?: string };
    if (name?.startsWith('commander.') !== true) throw error;
    return code === 0 ? EXIT.well : EXIT.wrongUsage;
  }
  return exitCode;
};

/** The language of the help, which is printed before the options are read. A wrong language is refused when they are. */
const helpLanguage = (args: readonly string[], env: NodeJS.ProcessEnv): Language => {
  const after = args.indexOf('--lang');
  const given = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? args[after + 1];
  return (after < 0 && !args.some((arg) => arg.startsWith('--lang=')) ? env.RT_LANG : given) === 'en'
    ? 'en'
    : 'sv';
};

/** The program with all its commands, and its help in a language. */
export const programWith = (
  run: ReturnType<typeof runner>,
  { stdout, stderr }: Pick<Surroundings, 'stdout' | 'stderr'>,
  language: Language,
): Command => {
  const said = language === 'sv' ? saidByCommander : (text: string) => text;
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
      writeOut: (text) => stdout.write(said(text)),
      writeErr: (text) => stderr.write(said(text)),
    });
  for (const register of COMMANDS) register(program, run);
  // Global options are also allowed after the name of the command, where people often write them.
  for (const command of program.commands) {
    command.exitOverride().showHelpAfterError('(add --help to see how it is used)');
    for (const option of program.options) command.addOption(option);
  }
  if (language === 'sv') inSwedish(program);
  return program;
};

/** Replaces the texts of a command, its options and its arguments, and of the commands within it. */
const inSwedish = (command: Command): void => {
  const swedish = (text: string): string => helpInSwedish(text) ?? text;
  command
    .description(swedish(command.description()))
    .helpOption('-h, --help', swedish('display help for command'));
  if (command.commands.length > 0) command.helpCommand('help [command]', swedish('display help for command'));
  for (const option of command.options) option.description = swedish(option.description);
  for (const argument of command.registeredArguments) argument.description = swedish(argument.description);
  for (const one of command.commands) inSwedish(one);
};
