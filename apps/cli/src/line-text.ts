import type { FindingOn } from '@rt/read-models';
import type { Output } from './output';

type Line = Pick<FindingOn, 'text' | 'marks' | 'alsoFound'>;

/** The text of a line, and below it the other rules that found the same contact, and the marks of the decision that it is about. */
export const lineText = (output: Output, { text, marks, alsoFound }: Line): string =>
  [
    output.say(text),
    ...alsoFound.map(({ title }) => output.say({ sv: `Också: ${title.sv}.`, en: `Also: ${title.en}.` })),
    ...marks.map((mark) => `(${output.say(mark.text)} ${mark.on})`),
  ].join('\n');
