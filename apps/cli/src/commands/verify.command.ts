import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { READ_MODELS_FILE, type Checkpoint } from '@rt/composition';
import type { CheckpointFiles } from '@rt/evidence';
import type { AccessLogProblem } from '@rt/identity';
import { plansWithLostValue } from '@rt/inspection';
import { readNote } from '../checkpoint-input';
import { repairText } from '../access-log-repair-text';
import { EXIT, WrongUsage } from '../exit';
import { inHouse } from '../house';
import type { Text } from '@rt/domain';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';
import { LOSSES, PROBLEM_TEXTS } from './problem-texts';
import { printVerifiedBackup } from './verified-backup';
import { printDifferences, verifyReadModels } from './verify-read-models';

interface VerifyOptions {
  readonly checkpoint?: string;
  readonly publicKey?: string;
  readonly readModels?: true;
  readonly backup?: string;
}

export const verifyCommand: Registration = (program, run) =>
  void program
    .command('verify')
    .description(
      'go through the whole store: every byte, every link of the chain, every payload, the order of all events; ends with 1 where something is wrong',
    )
    .option('--checkpoint <file>', 'also compare with a checkpoint that was made earlier')
    .option(
      '--public-key <file>',
      "whose signature the checkpoint must bear (PEM); otherwise the store's own key",
    )
    .option('--read-models', 'also compare every row of the read models with what the events give')
    .option(
      '--backup <folder>',
      'check a place of backups (its newest copy), or one `events-…` folder in it, instead of the data folder: needs no master key, restores nothing',
    )
    .action(run(verify));

const verify: Work<VerifyOptions> = (context, options) => {
  const { output } = context;
  const outside = options.checkpoint === undefined ? {} : readOutside(options.checkpoint);
  const publicKey = options.publicKey === undefined ? undefined : readPublicKey(options.publicKey);
  if (options.backup !== undefined)
    return printVerifiedBackup(context, path.resolve(options.backup), {
      checkpoint: outside.files,
      publicKey,
    });
  return inHouse(context, 'read', async (house) => {
    const chain = await house.store.verify({
      against: outside.heads,
      publicKey,
      onProgress: ({ events }) => output.progress(VERIFIED, events),
    });
    const evidence = await house.evidence();
    const tree = await evidence.verify(outside.files && { ...outside.files, key: publicKey });
    const damaged = (await house.damagedDatabases()).map((file) => ({
      ...{ stream: null, revision: null, file },
      kind: 'damagedDatabase' as const,
    }));
    const loss = await house.loss();
    const lost =
      loss === undefined ? [] : [{ stream: null, revision: null, kind: LOSSES[loss.kind], file: loss.by }];
    const madeAnew =
      house.treeMadeAnew() === undefined
        ? []
        : [{ stream: null, revision: null, kind: 'treeMadeAnew' as const }];
    const values = await plansWithLostValue(house.store);
    const valuesLost = values.map((place) => ({ ...place, kind: 'valueLost' as const }));
    const problems = [...damaged, ...lost, ...madeAnew, ...chain.problems, ...valuesLost, ...tree.problems];
    const verification = { ...chain, problems };
    const signed = await evidence.accessHeads(outside.files?.lists);
    const accessLog = await (await house.accessLog()).verify(signed);
    const readModelsCompared = async (): ReturnType<typeof verifyReadModels> => {
      // Following would make the rows again where the store is behind them, and the rows are a witness of what is lost.
      if (!options.readModels || loss !== undefined) return [];
      // A damaged file would be moved aside when it is opened.
      if (damaged.some(({ file }) => file === READ_MODELS_FILE)) return 'damaged';
      return verifyReadModels(house, output);
    };
    const differences = await readModelsCompared();
    const isWhole = problems.length === 0 && accessLog.ok;
    const ok = isWhole && differences !== 'damaged' && differences.length === 0;
    if (output.json)
      output.document({
        ...{ ...verification, ok, accessLog, treeLeaves: tree.leaves },
        ...(options.readModels && { readModels: differences }),
      });
    else {
      const { streams, events } = verification;
      output.line(
        output.say({
          sv: `${counted(events, 'event').sv} i ${counted(streams, 'stream').sv}; åtkomstloggen ${counted(accessLog.entries, 'entry').sv}; ordningens träd ${counted(tree.leaves, 'leaf').sv}.`,
          en: `${counted(events, 'event').en} in ${counted(streams, 'stream').en}; ${counted(accessLog.entries, 'entry').en} in the access log; ${counted(tree.leaves, 'leaf').en} in the tree of the order.`,
        }),
      );
      if (problems.length > 0)
        output.table(
          [
            { sv: 'Ström', en: 'Stream' },
            { sv: 'Plats', en: 'Revision' },
            { sv: 'Vad', en: 'What' },
          ],
          problems.map((problem) => [
            problem.stream ?? ('file' in problem ? problem.file : undefined) ?? '–',
            problem.revision ?? '–',
            output.say(PROBLEM_TEXTS[problem.kind]),
          ]),
        );
      if (accessLog.takenOver > 0)
        output.line(
          output.say({
            sv: `${accessLog.takenOver} av åtkomstloggens poster är äldre än deras skydd och togs över som de fanns.`,
            en: `${accessLog.takenOver} entries of the access log are older than their authentication and were taken over as they were found.`,
          }),
        );
      for (const repair of accessLog.repairs ?? []) output.line(output.say(repairText(repair)));
      if (accessLog.problem !== undefined)
        output.line(
          output.say({
            sv: `Åtkomstloggen är inte hel vid post ${accessLog.brokenAt}: ${output.say(ACCESS_PROBLEMS[accessLog.problem])}.`,
            en: `The access log is not whole at entry ${accessLog.brokenAt}: ${output.say(ACCESS_PROBLEMS[accessLog.problem])}.`,
          }),
        );
      if (options.readModels) printDifferences(output, differences);
      output.line(output.say(isWhole ? WHOLE : BROKEN));
    }
    return ok ? EXIT.well : EXIT.found;
  });
};

