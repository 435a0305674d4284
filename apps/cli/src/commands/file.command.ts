import {
  effectiveEvents,
  factsOf,
  holderOn,
  personOn,
  takenOutAt,
  type Absence,
  type LocalDate,
} from '@rt/domain';
import type { Directory } from '@rt/identity';
import { absencesOn } from '@rt/read-models';
import { replayFile } from '@rt/rules';
import { reading } from '../house';
import { EXIT, WrongUsage } from '../exit';
import { fileMeant } from '../meant';
import type { Output } from '../output';
import type { Work } from '../run';
import { unitName } from '../unit-names';
import { printConsents } from '../consent-card';
import { printDecisionMarks, printEvents, printFileFindings, printTakenOut } from '../file-screen';
import type { Registration } from './registration';

export const fileCommand: Registration = (program, run) =>
  void program
    .command('file')
    .description(
      'a personal file as it is known now: the person, whom one may contact, the thread, what the rules find',
    )
    .argument('<file>', 'the id of the file or of a case, or a case number')
    .action(run(file));

const file: Work<object> = (context, _, [given]) =>
  reading(context, async (opened) => {
    const { files, db, ruleset, logAccess, today, directory } = opened;
    const { output } = context;
    const fileId = await fileMeant(opened, '<file>', given);
    await logAccess({
      purpose: 'administration',
      action: 'open',
      fileId,
    });
    const loaded = await files.find(fileId);
    if (loaded === undefined)
      throw new WrongUsage({
        sv: 'Det finns ingen personakt med det id:t (eller så är den gallrad); `rt search` finner akter.',
        en: 'There is no personal file with that id (or it has been erased); `findings --json` lists files by id.',
      });
    const { recorded, revision } = loaded;
    const now = replayFile(recorded, { asOf: today }, (await ruleset.load()).recorded);
    if (output.json)
      output.document({ fileId, on: today, revision, facts: factsOf(now.file), findings: now.findings });
    else {
      printHead(output, now.file, today, await absencesOn(db, today), directory);
      output.line();
      printConsents(output, now.file, today);
      output.line();
      printEvents(output, effectiveEvents(recorded, { asOf: today }));
      printTakenOut(output, takenOutAt(recorded));
      printDecisionMarks(output, now.file);
      output.line();
      printFileFindings(output, now.findings);
    }
    return EXIT.well;
  });

type File = ReturnType<typeof replayFile>['file'];

const printHead = (
  output: Output,
  personalFile: File,
  today: LocalDate,
  absences: readonly Absence[],
  directory: Directory,
): void => {
  const person = personOn(personalFile, today);
  const holder = holderOn(personalFile, absences, today);
  if (person !== undefined) {
    const mark = person.protectedIdentity
      ? output.say({ sv: '  [SKYDDADE PERSONUPPGIFTER]', en: '  [PROTECTED IDENTITY]' })
      : '';
    output.line(`${person.name}, ${person.identity.value}${mark}`);
  }
  const unit = holder ? unitName(directory, holder.unitId) : '–';
  const substitutes = holder?.substituteIds.join(', ') ?? '';
  output.line(
    output.say({
      sv: `Handläggare: ${holder?.workerId ?? 'ingen'}${substitutes && ` (ersättare: ${substitutes})`}, enhet: ${unit}`,
      en: `Case worker: ${holder?.workerId ?? 'nobody'}${substitutes && ` (stand-in: ${substitutes})`}, unit: ${unit}`,
    }),
  );
};
