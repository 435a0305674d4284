import type { BoardId } from '@rt/domain';
import { boardsWithFiles, FILES_LOOKED_AT_MAX, filesFound, kindOfTerm } from '@rt/read-models';
import { visible } from '@rt/domain';
import { EXIT, WrongUsage } from '../exit';
import { reading } from '../house';
import type { Work } from '../run';
import type { Registration } from './registration';

/** Somebody who finds more has to say more of whom is meant. */
const filesShownMax = 50;
const termCharsMax = 100;

interface SearchOptions {
  readonly board?: string;
}

export const searchCommand: Registration = (program, run) =>
  void program
    .command('search')
    .description(
      'personal files by name, personal number or case number; the term is read from standard input',
    )
    .option('--board <board>', 'of one board (otherwise of all)')
    .action(run(search));

/** The term comes on standard input: an argument would stay in the history of the shell and in the list of processes. */
const search: Work<SearchOptions> = async (context, { board }) => {
  const { output, stdin } = context;
  const term = await termFrom(stdin);
  return reading(context, async ({ store, db, logAccess }) => {
    await logAccess({ purpose: 'administration', action: 'search', scope: kindOfTerm(term) });
    const boards = board === undefined ? await boardsWithFiles(db) : [board as BoardId];
    const found = await Promise.all(boards.map((one) => filesFound({ store, db }, one, term)));
    const files = [];
    for (const file of found.flat()) {
      const opened = await file.open();
      if (opened !== undefined) files.push({ fileId: file.fileId, ...opened });
      if (files.length > filesShownMax) break;
    }
    const more = files.length > filesShownMax || found.some((some) => some.length === FILES_LOOKED_AT_MAX);
    files.length = Math.min(files.length, filesShownMax);
    files.sort((a, b) => a.name.localeCompare(b.name, 'sv') || (a.fileId < b.fileId ? -1 : 1));
    if (output.json) output.document({ files, more });
    else if (files.length === 0)
      output.line(output.say({ sv: 'Ingen akt hittades.', en: 'No file was found.' }));
    else
      output.table(
        [
          { sv: 'Namn', en: 'Name' },
          { sv: 'Ärendenummer', en: 'Case numbers' },
          { sv: 'Personakt', en: 'Personal file' },
          { sv: 'Skyddad', en: 'Protected' },
        ],
        files.map(({ name, caseNumbers, fileId, protectedIdentity }) => [
          name,
          caseNumbers.join(', '),
          fileId,
          protectedIdentity ? output.say({ sv: 'ja', en: 'yes' }) : '',
        ]),
      );
    if (more && !output.json)
      output.line(
        output.say({
          sv: 'Det finns fler: skriv mer av namnet.',
          en: 'There are more: write more of the name.',
        }),
      );
    return EXIT.well;
  });
};

/** @throws WrongUsage, which does not repeat the term */
const termFrom = async (stdin: NodeJS.ReadableStream): Promise<string> => {
  let text = '';
  for await (const chunk of stdin) {
    text += String(chunk);
    if (text.length > 4 * termCharsMax) break;
  }
  const term = text.trim();
  if (!visible.test(term) || term.length > termCharsMax)
    throw new WrongUsage(`write what to search for on standard input, 1 to ${termCharsMax} characters`);
  return term;
};
