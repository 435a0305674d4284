import { DISTRICTS } from '../../libs/demo/src/city';
import { demoDirectory } from '@rt/identity/demo-directory';

describe('the demo’s users', () => {
  const { users } = demoDirectory('127.0.0.1');

  it('are the authors of the demo’s files, in the same units under the same boards', () => {
    const written = DISTRICTS.flatMap(({ unitId, boardId, workers, unitManager }) => [
      ...workers.map((userId) => ({ userId, roles: ['caseWorker'], unitId, boardId })),
      { userId: unitManager, roles: ['unitManager'], unitId, boardId },
    ]);
    const inUnits = users.filter(({ boardId }) => boardId !== undefined);
    expect(inUnits.map(({ title, ...user }) => user)).toEqual(written);
  });

  it('have titles that end with the demo’s name of their district', () => {
    for (const { unitId, name } of DISTRICTS)
      for (const { title } of users.filter((user) => user.unitId === unitId))
        expect([title.sv, title.en].filter((text) => !text.endsWith(`, ${name}`))).toEqual([]);
  });
});
