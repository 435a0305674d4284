import fc from 'fast-check';
import type { AccessFacts, User } from '.';

/** The facts of the file in these specs: it belongs to Farsta's board and to a case worker who is in no spec. */
export const factsWith = (facts: Partial<AccessFacts> = {}): AccessFacts => ({
  boardId: 'sdn-farsta',
  unitId: 'farsta',
  workerId: 'hl-farsta-9',
  substituteIds: [],
  formerIds: [],
  providerIds: [],
  sampledIn: [],
  ...facts,
});

export const userIn = (unitId: string, user: Partial<User> = {}): User => ({
  userId: `hl-${unitId}-1`,
  roles: ['caseWorker'],
  unitId,
  boardId: `sdn-${unitId}`,
  ...user,
});

const userId = fc.constantFrom('hl-farsta-1', 'hl-farsta-2', 'hl-farsta-3', 'hl-sodermalm-1');

export const someFile: fc.Arbitrary<AccessFacts> = fc.record({
  boardId: fc.constantFrom('sdn-farsta', 'sdn-sodermalm'),
  unitId: fc.constantFrom('farsta', 'farsta-2', 'sodermalm'),
  workerId: fc.option(userId),
  substituteIds: fc.array(userId, { maxLength: 2 }),
  formerIds: fc.array(userId, { maxLength: 2 }),
  providerIds: fc.subarray(['utf-bjorken', 'utf-lyktan']),
  sampledIn: fc.subarray(['review-1', 'review-2']),
});

export const someUser: fc.Arbitrary<User> = fc.record(
  {
    userId,
    roles: fc.subarray(['caseWorker', 'unitManager', 'inspector', 'provider', 'administrator'] as const, {
      minLength: 1,
    }),
    unitId: fc.constantFrom('farsta', 'farsta-2', 'sodermalm'),
    boardId: fc.constantFrom('sdn-farsta', 'sdn-sodermalm'),
    providerId: fc.constantFrom('utf-bjorken', 'utf-lyktan'),
  },
  { requiredKeys: ['userId', 'roles', 'unitId'] },
);
