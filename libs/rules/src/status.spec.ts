import { END_OF_TIME, on } from '@rt/domain';
import type { RuleKind } from './rule';
import { statusOn } from './status';

const since = { arisesOn: on('2026-03-02'), dueOn: on('2026-03-17') };

describe('the status at the end of time, which stands for a day that is not known', () => {
  it.each<[RuleKind, string]>([
    ['deadline', 'overdue'],
    ['quality', 'overdue'],
    ['violation', 'violation'],
  ])('of a %s that nothing has settled is %s', (kind, status) => {
    expect(statusOn({ kind, ...since }, END_OF_TIME)).toBe(status);
  });

  it('of what was met is that it was met', () => {
    const fulfilledOn = on('2026-03-18');
    expect(statusOn({ kind: 'deadline', ...since, fulfilledOn }, END_OF_TIME)).toBe('fulfilledLate');
  });
});
