import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Checkpoint, ProblemKind } from '@rt/composition';
import { EXIT, WrongUsage } from '../exit';
import { inHouse } from '../house';
import type { Text } from '@rt/domain';
import type { Work } from '../run';
import type { Registration } from './registration';

interface VerifyOptions {
  readonly against?: string;
  readonly publicKey?: string;
}

export const verifyCommand: Registration = (program, run) =>
  void program
    .command('verify')
    .description(
      'go through the whole store: every byte, every link of the chain, every payload; ends with 1 where something is wrong',
    )
    .option('--against <file>', 'also compare with a checkpoint that was taken earlier')
    .option(
      '--public-key <file>',
      "whose signature the checkpoint must bear (PEM); otherwise the store's own key",
    )
    .action(run(verify));

const verify: Work<VerifyOptions> = (context, options) => {
  const { output } = context;
  const against = options.against === undefined ? undefined : readCheckpoint(options.against);
  const publicKey = options.publicKey === undefined ? undefined : readPublicKey(options.publicKey);
  return inHouse(context, 'read', async (house) => {
    const verification = await house.store.verify({
      against,
      publicKey,
      onProgress: ({ events }) => output.progress(VERIFIED, events),
    });
    const accessLog = await (await house.accessLog()).verify();
    const ok = verification.ok && accessLog.ok;
    if (output.json) output.document({ ...verification, ok, accessLog });
    else {
      const { streams, events, problems } = verification;
      output.line(
        output.say({
          sv: `${events} händelser i ${streams} strömmar; åtkomstloggen ${accessLog.entries} poster.`,
          en: `${events} events in ${streams} streams; ${accessLog.entries} entries in the access log.`,
        }),
      );
      if (problems.length > 0)
        output.table(
          [
            { sv: 'Ström', en: 'Stream' },
            { sv: 'Plats', en: 'Revision' },
            { sv: 'Vad', en: 'What' },
          ],
          problems.map(({ stream, revision, kind }) => [
            stream ?? '–',
            revision ?? '–',
            output.say(KINDS[kind]),
          ]),
        );
      if (!accessLog.ok)
        output.line(
          output.say({
            sv: `Åtkomstloggen är bruten vid post ${accessLog.brokenAt}.`,
            en: `The access log is broken at entry ${accessLog.brokenAt}.`,
          }),
        );
      output.line(output.say(ok ? WHOLE : BROKEN));
    }
    return ok ? EXIT.well : EXIT.found;
  });
};

const readCheckpoint = (file: string): Checkpoint => {
  const checkpoint = parsed(file);
  if (checkpoint?.version !== 1 || !Array.isArray(checkpoint.streams))
    throw new WrongUsage(`--against ${file}: it is no checkpoint; make one with \`checkpoint --out FILE\``);
  return checkpoint as Checkpoint;
};

const parsed = (file: string): Partial<Checkpoint> | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Checkpoint>;
  } catch (error) {
    throw new WrongUsage(
      `--against ${file}: it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'not JSON'})`,
    );
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

const KINDS: Record<ProblemKind, Text> = {
  changed: { sv: 'händelsen är ändrad', en: 'the event was changed' },
  wrongHash: { sv: 'kontrollsumman stämmer inte', en: 'the hash does not fit' },
  moved: { sv: 'händelsen hör till en annan ström', en: 'the event belongs to another stream' },
  missing: { sv: 'händelsen saknas', en: 'the event is missing' },
  inserted: { sv: 'händelsen är insatt i efterhand', en: 'the event was inserted' },
  reordered: { sv: 'händelsen står på fel plats', en: 'the event is out of order' },
  unopenable: { sv: 'innehållet går inte att öppna', en: 'the payload cannot be opened' },
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
};
