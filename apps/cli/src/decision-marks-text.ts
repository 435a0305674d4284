import type { FindingOn } from '@rt/read-models';
import type { Output } from './output';

/** The text of a line, and below it the marks of the decision that it is about. */
export const withMarks = (output: Output, { text, marks }: Pick<FindingOn, 'text' | 'marks'>): string =>
  [output.say(text), ...marks.map((mark) => `(${output.say(mark.text)} ${mark.on})`)].join('\n');
