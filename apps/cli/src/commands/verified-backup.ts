import { verifyBackup } from '@rt/composition';
import type { Text } from '@rt/domain';
import { counted } from '../counted';
import { EXIT } from '../exit';
import type { Context } from '../run';
import { PROBLEM_TEXTS } from './problem-texts';

/** Checks a backup without restoring it, and says what only a restore can check. @returns the exit code */
export const printVerifiedBackup = async (
  { settings, output }: Pick<Context, 'settings' | 'output'>,
  folder: string,
  options: Parameters<typeof verifyBackup>[2],
): Promise<number> => {
  const { isRead, isUnsigned, ...verified } = await verifyBackup(settings.house, folder, options);
  const { from, madeAt, streams, events, treeLeaves, problems } = verified;
  const ok = problems.length === 0;
  const unchecked = isRead ? [...WITH_THE_MASTER_KEY, ...(isUnsigned ? [UNSIGNED] : [])] : [CONTENTS];
  if (output.json) output.document({ ok, ...verified, unchecked: unchecked.map((text) => output.say(text)) });
  else {
    output.line(
      output.say({
        sv: `${from} (${madeAt}): ${counted(events, 'event').sv} i ${counted(streams, 'stream').sv}; ordningens träd ${counted(treeLeaves, 'leaf').sv}.`,
        en: `${from} (${madeAt}): ${counted(events, 'event').en} in ${counted(streams, 'stream').en}; ${counted(treeLeaves, 'leaf').en} in the tree of the order.`,
      }),
    );
    if (!ok)
      output.table(
        [
          { sv: 'Ström eller fil', en: 'Stream or file' },
          { sv: 'Plats', en: 'Revision' },
          { sv: 'Vad', en: 'What' },
        ],
        problems.map(({ stream, file, revision, kind }) => [
          stream ?? file ?? '–',
          revision ?? '–',
          output.say(PROBLEM_TEXTS[kind]),
        ]),
      );
    for (const text of unchecked) output.line(`${output.say(NOT_CHECKED)}: ${output.say(text)}`);
    output.line(output.say(ok ? WHOLE : BROKEN));
  }
  return ok ? EXIT.well : EXIT.found;
};

const NOT_CHECKED: Text = { sv: 'Inte granskat', en: 'Not checked' };

const WITH_THE_MASTER_KEY: readonly Text[] = [
  {
    sv: 'om innehållet går att öppna med nycklarna (det kräver huvudnyckeln: rt restore)',
    en: 'whether the payloads open with these keys (it takes the master key: rt restore)',
  },
  {
    sv: 'åtkomstloggens poster, en för en; filen är den som undertecknades',
    en: 'the entries of the access log, one by one; the file is the one that was signed',
  },
];

const CONTENTS: Text = {
  sv: 'kedjorna och ordningens träd, eftersom filerna inte är de som säkerhetskopierades',
  en: 'the chains and the tree of the order, because the files are not those that were backed up',
};

const UNSIGNED: Text = {
  sv: 'innehållsförteckningen: en äldre version undertecknade bara strömmarnas slut (rt restore jämför med dem)',
  en: 'the manifest: an earlier version signed the ends of the streams only (rt restore compares with them)',
};

const WHOLE: Text = {
  sv: 'Säkerhetskopian är hel, så långt det går att se utan huvudnyckeln.',
  en: 'The backup is whole, as far as can be seen without the master key.',
};
const BROKEN: Text = { sv: 'Säkerhetskopian är inte hel.', en: 'The backup is not whole.' };
