import { TITLES, unitOn, type UnitId } from '@rt/domain';
import type { RecordedStep } from '@rt/handling';
import { randomUUID } from 'node:crypto';
import { countFrom } from '../arguments';
import { working } from '../house';
import { EXIT, WrongUsage } from '../exit';
import { readJson } from '../json-input';
import { operatorAt } from '../operator';
import type { Output } from '../output';
import { fileMeant } from '../meant';
import type { Work } from '../run';
import type { Registration } from './registration';

interface RecordOptions {
  readonly unit?: string;
  readonly key?: string;
  readonly ifMatch?: string;
}

export const recordCommand: Registration = (program, run) =>
  void program
    .command('record')
    .description(
      'record one step, or an array of at most 50 that belong together, from standard input; all or none',
    )
    .argument('<file>', 'the id of the personal file or of a case, or a case number')
    .option('--unit <unit>', 'the unit that records (otherwise the one that has the file)')
    .option('--key <key>', 'idempotency key: the same key again is the same recording')
    .option('--if-match <revision>', 'only if the file still is at this revision')
    .action(run(record));

const record: Work<RecordOptions> = async (context, options, [given]) => {
  const { output, settings, stdin } = context;
  const ifMatch = options.ifMatch === undefined ? undefined : revisionFrom(options.ifMatch);
  const steps = await readJson(stdin);
  return working(context, 'write', async (work) => {
    const { handling, files, today } = work;
    const fileId = await fileMeant(work, '<file>', given);
    const loaded = await files.find(fileId);
    const opened = loaded?.file.opened;
    if (loaded === undefined || opened === undefined)
      throw new WrongUsage({
        sv: 'Det finns ingen personakt med det id:t (eller så är den gallrad); `open` öppnar en.',
        en: 'There is no personal file with that id (or it has been erased); `open` opens one.',
      });
    const unitId = (options.unit as UnitId | undefined) ?? unitOn(loaded.file, today) ?? opened.unitId;
    const actor = operatorAt(settings.operator, unitId, opened.data.boardId);
    const answer = await handling.record(actor, fileId, options.key ?? randomUUID(), steps, { ifMatch });
    if (output.json) output.document(answer);
    else printRecorded(output, answer.events);
    return EXIT.well;
  });
};

const revisionFrom = (given: string): number => (given === '0' ? 0 : countFrom('--if-match', given));

const printRecorded = (output: Output, events: readonly RecordedStep[]): void =>
  output.table(
    [
      { sv: 'Antecknat', en: 'Recorded' },
      { sv: 'Händelse', en: 'Event' },
      { sv: 'Beteckningar', en: 'Ids' },
    ],
    events.map(({ type, eventId, ids }) => [
      output.say(TITLES[type as keyof typeof TITLES]),
      eventId,
      Object.entries(ids)
        .map(([name, id]) => `${name} ${id}`)
        .join('\n'),
    ]),
  );
