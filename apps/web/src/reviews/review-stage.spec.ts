import { stageOf } from './review-stage';

const none = { approvedAt: null, drawnAt: null, closureProposedAt: null, closedAt: null };

it.each([
  [{}, 'planned'],
  [{ approvedAt: 'a' }, 'approved'],
  [{ approvedAt: 'a', drawnAt: 'b' }, 'drawn'],
  [{ approvedAt: 'a', drawnAt: 'b', closureProposedAt: 'c' }, 'closing'],
  [{ approvedAt: 'a', drawnAt: 'b', closureProposedAt: 'c', closedAt: 'd' }, 'closed'],
  [{ closedAt: 'd' }, 'closed'],
])('a review with %j is %s', (dates, stage) => {
  expect(stageOf({ ...none, ...dates })).toBe(stage);
});
