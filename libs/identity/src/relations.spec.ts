import fc from 'fast-check';
import {
  showsPerson,
  relationsOf,
  type AssignmentFacts,
  type AccessFacts,
  type Relation,
  type User,
} from '.';
import { fileWith, someDay, someFile, someUser, userIn } from './standing.fixture';

const relation = (
  user: User,
  file: AccessFacts,
  day = '2026-03-10',
  open: readonly string[] = [],
): Relation => relationsOf(user, file, new Set(open), day)[0]!.relation;

const assigned = (userId: string, from: string, rest: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  userId,
  role: 'responsible',
  from,
  ...rest,
});

const anna = userIn('farsta');
const bo = userIn('farsta', { userId: 'hl-farsta-2' });

describe('a case worker', () => {
  it('has a file from the first day of the assignment to the last', () => {
    const file = fileWith({ assignments: [assigned(anna.userId, '2026-03-05', { to: '2026-03-20' })] });
    const on = (day: string) => relation(anna, file, day);
    expect(['2026-03-04', '2026-03-05', '2026-03-20', '2026-03-21'].map(on)).toEqual([
      'sameUnit',
      'assigned',
      'assigned',
      'none',
    ]);
  });

  it('loses it on the very day the assignment is ended, and is no colleague to it either', () => {
    const file = fileWith({ assignments: [assigned(anna.userId, '2026-03-05', { endedOn: '2026-03-10' })] });
    expect(relation(anna, file, '2026-03-09')).toBe('assigned');
    expect(relation(anna, file, '2026-03-10')).toBe('none');
    expect(relation(bo, file, '2026-03-10')).toBe('sameUnit');
  });

  it('loses it when another becomes responsible, though nobody ended the first assignment', () => {
    const file = fileWith({
      assignments: [assigned(anna.userId, '2026-03-05'), assigned(bo.userId, '2026-03-10')],
    });
    expect([relation(anna, file, '2026-03-09'), relation(bo, file, '2026-03-09')]).toEqual([
      'assigned',
      'sameUnit',
    ]);
    expect([relation(anna, file), relation(bo, file)]).toEqual(['none', 'assigned']);
  });

  it('is handed the file by the assignment recorded last, where two begin on one day', () => {
    const both = [assigned(anna.userId, '2026-03-05'), assigned(bo.userId, '2026-03-05')];
    expect(relation(bo, fileWith({ assignments: both }))).toBe('assigned');
    expect(relation(anna, fileWith({ assignments: both.toReversed() }))).toBe('assigned');
  });

  it('may stand in while another is responsible', () => {
    const standIn = assigned(bo.userId, '2026-03-08', { role: 'substitute', to: '2026-03-10' });
    const file = fileWith({ assignments: [assigned(anna.userId, '2026-03-05'), standIn] });
    const on = (day: string) => relation(bo, file, day);
    expect(['2026-03-07', '2026-03-08', '2026-03-10', '2026-03-11'].map(on)).toEqual([
      'sameUnit',
      'substitute',
      'substitute',
      'none',
    ]);
    expect(relation(anna, file)).toBe('assigned');
  });

  it('who opened a file has it until the first assignment begins', () => {
    const file = fileWith({ openedBy: anna.userId, assignments: [assigned(bo.userId, '2026-03-10')] });
    expect(relation(anna, fileWith({ openedBy: anna.userId }))).toBe('assigned');
    expect(relation(anna, file, '2026-03-09')).toBe('assigned');
    expect(relation(anna, file, '2026-03-10')).toBe('none');
  });

  it('is nothing to the file of another unit or another board, even where an assignment says so', () => {
    const other = userIn('sodermalm');
    expect(relation(userIn('farsta', { unitId: 'farsta-2' }), fileWith())).toBe('none');
    expect(relation(other, fileWith())).toBe('none');
    expect(relation(other, fileWith({ assignments: [assigned(other.userId, '2026-03-01')] }))).toBe('none');
    expect(relation({ ...anna, boardId: undefined }, fileWith())).toBe('none');
  });
});

