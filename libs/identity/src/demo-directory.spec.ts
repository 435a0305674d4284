import { demoDirectory } from './demo-directory';

describe('the demo’s directory', () => {
  it('opens on loopback only', () => {
    expect(() => demoDirectory('0.0.0.0')).toThrow(
      expect.objectContaining({ code: 'DEMO_NOT_ON_LOOPBACK', address: '0.0.0.0' }),
    );
    expect(demoDirectory('127.0.0.1').users.length).toBeGreaterThan(0);
  });

  it('has case workers and a manager in each unit under a board of its own, and an inspector of the whole city', async () => {
    const directory = demoDirectory('localhost');
    expect(await directory.find('hl-farsta-5')).toMatchObject({
      roles: ['caseWorker'],
      unitId: 'farsta',
      boardId: 'sdn-farsta',
      title: { sv: 'Handläggare 5, Farsta', en: 'Case worker 5, Farsta' },
    });
    expect(await directory.find('ec-hagersten-alvsjo')).toMatchObject({
      roles: ['unitManager'],
      boardId: 'sdn-hagersten-alvsjo',
    });
    const inspector = await directory.find('insp-1');
    expect(inspector).toMatchObject({ roles: ['inspector'], unitId: 'funktionshinderinspektorerna' });
    expect(inspector).not.toHaveProperty('boardId');
  });

  it('knows no other user, not even by a name that every object inherits', async () => {
    const directory = demoDirectory('localhost');
    for (const userId of ['hl-farsta-6', 'constructor', '__proto__', ''])
      expect(await directory.find(userId)).toBeUndefined();
  });

  it('explains every role that a user has, and has every id once', () => {
    const { users, roles } = demoDirectory('localhost');
    const held = new Set(users.flatMap((user) => user.roles));
    expect(new Set(roles.map(({ role }) => role))).toEqual(held);
    expect(roles).toHaveLength(held.size);
    expect(new Set(users.map(({ userId }) => userId)).size).toBe(users.length);
  });
});
