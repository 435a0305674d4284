import type { Text } from '@rt/domain';
import type { House } from '@rt/composition';
import { catchUp, compareAll, ReadDatabaseDamaged, type ReadModelDifference } from '@rt/read-models';
import type { Output } from '../output';

/**
 * Brings the read models up to date and compares all their rows with what the events give. It changes nothing that differs.
 * @returns `damaged`: the file cannot be read, so the rows were not compared
 */
export const verifyReadModels = async (
  house: House,
  output: Output,
): Promise<readonly ReadModelDifference[] | 'damaged'> => {
  const { store, ruleset, clock } = house;
  try {
    const db = await house.readModels();
    // Damaged events are found by the rest of the command.
    await catchUp({ store, db, ruleset, onDamaged: () => undefined });
    return await compareAll({ store, db, ruleset, clock }, (owners) => output.progress(COMPARED, owners));
  } catch (error) {
    if (error instanceof ReadDatabaseDamaged) return 'damaged';
    throw error;
  }
};

export const printDifferences = (
  output: Output,
  differences: readonly ReadModelDifference[] | 'damaged',
): void => {
  if (differences === 'damaged') return output.line(output.say(DAMAGED));
  if (differences.length === 0) return output.line(output.say(AS_THE_EVENTS));
  output.table(
    [
      { sv: 'Tabell', en: 'Table' },
      { sv: 'Akt eller granskning', en: 'File or review' },
      { sv: 'Vad', en: 'What' },
      { sv: 'Kolumner', en: 'Columns' },
    ],
    differences.map(({ table, owner, what, columns }) => [
      table,
      owner ?? '–',
      output.say(WHAT[what]),
      columns.join(', ') || '–',
    ]),
  );
  output.line(output.say(DIFFERS));
};

const COMPARED: Text = { sv: 'Jämförda akter', en: 'Files compared' };
const AS_THE_EVENTS: Text = {
  sv: 'Listornas rader är de som händelserna ger.',
  en: 'The rows of the read models are those that the events give.',
};
const DAMAGED: Text = {
  sv: 'Listornas fil read-models.sqlite är skadad, så raderna jämfördes inte. `rt rebuild` lägger undan den och gör om dem.',
  en: 'The file of the read models, read-models.sqlite, is damaged, so the rows were not compared. `rt rebuild` moves it aside and makes them anew.',
};
const DIFFERS: Text = {
  sv: 'Listorna skiljer sig från händelserna. En server i gång rättar raderna inom en vecka; tas read-models.sqlite bort görs de om genast.',
  en: 'The read models differ from the events. A running server heals the rows within a week; without read-models.sqlite they are made again at once.',
};
const WHAT: Record<ReadModelDifference['what'], Text> = {
  changed: { sv: 'raden är ändrad', en: 'the row was changed' },
  missing: { sv: 'raden saknas', en: 'the row is missing' },
  extra: { sv: 'raden har ingen händelse bakom sig', en: 'the row has no event behind it' },
  unproved: {
    sv: 'raderna är från före skadan i akten',
    en: 'the rows are from before the damage in the file',
  },
};
