import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { READ_MODELS_FILE, type Checkpoint, type ProblemKind } from '@rt/composition';
import type { CheckpointFiles, TreeProblemKind } from '@rt/evidence';
import type { AccessLogProblem } from '@rt/identity';
import { readNote } from '../checkpoint-input';
import { repairText } from '../access-log-repair-text';
import { EXIT, WrongUsage } from '../exit';
import { inHouse } from '../house';
import type { Text } from '@rt/domain';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';
import { printDifferences, verifyReadModels } from './verify-read-models';

interface VerifyOptions {
  readonly checkpoint?: string;
  readonly publicKey?: string;
  readonly readModels?: true;
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
    .action(run(verify));

const verify: Work<VerifyOptions> = (context, options) => {
  const { output } = context;
  const outside = options.checkpoint === undefined ? {} : readOutside(options.checkpoint);
  const publicKey = options.publicKey === undefined ? undefined : readPublicKey(options.publicKey);
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
    const problems = [...damaged, ...lost, ...madeAnew, ...chain.problems, ...tree.problems];
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
            output.say(KINDS[problem.kind]),
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

/** `rt lost` says how much is missing. */
const LOSSES = { missing: 'eventsLost', replaced: 'eventsReplaced', noMark: 'noMark' } as const;

const KINDS: Record<
  ProblemKind | TreeProblemKind | (typeof LOSSES)[keyof typeof LOSSES] | 'treeMadeAnew',
  Text
> = {
  treeMadeAnew: {
    sv: 'trädet över ordningen saknades och gjordes om (se rt lost)',
    en: 'the tree of the order was missing and was made anew (see rt lost)',
  },
  eventsLost: {
    sv: 'de sista händelserna saknas (se rt lost)',
    en: 'the last events are missing (see rt lost)',
  },
  eventsReplaced: {
    sv: 'en annan händelse står på platsen (se rt lost)',
    en: 'another event stands in its place (see rt lost)',
  },
  noMark: {
    sv: 'märket för den sista händelsen saknas (se rt lost)',
    en: 'the mark of the last event is missing (see rt lost)',
  },
  changed: { sv: 'händelsen är ändrad', en: 'the event was changed' },
  wrongHash: { sv: 'kontrollsumman stämmer inte', en: 'the hash does not fit' },
  moved: { sv: 'händelsen hör till en annan ström', en: 'the event belongs to another stream' },
  missing: { sv: 'händelsen saknas', en: 'the event is missing' },
  inserted: { sv: 'händelsen är insatt i efterhand', en: 'the event was inserted' },
  reordered: { sv: 'händelsen står på fel plats', en: 'the event is out of order' },
  unopenable: { sv: 'innehållet går inte att öppna', en: 'the payload cannot be opened' },
  unindexed: {
    sv: 'händelser finns som en läsning av strömmen inte hittar',
    en: 'there are events that a read of the stream does not find',
  },
  erasureUnrecorded: {
    sv: 'strömmen är märkt som gallrad, men ingen gallring är registrerad',
    en: 'the stream is marked as erased, but no erasure is recorded',
  },
  damagedDatabase: { sv: 'databasfilen är skadad', en: 'the database file is damaged' },
  cutTail: { sv: 'slutet av strömmen är bortkapat', en: 'the end of the stream was cut off' },
  missingStream: { sv: 'hela strömmen saknas', en: 'the whole stream is missing' },
  rewrittenChain: { sv: 'kedjan är omräknad', en: 'the chain was recomputed' },
  badSignature: {
    sv: 'kontrollpunktens underskrift stämmer inte',
    en: "the checkpoint's signature does not fit",
  },
  otherStore: {
    sv: 'kontrollpunkten gäller en annan installation',
    en: 'the checkpoint is of another store',
  },
  otherPlace: {
    sv: 'händelsen är inte den som antecknades på denna plats i ordningen',
    en: 'the event is not the one that was recorded at this place in the order',
  },
  eventsMissing: {
    sv: 'trädet känner fler händelser än som finns eller är gallrade',
    en: 'the tree knows more events than are stored or were erased',
  },
  anchorChanged: { sv: 'ett ankare i trädet är ändrat', en: 'an anchor in the tree was changed' },
  ownNote: {
    sv: 'en tidigare egen kontrollpunkt stämmer inte',
    en: 'an earlier checkpoint of its own does not fit',
  },
  redactionUnlisted: {
    sv: 'trädets lista över maskerade anteckningar saknar denna (tree.sqlite)',
    en: "the tree's list of redactions lacks this one (tree.sqlite)",
  },
  redactionUnrecorded: {
    sv: 'trädets lista över maskerade anteckningar har en post som ingen händelse registrerar (tree.sqlite)',
    en: "the tree's list of redactions holds one that no event records (tree.sqlite)",
  },
  keysSetBack: {
    sv: 'nycklarna är äldre än dem som en kontrollpunkt anger, eller deras räknare är tillbakaställd (keys.sqlite)',
    en: 'the keys are older than those that a checkpoint names, or their count was set back (keys.sqlite)',
  },
  otherHistory: {
    sv: 'historien är inte en fortsättning på kontrollpunktens',
    en: "the history does not continue the checkpoint's",
  },
  lostSince: {
    sv: 'det som fanns vid kontrollpunkten saknas',
    en: 'what was there at the checkpoint is missing',
  },
  rewritten: { sv: 'kedjan är omräknad sedan dess', en: 'the chain was recomputed since then' },
  badLists: {
    sv: 'listorna bredvid kontrollpunkten är inte de som den undertecknar',
    en: 'the lists beside the checkpoint are not those that it signs',
  },
};
