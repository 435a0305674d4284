import { isLocalDate, on, type FormLine, type Text } from '@rt/domain';
import { weekOf } from '../days/day-words';
import { optionsFor, type Known } from './choices';
import { linesOf } from './form-values';

/** One thing that a step says, in words. */
export interface SaidFact {
  readonly name: string;
  readonly label: Text;
  readonly text: string;
}

const YES: Text = { sv: 'Ja', en: 'Yes' };
const NO: Text = { sv: 'Nej', en: 'No' };

/** What a payload says, field by field in the order of its form. What is empty is left out. */
export const saidIn = (
  lines: readonly FormLine[],
  data: Readonly<Record<string, unknown>>,
  known: Known,
): readonly SaidFact[] =>
  lines.flatMap((line) => {
    // A correction is sent as changes and stored as the corrected payload.
    const given = data[line.name] ?? (line.kind === 'object' ? data['data'] : undefined);
    const text = wordsOf(line, given, known);
    return text === '' ? [] : [{ name: line.name, label: line.label, text }];
  });

const wordsOf = (line: FormLine, given: unknown, known: Known): string => {
  if (given === undefined || given === null) return '';
  const { list: _, ...one } = line;
  if (Array.isArray(given))
    return given
      .map((each) => wordsOf(one, each, known))
      .filter((each) => each !== '')
      .join('; ');
  const { say } = known;
  if (typeof given === 'boolean') return say(given ? YES : NO);
  if (typeof given === 'object') {
    const part = given as Record<string, unknown>;
    const lines = linesOf(line);
    return lines === undefined
      ? Object.values(part)
          .filter((each) => typeof each === 'string' && !isId(each))
          .join('; ')
      : saidIn(lines, part, known)
          .map(({ text }) => text)
          .join(' ');
  }
  const text = String(given);
  const label = optionsFor(line, known, {})?.find(({ id }) => id === text)?.label;
  if (label !== undefined) return label;
  if (isLocalDate(text)) return `${text} ${say({ sv: 'v.', en: 'wk' })} ${weekOf(on(text))}`;
  // An id tells a person nothing.
  return isId(text) ? '' : text;
};

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);
