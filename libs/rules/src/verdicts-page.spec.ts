import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asHistory, DEFAULT_CONFIGURATION, fileAt } from '@rt/domain';
import { DEFAULT_RULESET, findingsOfRule, RULES, statusOn } from './index';
import { blindSpotsOf, verdictsPage } from './verdicts-page';

const page = path.join(__dirname, '..', '..', '..', 'docs', 'verdicts.md');

describe('what the rules cannot see', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s: something, and it runs', (_id, rule) => {
    const spots = blindSpotsOf(rule);
    expect(spots.length).toBeGreaterThan(0);
    for (const { cannotSee, given, on, then } of spots) {
      const file = fileAt(asHistory(given), { asOf: on });
      const statuses = findingsOfRule(rule, file, DEFAULT_RULESET, DEFAULT_CONFIGURATION)
        .map((finding) => statusOn(finding, on))
        .filter((status) => status !== 'notYet');
      expect([cannotSee, ...statuses]).toEqual([cannotSee, ...then]);
    }
  });

  it('is what docs/verdicts.md says (else: npm run docs:rules)', () => {
    expect(readFileSync(page, 'utf8')).toBe(verdictsPage());
  });
});
