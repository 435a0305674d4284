/** The tables of docs/glossary.md that follow from the code. The rest of the page is written by hand. */
import { format } from 'prettier';

/**
 * @param page the page as it is. Each table replaces what stands between its two marks
 * @param domain the built domain library
 * @param rules the built library of rules
 * @returns the page as it should be
 */
export const glossaryPage = async (page, domain, rules) => {
  const tables = { events: eventTables(domain), rules: ruleTable(rules) };
  const filled = Object.entries(tables).reduce(between, page);
  return format(filled, { parser: 'markdown' });
};

const between = (page, [name, lines]) => {
  const [start, end] = [`<!-- ${name}: written by npm run docs:glossary -->`, `<!-- end of ${name} -->`];
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/glossary.md needs the lines ${start} and ${end}`);
  return [before, start, '\n\n', lines.join('\n'), '\n\n', end, after].join('');
};

/** The event types by handling step, then those of the other streams. */
const eventTables = ({ STEPS, reviewVocabulary, rulesetVocabulary, erasureVocabulary, unitVocabulary }) =>
  [...Object.values(STEPS), reviewVocabulary, rulesetVocabulary, erasureVocabulary, unitVocabulary].flatMap(
    ({ title, events }) => [
      `### ${title.en}: ${title.sv}`,
      '',
      '| Event | Swedish | English |',
      '| --- | --- | --- |',
      ...Object.entries(events).map(
        ([type, event]) => `| \`${type}\` | ${event.title.sv} | ${event.title.en} |`,
      ),
      '',
    ],
  );

/** The rules in the order of the register, with the titles and the numbers of their newest versions. */
const ruleTable = ({ DEFAULT_RULESET, ruleOn, RULES }) => [
  '| Rule | Swedish | English |',
  '| --- | --- | --- |',
  ...RULES.map((rule) => {
    const { title } = ruleOn(rule, DEFAULT_RULESET, rule.versions.at(-1).inForceFrom);
    return `| \`${rule.id}\` | ${title.sv} | ${title.en} |`;
  }),
];
