/**
 * The pages of `docs/rules`, for readers who do not program: what a rule says, who says so, since when, and what it finds in its
 * examples. They are made from the rules alone, so a change of a rule shows as a change of its page.
 */
import { asHistory, DEFAULT_CONFIGURATION, fileAt, formerRuleId } from '@rt/domain';
import { wordsOf } from './finding-text';
import { findingsOfRule } from './findings';
import { RULES } from './register';
import type {
  Authority,
  Example,
  Finding,
  Parameters,
  QualityArea,
  Rule,
  RuleKind,
  RuleVersion,
  Severity,
  ShownStatus,
  Status,
} from './rule';
import { ruleOn, type RuleOn } from './rule-versions';
import { DEFAULT_RULESET } from './ruleset';
import { statusOn } from './status';

/** File name → Markdown. */
export const rulePages = (): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ['README.md', index()],
    ...RULES.map((rule) => [`${rule.id}.md`, page(rule)] as const),
  ]);

type Words<K extends string> = Readonly<Record<K, string>>;

const AUTHORITY_WORDS: Words<Authority> = {
  law: 'law (lag)',
  ordinance: 'ordinance (förordning)',
  regulation: 'regulation (föreskrift)',
  generalAdvice: 'general advice (allmänna råd)',
  guideline: 'guideline, or the inspectors’ stated demand (riktlinje)',
  contract: 'contract (avtal)',
  localRoutine: 'local routine (lokal rutin)',
  default: 'our default; no source sets it',
};
const SEVERITY_WORDS: Words<Severity> = {
  critical: 'critical (kritisk)',
  high: 'high (hög)',
  medium: 'medium (medel)',
  low: 'low (låg)',
};
const AREA_WORDS: Words<QualityArea> = {
  safety: 'safety (trygghet och säkerhet)',
  selfDetermination: 'self-determination and integrity (självbestämmande och integritet)',
  accessibility: 'accessibility (tillgänglighet)',
  wholeness: 'the whole situation (helhetssyn)',
  knowledge: 'knowledge-based work (kunskapsbaserad verksamhet)',
  efficiency: 'efficiency (effektivitet)',
};
const KIND_WORDS: Words<RuleKind> = {
  deadline: 'a duty with a last day: it is met in time, met late, or no longer applies',
  violation:
    'something that happened and should not have: it is never met, but a later ground may explain it',
  quality:
    'something a document lacks: due on the day of the document, overdue until a later version supplies it',
};
const STATUS_WORDS: Words<Status> = {
  notYet: 'it has not arisen',
  pending: 'not met, and its last day has not passed',
  overdue: 'not met, and its last day has passed: a gap',
  fulfilled: 'met in time',
  fulfilledLate: 'met after its last day, which stays visible',
  voided: 'no longer applies, or a newer one has taken its place',
  violation: 'it happened: a gap that stays',
  explained: 'it happened, and a ground for it came later; it stays visible',
};

/** A rule as its newest version reads. */
const asWritten = (rule: Rule): RuleOn => ruleOn(rule, DEFAULT_RULESET, newest(rule).inForceFrom);

const newest = ({ versions }: Rule): RuleVersion => versions.at(-1) as RuleVersion;

const inWordsOrNone = (authority: Authority | undefined): string =>
  authority === undefined ? '' : AUTHORITY_WORDS[authority];