/** A checkpoint that was kept elsewhere: a note with its lists, or the signed heads that earlier versions wrote. */
interface Outside {
  readonly files?: CheckpointFiles;
  readonly heads?: Checkpoint;
}

const readOutside = (file: string): Outside => {
  const files = readNote('--checkpoint', file);
  if (!files.note.startsWith('{')) return { files };
  const heads = parsed(files.note);
  if (heads?.version !== 1 || !Array.isArray(heads.streams))
    throw new WrongUsage(
      `--checkpoint ${file}: it is no checkpoint; make one with \`checkpoint --out FILE\``,
    );
  return { heads: heads as Checkpoint };
};

const parsed = (text: string): Partial<Checkpoint> | undefined => {
  try {
    return JSON.parse(text) as Partial<Checkpoint>;
  } catch {
    return undefined;
  }
};

const readPublicKey = (file: string): KeyObject => {
  try {
    return createPublicKey(readFileSync(file));
  } catch {
    throw new WrongUsage(`--public-key ${file}: it is no public key in PEM form`);
  }
};

const VERIFIED: Text = { sv: 'Granskade händelser', en: 'Events gone through' };
const WHOLE: Text = { sv: 'Kedjan är hel.', en: 'The chain is whole.' };
const BROKEN: Text = { sv: 'Kedjan är inte hel.', en: 'The chain is not whole.' };

const ACCESS_PROBLEMS: Record<AccessLogProblem, Text> = {
  changed: {
    sv: 'posten är ändrad, saknas eller är inte äkta',
    en: 'the entry is changed, missing or not authentic',
  },
  cutTail: { sv: 'slutet är bortkapat', en: 'the end was cut off' },
  headLost: {
    sv: 'uppgiften om den sista posten var borta eller ändrad, så poster före den här kan vara bortkapade',
    en: 'the record of the last entry was lost or changed, so entries before this one may have been cut off',
  },
  markLost: {
    sv: 'märket utanför databasen (access-log.mark) var borta eller ändrat, så poster före den här kan vara bortkapade',
    en: 'the mark outside the database (access-log.mark) was lost or changed, so entries before this one may have been cut off',
  },
  otherThanSigned: {
    sv: 'en kontrollpunkt har undertecknat en annan eller längre logg',
    en: 'a checkpoint signed another or a longer log',
  },
};
