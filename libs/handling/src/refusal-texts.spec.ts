import { REFUSAL_CODES } from '@rt/domain';
import { CONSTRAINTS, type ConstraintName } from './constraints';
import { HANDLING_CODES } from './refused-codes';
import { REFUSAL_TEXTS } from './refusal-texts';

const isSentence = (text: string): boolean => /^[A-ZÅÄÖ].{10,}[.:]$/s.test(text);

describe('what is said when something is refused', () => {
  it.each([...REFUSAL_CODES, ...HANDLING_CODES])('%s has a Swedish and an English sentence', (code) => {
    const { sv, en } = REFUSAL_TEXTS[code]({
      ...{ known: 'text', actual: 7, until: '2031-01-01' },
      ...{ count: 2, types: 'NoteWritten' },
    });
    expect([isSentence(sv), isSentence(en), sv !== en]).toEqual([true, true, true]);
    expect(`${sv}${en}`).not.toContain('undefined');
  });

  it('no text is left that nothing is refused with', () => {
    expect(Object.keys(REFUSAL_TEXTS).sort()).toEqual([...REFUSAL_CODES, ...HANDLING_CODES].sort());
  });

  /** An argument for each constraint, so that its description can be called. */
  const args: { readonly [Name in ConstraintName]: Parameters<(typeof CONSTRAINTS)[Name]['wants']>[0] } = {
    text: 200,
    texts: { each: 200, max: 5 },
    code: ['a', 'b'],
    codes: { each: ['a', 'b'], max: 2 },
    id: undefined,
    ids: { each: undefined, max: 5 },
    directoryId: undefined,
    directoryIds: { each: undefined, max: 5 },
    codeWord: undefined,
    codeWords: { each: undefined, max: 5 },
    designation: undefined,
    ruleId: undefined,
    statute: undefined,
    statutes: { each: undefined, max: 5 },
    quarter: undefined,
    idempotencyKey: undefined,
    instant: undefined,
    day: undefined,
    time: undefined,
    flag: undefined,
    amount: undefined,
    whole: { min: 1, max: 9 },
    identity: undefined,
    settings: undefined,
    object: {},
    objects: { min: 1, max: 9 },
  };

  it.each(Object.keys(CONSTRAINTS) as ConstraintName[])(
    '%s says in both languages what would be right',
    (name) => {
      const { sv, en } = (CONSTRAINTS[name].wants as (argument: unknown) => { sv: string; en: string })(
        args[name],
      );
      expect([sv.length > 5, en.length > 5, sv !== en]).toEqual([true, true, true]);
      expect(`${sv}${en}`).not.toMatch(/undefined|object Object/);
    },
  );
});