const page = (rule: Rule): string => {
  const { title, reading } = asWritten(rule);
  return [
    `# ${title.sv}`,
    [title.en, ...idsOf(rule)].join(' · '),
    reading.sv,
    reading.en,
    markdownTable(
      ['', ''],
      [
        ['Kind', `${rule.kind}: ${KIND_WORDS[rule.kind]}`],
        ['Severity', SEVERITY_WORDS[rule.severity]],
        ['Quality area', AREA_WORDS[rule.area]],
        ['Handling step', rule.step],
        ['Settled by', rule.settledBy.map(typeInWords).join(', or ')],
        ['What to do', `${rule.whatToDo.sv}<br>${rule.whatToDo.en}`],
      ],
    ),
    '## Authority and versions',
    ...rule.versions.flatMap(versionSection),
    '## What a finding says',
    sayings(rule),
    '## Examples',
    'Each event is an ordinary one with nothing missing, except for what the example names. [What the statuses mean](README.md#statuses).',
    markdownTable(
      ['Example', 'Recorded', 'On', 'Status'],
      rule.examples.map((example) => [
        example.name,
        example.given.map(inWords).join('<br>'),
        example.on,
        example.then.join(', ') || (example.applies === false ? 'does not apply' : 'nothing found'),
      ]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
};

/** The id of a rule, and the one it had before. */
const idsOf = ({ id }: Rule): readonly string[] => {
  const former = formerRuleId(id);
  return [`\`${id}\``, ...(former === undefined ? [] : [`formerly \`${former}\``])];
};

const versionSection = ({
  version,
  inForceFrom,
  inForceTo,
  authority,
  parameterAuthority,
  source,
  parameters,
}: RuleVersion): readonly string[] => [
  `**Version ${version}**, in force from ${inForceFrom}${inForceTo === undefined ? '' : ` to ${inForceTo}`}. The duty: ${AUTHORITY_WORDS[authority]}. ${source.document}`,
  `> ${source.quote}`,
  ...Object.entries(parameters).map(
    ([name, value]) => `\`${name}\`: ${typeof value === 'number' ? value : value.join(', ')}`,
  ),
  ...(parameterAuthority === undefined
    ? []
    : [`${wordFor(parameters)}: ${AUTHORITY_WORDS[parameterAuthority]}.`]),
];

/** What the parameters of a rule are: numbers, or lists of words. */
const wordFor = (parameters: Parameters): string => {
  const values = Object.values(parameters);
  if (values.some((value) => typeof value !== 'number')) return 'The words';
  return values.length === 1 ? 'The number' : 'The numbers';
};

const findingsIn = (rule: Rule, { given, on }: Example): readonly Finding[] =>
  findingsOfRule(rule, fileAt(asHistory(given), { asOf: on }), DEFAULT_RULESET, DEFAULT_CONFIGURATION);

/** What a finding says in each status, in the first example that shows it. */
const sayings = (rule: Rule): string =>
  markdownTable(
    ['Status', 'Text', ''],
    rule.statuses.map((status) => [status, ...textShown(rule, status)]),
  );

const textShown = (rule: Rule, status: ShownStatus): readonly string[] => {
  for (const example of rule.examples)
    for (const finding of findingsIn(rule, example))
      if (statusOn(finding, example.on) === status) {
        const { sv, en } = wordsOf(finding, status).text;
        return [sv, en];
      }
  throw new Error(`no example of ${rule.id} shows what it says when it is ${status}`);
};

export const inWords = ({ type, occurredOn, occurredTime }: Example['given'][number]): string =>
  [typeInWords(type), occurredOn, ...(occurredTime === undefined ? [] : [occurredTime])].join(' ');

const typeInWords = (type: string): string => type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

const index = (): string =>
  [
    '# Rules',
    'What the machine looks for in a personal file, in the order of the handling steps. Written by `npm run docs:rules` from `libs/rules`; do not edit by hand.',
    markdownTable(
      ['Rule', 'Title', '', 'Kind', 'Severity', 'The duty is set by', 'Its number by'],
      RULES.map((rule) => [
        `[\`${rule.id}\`](${rule.id}.md)`,
        asWritten(rule).title.sv,
        asWritten(rule).title.en,
        rule.kind,
        SEVERITY_WORDS[rule.severity],
        AUTHORITY_WORDS[newest(rule).authority],
        inWordsOrNone(newest(rule).parameterAuthority),
      ]),
    ),
    '## Kinds',
    markdownTable(['Kind', 'Meaning'], Object.entries(KIND_WORDS)),
    '## Statuses',
    'A rule finds obligations with dates. The status is a comparison with the day that is asked about. An obligation is left out if its rule was not in force on the day it arose, or was paused for the board or the unit. A rule whose duty the law sets cannot be paused.',
    markdownTable(['Status', 'Meaning'], Object.entries(STATUS_WORDS)),
    '## Days, months and law',
    'Days are calendar days. Months are counted to the same date, or to the last of a month that lacks it; where no statute sets the number, the day is not moved to a weekday. A rule that cites SoL (2025:400) cites the corresponding section of SoL (2001:453) for days before 2025-07-01, as two versions of one rule. A rule that rests on what the inspectors asked for is in force from the first day of the year whose decisions they judged by it.',
  ].join('\n\n') + '\n';

export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
