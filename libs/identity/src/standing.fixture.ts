import fc from 'fast-check';
import type { AssignmentFacts, AccessFacts, User } from '.';

/** The file of these specs: at Farsta's board, opened by somebody who has left. */
export const fileWith = (facts: Partial<AccessFacts> = {}): AccessFacts => ({
  boardId: 'sdn-farsta',
  unitId: 'farsta',
  openedBy: 'hl-farsta-9',
  assignments: [],
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

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, '0')}`);
const userId = fc.constantFrom('hl-farsta-1', 'hl-farsta-2', 'hl-farsta-3', 'hl-sodermalm-1');

const assignment: fc.Arbitrary<AssignmentFacts> = fc.record(
  { userId, role: fc.constantFrom('responsible', 'substitute'), from: day, to: day, endedOn: day },
  { requiredKeys: ['userId', 'role', 'from'] },
);

export const someFile: fc.Arbitrary<AccessFacts> = fc.record({
  boardId: fc.constantFrom('sdn-farsta', 'sdn-sodermalm'),
  unitId: fc.constantFrom('farsta', 'farsta-2', 'sodermalm'),
  openedBy: userId,
  assignments: fc.array(assignment, { maxLength: 6 }),
  providerIds: fc.subarray(['utf-bjorken', 'utf-lyktan']),
  sampledIn: fc.subarray(['review-1', 'review-2']),
});

export const someDay = day;

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
