import {
  factsOf,
  takenOutAt,
  type TakenOut,
  type CaseId,
  type FileId,
  type Instant,
  type LocalDate,
  type PersonalFile,
} from '@rt/domain';
import { fileOfCase } from '@rt/read-models';
import { replayFile, type ReplayedFinding } from '@rt/rules';
import { dayFrom, instantFrom } from '../arguments';
import { reading } from '../house';
import { EXIT, WrongUsage } from '../exit';
import { caseMeant } from '../meant';
import type { Output } from '../output';
import type { Work } from '../run';
import { localMoment } from '../moment-text';
import { printDecisionMarks, printEvents, printFileFindings, printTakenOut } from '../file-screen';
import type { Registration } from './registration';

interface ReplayOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
}

export const replayCommand: Registration = (program, run) =>
  void program
    .command('replay')
    .description('a case as it was on a day, as it was known at an instant')
    .argument('<case>', 'the id of the case, or its number')
    .option('--as-of <day>', 'as it was on this day (otherwise today)')
    .option('--known-at <instant>', 'as it was known then: an instant, or a day (its end); otherwise now')
    .action(run(replay));

const replay: Work<ReplayOptions> = (context, options, [given]) =>
  reading(context, async (opened) => {
    const { files, db, ruleset, logAccess, today } = opened;
    const caseId = await caseMeant(opened, '<case>', given);
    const asOf = dayFrom('--as-of', options.asOf, today);
    const knownAt = instantFrom('--known-at', options.knownAt);
    const fileId = await fileOfCase(db, caseId);
    if (fileId === undefined)
      throw new WrongUsage('There is no case with that id; `findings` lists the cases by id.');
    await logAccess({
      purpose: 'supervision',
      action: 'replay',
      fileId,
      scope: `case=${caseId} asOf=${asOf} knownAt=${knownAt ?? 'now'}`,
    });
    const { recorded = [] } = (await files.find(fileId)) ?? {};
    const settings = (await ruleset.load()).recorded;
    const { events, file, findings } = replayFile(recorded, { asOf, knownAt }, settings);
    const ofCase = ({ caseId: named }: { readonly caseId?: CaseId }) =>
      named === undefined || named === caseId;
    const picture: CasePicture = {
      fileId,
      caseId,
      asOf,
      knownAt: knownAt ?? null,
      events: events.filter(ofCase),
      takenOut: takenOutAt(recorded, { asOf, knownAt }),
      facts: factsOf(file, caseId),
      findings: findings.filter(ofCase),
    };
    if (context.output.json) context.output.document(picture);
    else printReplay(context.output, picture, file);
    return EXIT.well;
  });

interface CasePicture {
  readonly fileId: FileId;
  readonly caseId: CaseId;
  readonly asOf: LocalDate;
  readonly knownAt: Instant | null;
  readonly events: ReturnType<typeof replayFile>['events'];
  /** In the whole file: the case that such an entry named is not told. */
  readonly takenOut: readonly TakenOut[];
  readonly facts: ReturnType<typeof factsOf>;
  readonly findings: readonly ReplayedFinding[];
}

const printReplay = (
  output: Output,
  { caseId, asOf, knownAt, events, takenOut, findings }: CasePicture,
  file: PersonalFile,
): void => {
  output.line(
    output.say({
      sv: `Ärende ${caseId} som det var den ${asOf}, ${knownAt === null ? 'med vad som är känt nu' : `med vad som var känt ${localMoment(knownAt)}`}`,
      en: `Case ${caseId} as it was on ${asOf}, ${knownAt === null ? 'by what is known now' : `by what was known at ${localMoment(knownAt)}`}`,
    }),
  );
  output.line();
  printEvents(output, events);
  printTakenOut(output, takenOut);
  printDecisionMarks(output, file, caseId);
  output.line();
  printFileFindings(output, findings);
};
