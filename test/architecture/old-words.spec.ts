import { textOf, trackedFiles } from './tracked-files';

/** Words that the field does not use, and what it says in their place. */
const OLD_WORDS: readonly (readonly [old: RegExp, better: string])[] = [
  [/Part antecknad/, 'Person i nätverket antecknad'],
  [/[Dd]et här saknas: skäl/, 'Beslutet saknar motivering'],
  [/\bMaskinen\b/, 'Systemet kontrollerar bara om fältet är ifyllt'],
  [/bedömer läsaren/, 'bedömer handläggaren, eller granskaren'],
  [/\bVi tog kontakt/, 'Handläggaren tog kontakt'],
  [/inget medgivande för den/i, 'inget medgivande som omfattade …'],
  [/utan att någon utredning bakom det/, 'utan slutförd utredning som underlag'],
  [/står i emptyWords/, 'i listan över tomma ord'],
  [/[Åå]tertagen anteckning|[Aa]nteckning(en)? återta|kan inte återtas/, 'makulerad anteckning'],
  [/[Oo]läslig|[Oo]läsbar/, 'maskerad anteckning'],
  [/Utförande person antecknad/, 'Utförarens personal antecknad'],
  [/[Ll]äsmodell/, 'listorna'],
  [/\bmål skiljer sig/, 'Målet "…" har en annan lydelse i planen'],
  [/sv: ['"`](pågår|Pågår|I tid|i tid)['"`]/, 'inom tid'],
  [/Hagersten-Alvsjo|Skarholmen|Sodermalm/, 'Hägersten-Älvsjö, Skärholmen'],
  [/\b1 strömmar|\$\{[^}]+\} strömmar/, 'counted(n, "stream")'],
];

/** Files whose Swedish is not ours: the published figures and what the tests say. */
const isOurs = (file: string): boolean =>
  /^(apps|libs|tools)\/.*\.(ts|mjs)$/.test(file) && !/(spec|fixture|bench|main)\.ts$/.test(file);

const oldWordsIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, at) =>
      OLD_WORDS.flatMap(([old, better]) => (old.test(line) ? [`${at + 1}: ${line.trim()} → ${better}`] : [])),
    );

describe('the words of the field', () => {
  const files = trackedFiles.filter(isOurs);

  it('are used in every text of the program', () => {
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) => oldWordsIn(textOf(file)).map((line) => `${file}:${line}`));
    expect(found).toEqual([]);
  });

  it.each([
    "pending: { sv: 'pågår', en: 'pending' }",
    'sv: `${events} händelser i ${streams} strömmar`',
    "sv: 'Läsmodellerna byggs om'",
    "sv: 'Anteckningen kan inte göras oläslig.'",
    "'Hagersten-Alvsjo': 'hagersten-alvsjo'",
  ])('an old word is found: %s', (line) => {
    expect(oldWordsIn(line)).toHaveLength(1);
  });
});
