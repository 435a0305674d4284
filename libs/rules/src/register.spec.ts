import { readdirSync } from 'node:fs';
import path from 'node:path';
import { RULES } from './index';

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
});
