import type { FileId } from '@rt/domain';
import { fromApplicationToOrder, KIM, openCity, type City, type CityUser } from './city.fixture';

/** Lists show the name of the person to users who may see it. */
describe('names in lists', () => {
  const LISTS = ['/worklist', '/findings', '/cases', '/notices'] as const;
  let city: City;
  let anna: CityUser;
  let manager: CityUser;
  let inspector: CityUser;
  let open: FileId;
  let hidden: FileId;
  const caseIds: string[] = [];

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    manager = city.person('ec-farsta');
    inspector = city.person('insp-1');
    open = await anna.opensFile(KIM);
    hidden = await anna.opensFile({ ...KIM, name: 'Robin Fördold', protectedIdentity: true });
    for (const file of [open, hidden]) {
      const { steps, ids } = fromApplicationToOrder('hl-farsta-1');
      await anna.records(file, steps);
      caseIds.push(ids.caseId);
    }
    city.onDay('2026-03-18');
  });
  afterAll(() => city.close());

  const personsIn = async (who: CityUser, list: string): Promise<unknown> =>
    (await who.reads(list)).body.persons;

  it.each(LISTS)('%s tells the case worker and the manager whose files they are', async (list) => {
    const both = {
      [open]: { name: 'Kim Exempelsson', protectedIdentity: false },
      [hidden]: { name: 'Robin Fördold', protectedIdentity: true },
    };
    expect(await personsIn(anna, list)).toEqual(both);
    expect(await personsIn(manager, list)).toEqual(both);
  });

  it.each(LISTS)('%s says of each line which case it is, and about what', async (list) => {
    const { body } = await anna.reads(list);
    const numbers = ['2026-0117', '2026-0117-1'];
    const labels = [open, hidden].map((fileId, index) => [
      fileId,
      {
        [caseIds[index] as string]: {
          caseNumber: numbers[index],
          measure: 'ledsagarservice',
          measureTitle: { sv: 'Ledsagarservice', en: 'Companion service (LSS)' },
        },
      },
    ]);
    expect(body.caseLabels).toEqual(Object.fromEntries(labels));
  });

  it('an inspector is told of the sampled files', async () => {
    const sampled = await city.drawsOneOf('farsta', 'stickprov-namn');
    const name = sampled === hidden ? 'Robin Fördold' : 'Kim Exempelsson';
    expect(await personsIn(inspector, '/findings')).toEqual({
      [sampled]: { name, protectedIdentity: sampled === hidden },
    });
  });

  it('a file leaves the list of a worker whose time with it is over, and comes back to the worker before', async () => {
    const bo = city.person('hl-farsta-2');
    for (const file of [open, hidden])
      await manager.records(file, {
        type: 'CaseWorkerAssigned',
        occurredOn: '2026-03-18',
        data: { userId: 'hl-farsta-2', role: 'responsible', from: '2026-03-18', to: '2026-03-19' },
      });
    city.onDay('2026-03-20');
    expect((await bo.reads(`/files/${hidden}`)).status).toBe(403);
    expect(await personsIn(bo, '/findings')).toEqual({});
    expect(Object.keys((await personsIn(anna, '/findings')) as object).sort()).toEqual([open, hidden].sort());
  });
});
