import fc from 'fast-check';
import {
  ACCESS_PURPOSES,
  decideAccess,
  REACHES,
  ROLES,
  relationsOf,
  type AccessQuestion,
  type User,
} from '.';
import { FILE_PERMISSIONS, GENERAL_PERMISSIONS } from './permissions.fixture';
import { factsWith, someFile, someUser, userIn } from './access-facts.fixture';

const onFile = (
  facts: ReturnType<typeof factsWith>,
  open: readonly string[] = [],
): AccessQuestion['file'] => ({
  facts,
  openReviews: new Set(open),
});

describe('access', () => {
  it('acts in the role that is nearest to the file', () => {
    const both = userIn('farsta', { roles: ['unitManager', 'caseWorker'] });
    const file = onFile(factsWith({ workerId: both.userId }));
    expect(decideAccess(both, { permission: 'file.read', file })).toMatchObject({
      allowed: true,
      role: 'caseWorker',
      relation: 'assigned',
      purpose: 'handling',
    });
    expect(decideAccess(both, { permission: 'file.read', purpose: 'quality', file })).toMatchObject({
      allowed: true,
      role: 'unitManager',
      relation: 'sameUnit',
      purpose: 'quality',
    });
  });

  it('acts in the role that reaches furthest where no file is concerned', () => {
    const both = userIn('farsta', { roles: ['caseWorker', 'unitManager'] });
    expect(decideAccess(both, { permission: 'worklist.read' })).toMatchObject({
      role: 'unitManager',
      relation: 'none',
      reach: 'unit',
    });
  });

  it('is refused with the reason that helps most', () => {
    const both = userIn('farsta', { roles: ['inspector', 'unitManager', 'administrator'] });
    const file = onFile(factsWith());
    expect(decideAccess(both, { permission: 'file.read', file })).toEqual({
      allowed: false,
      refused: 'PURPOSE_REQUIRED',
    });
    expect(decideAccess(both, { permission: 'file.read', purpose: 'supervision', file })).toEqual({
      allowed: false,
      refused: 'PURPOSE_NOT_ACCEPTED',
    });
    expect(decideAccess(both, { permission: 'order.record', file })).toEqual({
      allowed: false,
      refused: 'NOT_PERMITTED',
    });
  });

  it('to a file asks for the file, and to what is beside files does not', () => {
    const worker = userIn('farsta');
    expect(decideAccess(worker, { permission: 'file.read' })).toEqual({
      allowed: false,
      refused: 'NO_RELATION',
    });
    const elsewhere = onFile(factsWith({ boardId: 'sdn-sodermalm' }));
    expect(decideAccess(worker, { permission: 'file.open', file: elsewhere })).toMatchObject({
      allowed: true,
      relation: 'none',
    });
  });

  it('gives nothing to a user without a role', () => {
    const nobody = userIn('farsta', { roles: [] });
    for (const permission of [...FILE_PERMISSIONS, ...GENERAL_PERMISSIONS])
      expect(decideAccess(nobody, { permission, file: onFile(factsWith()) }).allowed).toBe(false);
  });
});

const somePurpose = fc.option(fc.constantFrom(...ACCESS_PURPOSES), { nil: undefined });
const somePermission = fc.constantFrom(...FILE_PERMISSIONS, ...GENERAL_PERMISSIONS);
const open = new Set(['review-1']);

describe('whatever the file, the user and the purpose', () => {
  it('without a relation nothing is done to a file', () => {
    const asked = [someFile, someUser, somePurpose, fc.constantFrom(...FILE_PERMISSIONS)] as const;
    fc.assert(
      fc.property(...asked, (facts, user, purpose, permission) => {
        const related = relationsOf(user, facts, open).some(({ relation }) => relation !== 'none');
        fc.pre(!related);
        const file = { facts, openReviews: open };
        expect(decideAccess(user, { permission, purpose, file })).toEqual({
          allowed: false,
          refused: 'NO_RELATION',
        });
      }),
      { numRuns: 300 },
    );
  });

  it('an inspector reads what an open review drew, and writes in no file', () => {
    const asked = [someFile, someUser, somePurpose, fc.constantFrom(...FILE_PERMISSIONS)] as const;
    fc.assert(
      fc.property(...asked, (facts, user, purpose, permission) => {
        const inspector: User = { ...user, roles: ['inspector'] };
        const { allowed } = decideAccess(inspector, {
          permission,
          purpose,
          file: { facts, openReviews: open },
        });
        const readable =
          permission.endsWith('.read') || permission === 'file.history' || permission === 'file.replay';
        const fits = purpose === undefined || purpose === 'supervision';
        expect(allowed).toBe(readable && fits && facts.sampledIn.includes('review-1'));
      }),
      { numRuns: 300 },
    );
  });

  it('one more role takes nothing away and narrows nothing', () => {
    const asked = [someFile, someUser, somePurpose, somePermission, fc.constantFrom(...ROLES)] as const;
    fc.assert(
      fc.property(...asked, (facts, user, purpose, permission, role) => {
        const access = { permission, purpose, file: { facts, openReviews: open } };
        const before = decideAccess(user, access);
        const after = decideAccess({ ...user, roles: [...user.roles, role] }, access);
        if (!before.allowed) return;
        const wide = ({ reach }: typeof before) => (reach === 'file' ? 0 : REACHES.indexOf(reach));
        expect(after.allowed && wide(after) >= wide(before)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
