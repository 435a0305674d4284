import { Test } from '@nestjs/testing';
import { houseSettingsFrom, openHouse } from '@rt/composition';
import { modulesOf } from '@rt/composition/nest-modules';
import { Handling } from '@rt/handling';
import { CommandLine } from './command-line.fixture';
import { operatorAt, operatorMayDoEverything } from './operator';

const PERSON = {
  person: {
    name: 'Kim Exempelsson',
    identity: { kind: 'birthDate', value: '1988-05-17' },
    sex: 'female',
    protectedIdentity: false,
  },
};
const opened = '2020-03-02T11:00:00.000Z';
const inTime = '2025-03-02T11:00:00.000Z';
const ground = 'SoL (2025:400) 16 kap. 1 §';

describe('rt erase', () => {
  let rt: CommandLine;
  let fileId: string;
  beforeEach(async () => {
    rt = new CommandLine();
    ({ fileId } = await rt.json<{ fileId: string }>(['open'], { now: opened, stdin: PERSON }));
  });
  afterEach(() => rt.end());

  const erase = (now: string, ...more: readonly string[]) =>
    rt.run(['erase', fileId, '--ground', ground, ...more], { now });
  const houseNow = (now: string) =>
    openHouse(houseSettingsFrom({ RT_NOW: now }, rt.dataDir), { mode: 'write' });
  const readings = async () => {
    const house = await houseNow(inTime);
    try {
      return await (await house.accessLog()).entriesOf({ of: { fileId } });
    } finally {
      await house.close();
    }
  };
  const events = async () => (await rt.json<{ events: number }>(['verify'])).events;

  it('says what it would erase, and erases nothing without --yes', async () => {
    const { exitCode, out, err } = await erase(inTime);
    expect(exitCode).toBe(2);
    expect(out).toContain('1 händelse, den sista anteckningen gjord 2020-03-02');
    expect(out).toContain(ground);
    expect(out).not.toContain('Kim');
    expect(err).toContain('--yes');
    expect(await events()).toBe(1);
  });

  it('is refused the day before five years have passed', async () => {
    const { exitCode, err } = await erase('2025-03-01T11:00:00.000Z', '--yes');
    expect(exitCode).toBe(2);
    expect(err).toContain('2025-03-02');
    expect(await events()).toBe(1);
  });

  it('erases the file, with its rows, and says the same again', async () => {
    const { exitCode, out } = await erase(inTime, '--yes');
    expect(out).toContain(`Personakten ${fileId} är gallrad`);
    expect(exitCode).toBe(0);
    expect((await rt.run(['file', fileId])).exitCode).toBe(2);
    expect(await rt.json(['verify'])).toMatchObject({ ok: true, events: 1 });
    const first = await rt.json(['erase', fileId, '--ground', ground, '--yes'], { now: inTime });
    expect(first).toMatchObject({ fileId, ground, lastEntryOn: '2020-03-02', lastRevision: 0 });
    expect(await rt.json(['findings'], { now: inTime })).toMatchObject({ findings: [] });
    expect(await readings()).toMatchObject([
      { action: 'erase', scope: 'erase', role: 'operator' },
      { action: 'open' },
      { action: 'erase', scope: 'erase' },
    ]);
  });

  it('goes on from the record where the process ended before the file was deleted', async () => {
    const house = await houseNow(inTime);
    house.store.deleteStream = () => Promise.reject(new Error('the process ends here'));
    const nest = await Test.createTestingModule({
      imports: await modulesOf(house, operatorMayDoEverything),
    }).compile();
    await nest.init();
    const operator = operatorAt('op-1', 'norr' as never, 'socialnamnden' as never);
    await expect(nest.get(Handling).erase(operator, { fileId, ground })).rejects.toThrow('ends here');
    await nest.close();
    await house.close();
    // The command reads nothing but what the ended process left on the disk.
    expect((await erase(inTime, '--yes')).exitCode).toBe(0);
    expect(await rt.json(['verify'])).toMatchObject({ ok: true, events: 1 });
    const note = `${rt.folder}/after.checkpoint`;
    expect((await rt.run(['checkpoint', '--out', note], { now: inTime })).exitCode).toBe(0);
    expect(await rt.json(['verify', '--checkpoint', note])).toMatchObject({ ok: true });
  });
});