describe('the others', () => {
  it.each([
    ['a unit manager in the own unit', userIn('farsta', { roles: ['unitManager'] }), 'sameUnit'],
    ['a unit manager of another unit', userIn('farsta', { roles: ['unitManager'], unitId: 'x' }), 'none'],
    [
      'a unit manager of another board',
      userIn('sodermalm', { roles: ['unitManager'], unitId: 'farsta' }),
      'none',
    ],
    [
      'the provider an order went to',
      userIn('p', { roles: ['provider'], providerId: 'utf-lyktan' }),
      'addressed',
    ],
    ['another provider', userIn('p', { roles: ['provider'], providerId: 'utf-bjorken' }), 'none'],
    ['a provider of no house', userIn('p', { roles: ['provider'] }), 'none'],
    ['an administrator', userIn('farsta', { roles: ['administrator'] }), 'none'],
  ] as const)('%s', (_, user, expected) => {
    expect(relation(user, fileWith({ providerIds: ['utf-lyktan'] }))).toBe(expected);
  });

  it('an inspector reaches what an open review drew, whatever the board, until it closes', () => {
    const inspector: User = { userId: 'insp-1', roles: ['inspector'], unitId: 'inspectors' };
    for (const boardId of ['sdn-farsta', 'sdn-sodermalm']) {
      const file = fileWith({ boardId, sampledIn: ['review-1'] });
      expect(relation(inspector, file, '2026-03-10', ['review-2', 'review-1'])).toBe('sampled');
      expect(relation(inspector, file, '2026-03-10', ['review-2'])).toBe('none');
      expect(relation(inspector, fileWith({ boardId }), '2026-03-10', ['review-1'])).toBe('none');
    }
  });

  it('a protected identity shows to those with a relation only', () => {
    const standing = (...relations: Relation[]) =>
      relations.map((found) => ({ role: 'caseWorker' as const, relation: found }));
    expect(showsPerson(true, standing('none'))).toBe(false);
    expect(showsPerson(true, [])).toBe(false);
    expect(showsPerson(true, standing('none', 'sameUnit'))).toBe(true);
    expect(showsPerson(false, standing('none'))).toBe(true);
  });
});

describe('whatever the file and the user', () => {
  it('ending every assignment of a worker ends the relation the same day', () => {
    fc.assert(
      fc.property(someFile, someUser, someDay, (file, user, day) => {
        const worker: User = { ...user, roles: ['caseWorker'] };
        const mine = file.assignments.filter(({ userId, from }) => userId === user.userId && from <= day);
        fc.pre(mine.length > 0);
        const ended = {
          ...file,
          assignments: file.assignments.map((each) =>
            mine.includes(each) ? { ...each, endedOn: day } : each,
          ),
        };
        expect(relation(worker, ended, day)).toBe('none');
      }),
    );
  });

  it('whoever serves under another board has none but what they have as an inspector or a provider', () => {
    fc.assert(
      fc.property(someFile, someUser, someDay, (file, user, day) => {
        fc.pre(user.boardId !== file.boardId);
        for (const { role, relation: found } of relationsOf(user, file, new Set(['review-1']), day))
          if (role !== 'inspector' && role !== 'provider') expect(found).toBe('none');
      }),
    );
  });

  it('at most one user is assigned', () => {
    fc.assert(
      fc.property(someFile, someDay, (file, day) => {
        const users = ['hl-farsta-1', 'hl-farsta-2', 'hl-farsta-3', 'hl-sodermalm-1'].map((userId): User => ({
          userId,
          roles: ['caseWorker'],
          unitId: file.unitId,
          boardId: file.boardId,
        }));
        expect(users.filter((user) => relation(user, file, day) === 'assigned').length).toBeLessThanOrEqual(
          1,
        );
      }),
    );
  });
});
