import { asHistory, fileAt, on, recorded } from '@rt/domain';
import { findingsOf, inForceAt, pausesOf, restsOnLaw, RULES, rulesPausedIn } from './index';
import { setting } from './settings.fixture';

const suspended = (ruleId: string, from: string, place: object = { scope: 'municipality' }) =>
  setting('RuleSuspended', from, { ruleId, from: on(from), reason: 'Översyn', ...place } as never);
const resumed = (ruleId: string, from: string) =>
  setting('RuleResumed', from, { ruleId, from: on(from), scope: 'municipality' }, { revision: 1 });

const file = fileAt(
  asHistory([
    recorded('PersonalFileOpened', '2026-01-02'),
    recorded('PartyRecorded', '2026-01-07'),
    recorded('OrderSent', '2026-03-02'),
    recorded('ContactMade', '2026-03-05'),
  ]),
);
const RELATIVE = 'contact-relative-without-consent';
const foundWith = (settings: Parameters<typeof inForceAt>[0]): readonly string[] => {
  const { ruleset, configuration } = inForceAt(settings);
  return findingsOf(file, ruleset, configuration).map(({ rule }) => rule);
};

describe('a rule that rests on law', () => {
  it('is one whose duty the law sets, whoever sets its number', () => {
    const ids = RULES.filter(restsOnLaw).map(({ id }) => id);
    expect(ids).toContain('decision-without-current-investigation');
    expect(ids).toContain(RELATIVE);
    expect(ids).not.toContain('plan-due');
    expect(ids).not.toContain('wishes-missing');
  });

  it.each([
    ['the municipality', { scope: 'municipality' }],
    ['the board', { scope: 'board', scopeId: 'norr' }],
    ['the unit', { scope: 'unit', scopeId: 'norr' }],
  ])('finds what it finds though its pause is stored for %s', (_, place) => {
    expect(foundWith([suspended(RELATIVE, '2026-01-01', place)])).toContain(RELATIVE);
    expect(foundWith([suspended('plan-due', '2026-01-01')])).toEqual([RELATIVE, 'order-without-decision']);
  });
});

describe('the stored pauses of a rule', () => {
  it('stand place by place, from the day they count to the day the rule is in use again', () => {
    const { ruleset } = inForceAt([
      suspended('plan-due', '2026-01-01'),
      resumed('plan-due', '2026-02-01'),
      suspended('plan-due', '2026-03-01', { scope: 'unit', scopeId: 'norr' }),
      { ...suspended('plan-due', '2026-04-01', { scope: 'unit', scopeId: 'norr' }), revision: 2 },
      suspended(RELATIVE, '2026-01-01'),
    ]);
    expect(pausesOf(ruleset, 'plan-due')).toEqual([
      { scope: 'municipality', from: '2026-01-01', until: '2026-02-01' },
      { scope: 'unit', scopeId: 'norr', from: '2026-03-01' },
    ]);
    expect(pausesOf(ruleset, RELATIVE)).toEqual([{ scope: 'municipality', from: '2026-01-01' }]);
    expect(pausesOf(ruleset, 'wishes-missing')).toEqual([]);
  });
});

describe('the rules that are paused in a file', () => {
  const pausedWith = (settings: Parameters<typeof inForceAt>[0], ...days: readonly string[]) => [
    ...rulesPausedIn(file, inForceAt(settings), days.map(on)),
  ];

  it('are none where nothing is paused, and none that rests on law', () => {
    expect(pausedWith([], '2026-03-31')).toEqual([]);
    expect(pausedWith([suspended(RELATIVE, '2026-01-01')], '2026-03-31')).toEqual([]);
  });

  it.each([
    ['on the day asked about', [suspended('wishes-missing', '2026-03-31')], ['wishes-missing']],
    ['after it', [suspended('wishes-missing', '2026-04-01')], []],
    [
      'before it, and in use again',
      [suspended('wishes-missing', '2026-02-01'), resumed('wishes-missing', '2026-03-01')],
      [],
    ],
    [
      'when it would have found something',
      [suspended('plan-due', '2026-03-01'), resumed('plan-due', '2026-03-10')],
      ['plan-due'],
    ],
  ])('%s', (_, settings, expected) => {
    expect(pausedWith(settings, '2026-03-31')).toEqual(expected);
  });
});
