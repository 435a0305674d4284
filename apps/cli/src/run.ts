import { BackupDamaged, WrongSetting } from '@rt/composition';
import { ClockLeapt, DataFolderUnusable, DestructionHeldUp, HistoryDamaged } from '@rt/event-store';
import { Refused } from '@rt/handling';
import { AccessLogDamaged } from '@rt/identity';
import { ReviewRefused } from '@rt/inspection';
import { NotAProof } from '@rt/proof';
import type { Command } from 'commander';
import { EXIT, WrongUsage } from './exit';
import type { Text } from '@rt/domain';
import { outputTo, type Output } from './output';
import { cliSettingsFrom, type GlobalOptions, type CliSettings } from './settings';

export interface Context {
  readonly settings: CliSettings;
  readonly output: Output;
  readonly stdin: NodeJS.ReadableStream;
}

/** The work of a command. It returns the exit code. */
export type Work<Options> = (context: Context, options: Options, args: readonly string[]) => Promise<number>;

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

/** Makes an action for commander from the work of a command: prepares its context, runs it and reports the exit code. */
export const runner =
  (surroundings: Surroundings, finished: (exitCode: number) => void) =>
  <Options>(work: Work<Options>) =>
  async (...received: unknown[]): Promise<void> => {
    const command = received.at(-1) as Command;
    const options = command.optsWithGlobals<GlobalOptions & Options & { json?: boolean }>();
    const streams = { out: surroundings.stdout, err: surroundings.stderr };
    let output = outputTo(streams, { language: 'sv', json: false });
    try {
      const settings = cliSettingsFrom(options, surroundings.env);
      output = outputTo(streams, { language: settings.language, json: options.json === true });
      const { now } = settings.house;
      if (now !== undefined) output.notice(output.say(CLOCK_IS_SET(now)));
      finished(await work({ settings, output, stdin: surroundings.stdin }, options, command.args));
    } catch (error) {
      finished(reported(error, output));
    }
  };

const CLOCK_IS_SET = (now: string): Text => ({
  sv: `RT_NOW är satt: båda klockorna står på ${now} (bara i en demomapp).`,
  en: `RT_NOW is set: both clocks stand at ${now} (in a demo folder only).`,
});

/** Prints what went wrong and returns the exit code. It never repeats a text that a user wrote. */
const reported = (error: unknown, output: Output): number => {
  if (error instanceof WrongUsage) {
    output.notice(output.say(error.text));
    return EXIT.wrongUsage;
  }
  if (error instanceof WrongSetting || error instanceof NotAProof) {
    output.notice(error.message);
    return EXIT.wrongUsage;
  }
  if (error instanceof BackupDamaged) {
    output.notice(`${output.say(BACKUP[error.kind](error.file))} ${error.message}`);
    return EXIT.dataFolder;
  }
  if (error instanceof AccessLogDamaged) {
    output.notice(output.say(ACCESS_LOG(error.entry)));
    return EXIT.dataFolder;
  }
  if (error instanceof DataFolderUnusable) {
    output.notice(`${output.say(DATA_FOLDER[error.reason])} ${error.message}`);
    return EXIT.dataFolder;
  }
  if (error instanceof ClockLeapt) {
    output.notice(output.say(CLOCK_HAS_LEAPT(error.now)));
    return EXIT.dataFolder;
  }
  if (error instanceof DestructionHeldUp) {
    output.notice(output.say(HELD_UP));
    return EXIT.dataFolder;
  }
  if (error instanceof HistoryDamaged) {
    output.notice(`${output.say(DATA_FOLDER.corrupt)} ${error.message}`);
    return EXIT.dataFolder;
  }
  if (error instanceof Refused) {
    if (output.json) output.document({ refused: { code: error.code, errors: error.errors } });
    for (const { field, code, sv, en } of error.errors)
      output.notice(`${field}: ${output.say({ sv, en })} (${code})`);
    return EXIT.wrongUsage;
  }
  if (error instanceof ReviewRefused) {
    output.notice(output.say(error.text));
    return EXIT.wrongUsage;
  }
  output.notice(
    `${output.say(FAULT)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  return EXIT.fault;
};

const FAULT: Text = { sv: 'Ett fel i programmet:', en: 'A fault of the program:' };

const CLOCK_HAS_LEAPT = (now: string): Text => ({
  sv: `Datorns klocka är ${now}, långt efter vad som var väntat, så inget antecknas. Ställ klockan, eller kör rt clock --confirm om den går rätt.`,
  en: `The clock of the machine says ${now}, far after what was expected, so nothing is recorded. Set it right, or run rt clock --confirm if it is.`,
});

const HELD_UP: Text = {
  sv: 'Det är registrerat och ingen kan läsa anteckningen, men en läsare håller ännu den sista kopian. Kör kommandot igen för att se när den är borta.',
  en: 'It is recorded and nobody can read the entry, but a reader still holds its last copy. Run the command again to learn when that is gone.',
};

const BACKUP: Record<BackupDamaged['kind'], (file: string) => Text> = {
  changed: (file) => ({
    sv: `${file} är inte den fil som säkerhetskopierades. Ingenting har återställts: ta en annan säkerhetskopia.`,
    en: `${file} is not the file that was backed up.`,
  }),
  missing: (file) => ({
    sv: `${file} saknas i säkerhetskopian. Ingenting har återställts: lägg tillbaka filen eller ta en annan säkerhetskopia.`,
    en: `${file} is missing in the backup.`,
  }),
  unsigned: (file) => ({
    sv: `${file} är ändrad, eller undertecknad med någon annans nyckel. Ingenting har återställts: ta en annan säkerhetskopia.`,
    en: `${file} was changed, or another key signed it.`,
  }),
  unproved: (file) => ({
    sv: `${file} håller inte för granskningen. Ingenting har återställts: ta en annan säkerhetskopia.`,
    en: `${file} does not verify.`,
  }),
};

const ACCESS_LOG = (entry: number): Text => ({
  sv: `Åtkomstloggen är skadad eller ändrad vid post ${entry}. rt verify säger vad som är fel, rt access-log repair gör den läsbar igen.`,
  en: `The access log is damaged or was changed at entry ${entry}. rt verify says what is wrong, rt access-log repair makes it readable again.`,
});

const DATA_FOLDER: Record<DataFolderUnusable['reason'], Text> = {
  locked: {
    sv: 'Datamappen skrivs redan av en annan process.',
    en: 'Another process writes to the data folder.',
  },
  corrupt: { sv: 'Datamappen är skadad.', en: 'The data folder is damaged.' },
  diskError: { sv: 'Disken svarade med ett fel.', en: 'The disk reported an error.' },
  wrongKey: { sv: 'Nyckeln passar inte till datamappen.', en: 'The key does not fit the data folder.' },
  full: {
    sv: 'Disken är full. Ingenting halvt har skrivits.',
    en: 'The disk is full. Nothing was half written.',
  },
  readOnly: { sv: 'Datamappen går inte att skriva i.', en: 'The data folder cannot be written to.' },
  newerVersion: {
    sv: 'Datamappen är skriven av en nyare version av programmet.',
    en: 'The data folder was written by a newer version of the program.',
  },
  missing: { sv: 'Något saknas i datamappen.', en: 'Something is missing in the data folder.' },
  behind: {
    sv: 'Händelser som fanns saknas i datamappen.',
    en: 'Events that were stored are missing in the data folder.',
  },
};
