import { readdirSync } from 'node:fs';
import path from 'node:path';
import { RULES, type Authority } from './index';

const ruleFiles = readdirSync(__dirname).filter((name) => name.endsWith('.rule.ts'));

describe('the register of rules', () => {
  it('holds every rule of the folder, once, in a file of its own name', () => {
    const registered = RULES.map((rule) => `${rule.id}.rule.ts`);
    expect([...registered].sort()).toEqual(ruleFiles.sort());
    for (const file of ruleFiles) {
      const exported = Object.values(jest.requireActual<object>(path.join(__dirname, file)));
      expect(exported.filter((value) => RULES.includes(value as never))).toHaveLength(1);
    }
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s: versions follow each other without overlap',
    (_id, { versions }) => {
      expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
      versions.slice(1).forEach(({ inForceFrom }, index) => {
        expect(String(versions[index]?.inForceTo) < inForceFrom).toBe(true);
      });
    },
  );

  /** Who sets the duty, and who sets its numbers: from the catalogue of rules and the documents that the rules quote. */
  const AUTHORITIES: Readonly<Record<string, readonly [Authority, Authority?]>> = {
    'contact-relative-without-consent': ['law'],
    'contact-professional-without-consent': ['law'],
    'contact-after-withdrawal': ['law'],
    'wishes-missing': ['guideline'],
    'decision-without-current-investigation': ['law', 'default'],
    'assessment-missing': ['law'],
    'order-after-approval': ['law', 'default'],
    'order-unspecific': ['guideline', 'default'],
    'plan-due': ['localRoutine', 'localRoutine'],
    'plan-review-due': ['localRoutine', 'default'],
    'plan-renewal-due': ['guideline', 'default'],
    'plan-mismatch-order': ['guideline'],
    'plan-content-incomplete': ['generalAdvice'],
    'relative-employed-without-asking': ['contract'],
    'follow-up-due': ['guideline', 'default'],
    'investigation-start-due': ['law', 'default'],
    'decision-delayed': ['guideline', 'law'],
    'request-to-decide-unanswered': ['law', 'law'],
    'decision-notice-due': ['law', 'default'],
    'appeal-timeliness-check': ['law', 'default'],
    'appeal-forwarding-due': ['law', 'default'],
    'decision-unexecuted': ['law', 'law'],
    'execution-interrupted': ['law', 'law'],
    'unexecuted-report-due': ['law', 'law'],
    'decision-expiring': ['law', 'default'],
    'plan-resubmission-due': ['localRoutine', 'default'],
    'case-without-worker': ['guideline', 'default'],
    'decision-without-communication': ['law'],
    'lss-without-request': ['law'],
    'order-without-decision': ['law'],
    'relative-employed-despite-no': ['contract'],
    'relative-performer-and-representative': ['guideline'],
    'performer-lives-with-person': ['guideline'],
    'individual-plan-offer': ['law', 'default'],
    'decision-corrected-after-service': ['law'],
    'judgment-to-carry-out': ['law', 'default'],
    'freda-yearly': ['localRoutine', 'localRoutine'],
  };

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s: who sets the duty, and its numbers',
    (id, rule) => {
      for (const { authority, parameterAuthority, parameters } of rule.versions) {
        expect([authority, parameterAuthority]).toEqual([AUTHORITIES[id]?.[0], AUTHORITIES[id]?.[1]]);
        expect(parameterAuthority !== undefined).toBe(Object.keys(parameters).length > 0);
      }
    },
  );

  it('has no id that names a number: a municipality may adopt another', () => {
    expect(RULES.filter(({ id }) => /\d|two|three|four|six|twelve|fifteen/.test(id))).toEqual([]);
  });
});
