/** What a finding says in each status that it can have. The pages in docs/rules show the texts of the examples. */
import fc from 'fast-check';
import {
  addDays,
  asHistory,
  DEFAULT_CONFIGURATION,
  fileAt,
  on,
  recorded,
  TITLES,
  type LocalDate,
} from '@rt/domain';
import { arbitraryDenseHistory } from './dense-history.fixture';
import {
  DEFAULT_RULESET,
  findingsOf,
  findingsOfRule,
  replayFile,
  RULES,
  statusOn,
  wordsOf,
  type Finding,
  type Rule,
  type ShownStatus,
} from './index';

const rules = RULES.map((rule) => [rule.id, rule] as const);

/** Findings of random histories, by rule: one for each status that they have on some day. */
const seen = new Map<string, Map<ShownStatus, Finding>>();
const look = (finding: Finding, day: LocalDate): void => {
  const status = statusOn(finding, day);
  if (status === 'notYet') return;
  const ofRule = seen.get(finding.rule) ?? new Map<ShownStatus, Finding>();
  seen.set(finding.rule, ofRule.set(status, finding));
};
// The examples of a rule show every status. The random histories show findings that nobody thought of.
for (const rule of RULES)
  for (const { given, on: day } of rule.examples)
    for (const finding of findingsOfRule(
      rule,
      fileAt(asHistory(given), { asOf: day }),
      DEFAULT_RULESET,
      DEFAULT_CONFIGURATION,
    ))
      look(finding, day);
for (const history of fc.sample(arbitraryDenseHistory(), { numRuns: 800, seed: 7 }))
  for (const finding of findingsOf(fileAt(history), DEFAULT_RULESET, DEFAULT_CONFIGURATION))
    for (const day of [finding.arisesOn, addDays(finding.dueOn, 1), on('2030-01-01')]) look(finding, day);

const statusesSeen = ({ id }: Rule): readonly ShownStatus[] => [...(seen.get(id)?.keys() ?? [])];

describe('what a finding says', () => {
  it.each(rules)(
    '%s has a text for every status that its findings can have, and for no other',
    (_id, rule) => {
      expect([...statusesSeen(rule)].sort()).toEqual([...rule.statuses].sort());
      const finding = [...(seen.get(rule.id) as Map<ShownStatus, Finding>).values()][0] as Finding;
      for (const status of ['pending', 'violation'] as const)
        if (!rule.statuses.includes(status)) expect(() => wordsOf(finding, status)).toThrow(status);
    },
  );

  it.each(rules)('%s: no two statuses have the same text, and every text is whole', (id, rule) => {
    for (const finding of (seen.get(id) as Map<ShownStatus, Finding>).values()) {
      const texts = rule.statuses.map((status) => wordsOf(finding, status).text);
      for (const language of ['sv', 'en'] as const) {
        const said = texts.map((text) => text[language]);
        expect(new Set(said).size).toBe(said.length);
        for (const text of said) {
          expect(text).toMatch(/^[A-ZÅÄÖ].*\.$/);
          expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|\.\.| \./);
        }
      }
    }
  });

  it.each(rules)('%s: an example shows every status', (_id, rule) => {
    const shown = rule.examples.flatMap(({ given, on: day }) =>
      findingsOfRule(rule, fileAt(asHistory(given)), DEFAULT_RULESET, DEFAULT_CONFIGURATION).map((finding) =>
        statusOn(finding, day),
      ),
    );
    expect(rule.statuses.filter((status) => !shown.includes(status))).toEqual([]);
  });

  it.each(rules)('%s says what to do while there is something to do, and never only the step', (id, rule) => {
    const finding = [...(seen.get(id) as Map<ShownStatus, Finding>).values()][0] as Finding;
    for (const status of rule.statuses)
      expect(wordsOf(finding, status).whatToDo).toEqual(
        ['pending', 'overdue', 'violation'].includes(status) ? rule.whatToDo : null,
      );
    for (const type of rule.settledBy) expect(rule.whatToDo).not.toEqual(TITLES[type]);
    for (const text of [rule.whatToDo.sv, rule.whatToDo.en]) expect(text).toMatch(/^[A-ZÅÄÖ].+\w.*\.$/);
  });

  it('follows a follow-up from day to day', () => {
    const history = asHistory([
      recorded('ExecutionStarted', '2026-05-27'),
      recorded('FollowUpDocumented', '2026-11-27'),
    ]);
    const saidOn = (day: string) =>
      replayFile(history, { asOf: on(day) }, []).findings.map(({ text }) => text.sv);
    const first = 'Tiden till den första uppföljningen räknas från 2026-05-27.';
    const next = 'Tiden till nästa uppföljning räknas från 2026-11-27.';
    expect(saidOn('2026-11-26')).toEqual([
      `${first} Insatsen ska följas upp inom 6 månader, senast 2026-11-27.`,
    ]);
    expect(saidOn('2026-11-27')).toEqual([
      `${first} Insatsen följdes upp 2026-11-27, inom tid: sista dagen var 2026-11-27.`,
      `${next} Insatsen ska följas upp inom 12 månader, senast 2027-11-27.`,
    ]);
    expect(saidOn('2027-11-28')[1]).toBe(
      `${next} Insatsen skulle ha följts upp inom 12 månader, senast 2027-11-27. Det har inte skett.`,
    );
  });

  it('says how many days were left when the case was reopened', () => {
    const [, plan] = replayFile(
      asHistory([
        recorded('CaseOpened', '2026-01-07'),
        recorded('OrderSent', '2026-03-02'),
        recorded('CaseClosed', '2026-03-10'),
        recorded('CaseReopened', '2026-04-01'),
      ]),
      { asOf: on('2026-04-08') },
      [],
    ).findings.filter(({ rule }) => rule === 'plan-due');
    expect(plan?.text.sv).toBe(
      'Beställningen skickades 2026-03-02. Ärendet återöppnades 2026-04-01, med 7 dagar kvar. Genomförandeplanen ska ha kommit in senast 2026-04-08.',
    );
  });
});
