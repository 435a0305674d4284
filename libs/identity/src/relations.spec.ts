import fc from 'fast-check';
import { showsPerson, relationsOf, type AccessFacts, type Relation, type User } from '.';
import { factsWith, someFile, someUser, userIn } from './access-facts.fixture';

const relation = (user: User, file: AccessFacts, open: readonly string[] = []): Relation =>
  relationsOf(user, file, new Set(open))[0]!.relation;

const anna = userIn('farsta');
const bo = userIn('farsta', { userId: 'hl-farsta-2' });

describe('a case worker', () => {
  it('is assigned to the file of which they are the responsible worker', () => {
    const file = factsWith({ workerId: anna.userId, formerIds: [anna.userId] });
    expect([relation(anna, file), relation(bo, file)]).toEqual(['assigned', 'sameUnit']);
  });

  it('is a substitute in a file where they stand in, although they had it before', () => {
    expect(relation(bo, factsWith({ substituteIds: [bo.userId], formerIds: [bo.userId] }))).toBe(
      'substitute',
    );
  });

  it('who handed the file over is nothing to it, not even a colleague of the unit', () => {
    expect(relation(anna, factsWith({ formerIds: [anna.userId] }))).toBe('none');
    expect(relation(anna, factsWith({ workerId: null, formerIds: [anna.userId] }))).toBe('none');
    expect(relation(bo, factsWith({ workerId: null, formerIds: [anna.userId] }))).toBe('sameUnit');
  });

  it('is nothing to the file of another unit or another board, even if it is assigned to them', () => {
    const other = userIn('sodermalm');
    expect(relation(userIn('farsta', { unitId: 'farsta-2' }), factsWith())).toBe('none');
    expect(relation(other, factsWith())).toBe('none');
    expect(relation(other, factsWith({ workerId: other.userId }))).toBe('none');
    expect(relation({ ...anna, boardId: undefined }, factsWith({ workerId: anna.userId }))).toBe('none');
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
    expect(relation(user, factsWith({ providerIds: ['utf-lyktan'] }))).toBe(expected);
  });

  it('an inspector reaches what an open review drew, whatever the board, until it closes', () => {
    const inspector: User = { userId: 'insp-1', roles: ['inspector'], unitId: 'inspectors' };
    for (const boardId of ['sdn-farsta', 'sdn-sodermalm']) {
      const file = factsWith({ boardId, sampledIn: ['review-1'] });
      expect(relation(inspector, file, ['review-2', 'review-1'])).toBe('sampled');
      expect(relation(inspector, file, ['review-2'])).toBe('none');
      expect(relation(inspector, factsWith({ boardId }), ['review-1'])).toBe('none');
    }
  });

  it('a protected identity shows to those with a relation only', () => {
    const roleRelation = (...relations: Relation[]) =>
      relations.map((found) => ({ role: 'caseWorker' as const, relation: found }));
    expect(showsPerson(true, roleRelation('none'))).toBe(false);
    expect(showsPerson(true, [])).toBe(false);
    expect(showsPerson(true, roleRelation('none', 'sameUnit'))).toBe(true);
    expect(showsPerson(false, roleRelation('none'))).toBe(true);
  });
});

describe('whatever the file and the user', () => {
  it('without an assignment there is no relation but that of a colleague', () => {
    fc.assert(
      fc.property(someFile, someUser, (file, user) => {
        const worker: User = { ...user, roles: ['caseWorker'] };
        fc.pre(file.workerId !== user.userId && !file.substituteIds.includes(user.userId));
        expect(['sameUnit', 'none']).toContain(relation(worker, file));
      }),
    );
  });

  it('a user of another board has none, except as an inspector or a provider', () => {
    fc.assert(
      fc.property(someFile, someUser, (file, user) => {
        fc.pre(user.boardId !== file.boardId);
        for (const { role, relation: found } of relationsOf(user, file, new Set(['review-1'])))
          if (role !== 'inspector' && role !== 'provider') expect(found).toBe('none');
      }),
    );
  });
});
