import { makeBase, type Base } from './base';
import { besideTamperings } from './beside.tamperings';
import { allFinders, findersAmongCommands, isCommand } from './finders';
import { historyTamperings } from './history.tamperings';
import { KeylessIntruder } from './intruder';
import { isWholeRun } from './run-size';
import type { Tampering } from './tampering';

const all: readonly Tampering[] = [...historyTamperings, ...besideTamperings];

describe('somebody who has the files and no key', () => {
  let base: Base;

  beforeAll(async () => {
    base = await makeBase();
  }, 120_000);
  afterAll(() => base.remove());

  const tampered = (one: Tampering) => {
    const place = base.copyOf('closed');
    one.does(new KeylessIntruder(place, base));
    return place;
  };

  // In `npm test` a server is started only for what no command finds.
  const quick = all.filter(({ foundBy }) => !isWholeRun && foundBy.some(isCommand));
  const whole = all.filter((one) => !quick.includes(one));
  const named = (list: readonly Tampering[]) => list.map((one) => [`${one.file}: ${one.what}`, one] as const);

  it.each(named(whole))('is found: %s', async (_, one) => {
    const { finders, silent } = await allFinders(base, tampered(one));
    expect({
      finders: one.foundBy.filter((finder) => finders.has(finder)),
      isSilent: silent.length > 0,
      how: one.changesInSilence ? [] : silent,
    }).toEqual({
      finders: one.foundBy.filter((finder) => one.notYet?.includes(finder) !== true),
      isSilent: one.changesInSilence ?? false,
      how: [],
    });
  });

  if (quick.length > 0)
    it.each(named(quick))('is found by a command: %s', async (_, one) => {
      const finders = await findersAmongCommands(tampered(one));
      const wanted = one.foundBy.filter(isCommand);
      expect(wanted.filter((finder) => finders.has(finder))).toEqual(
        wanted.filter((finder) => one.notYet?.includes(finder) !== true),
      );
    });
});
