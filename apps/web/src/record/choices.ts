import { on, TITLES, type FormLine, type LocalDate, type Text, type ThingKind } from '@rt/domain';
import type { FieldOption } from '@rt/ui';
import type { ApiAnswer } from '../api/client';
import type { StatedPurpose } from '../file/purposes';
import { dayAndWeek } from '../days/day-words';
import { itemsIn, textIn, valuesIn, type Values } from './form-values';
import { nameOfThing, type FileAnswer } from './thing-names';

type Directory = ApiAnswer<'Directory'>;
type CodeLists = ApiAnswer<'CodeLists'>['lists'];

/** What the fields of a form are chosen from: the file, the lists and the directory. */
export interface Known {
  readonly file: FileAnswer;
  readonly lists: CodeLists;
  readonly labels: ReadonlyMap<string, Text>;
  readonly directory: Directory | undefined;
  readonly rules: ReadonlyMap<string, { readonly id: string; readonly title: Text }> | undefined;
  readonly today: LocalDate;
  /** What a colleague's file was opened for. */
  readonly purpose: StatedPurpose | undefined;
  readonly say: (text: Text) => string;
}

/** What a line is chosen from. Undefined: it is written. */
export const optionsFor = (
  line: FormLine,
  known: Known,
  written: Values,
): readonly FieldOption[] | undefined => {
  const { say, file, lists, directory, rules } = known;
  if (line.codes) return line.codes.map(({ code, label }) => ({ id: code, label: say(label) }));
  if (line.choose) return [...goalsWritten(line, written), ...thingsOf(line.choose, known)];
  if (line.kind === 'measure') return coded(lists['measures'], say);
  if (line.kind === 'lifeArea') return coded(lists['lifeAreas'], say);
  if (line.kind === 'ruleId')
    return rules && [...rules.values()].map(({ id, title }) => ({ id, label: say(title) }));
  if (line.kind === 'id') return line.name === 'caseId' ? thingsOf('case', known) : entriesOf(known);
  if (line.kind === 'directoryId') return directoryOptions(line, directory, say);
  // A gap is named by its id, which nobody can write.
  if (line.name === 'obligationId')
    return file.findings.map(({ id, title, arisesOn }) => ({ id, label: `${say(title)}, ${arisesOn}` }));
  return undefined;
};

/** The goals in the same form, which are not in the file yet. */
const goalsWritten = ({ choose }: FormLine, { data }: Values): readonly FieldOption[] =>
  choose === 'goal'
    ? itemsIn(valuesIn(data)['goals']).flatMap(({ goalId, text }) =>
        typeof goalId === 'string' ? [{ id: goalId, label: textIn(text) || '…' }] : [],
      )
    : [];

const coded = (
  list: readonly { readonly code: string; readonly label: Text }[] | undefined,
  say: Known['say'],
): readonly FieldOption[] => (list ?? []).map(({ code, label }) => ({ id: code, label: say(label) }));

const thingsOf = (kind: ThingKind, known: Known): readonly FieldOption[] => {
  const { file, labels, today, say } = known;
  if (kind === 'goal') return goalsOf(file);
  return (file.facts.things[kind] ?? [])
    .map((thing) => ({ id: thing.id, label: say(nameOfThing(kind, thing, labels, today)) }))
    .reverse();
};

/** The goals of all orders: they are parts of their orders, in the wording that stands now. */
const goalsOf = (file: FileAnswer): readonly FieldOption[] => {
  const goals = new Map<string, string>();
  for (const order of file.facts.things['order'] ?? [])
    for (const { data } of [order, ...order.later])
      for (const { goalId, text } of (data as { goals?: { goalId?: string; text?: string }[] }).goals ?? [])
        if (goalId !== undefined) goals.set(goalId, text ?? goalId);
  return [...goals].map(([id, label]) => ({ id, label }));
};

/** Every entry of the file, the newest first. */
const entriesOf = ({ file, today, say }: Known): readonly FieldOption[] =>
  entriesIn(file).map(({ eventId, type, occurredOn }) => ({
    id: eventId,
    label: `${say(TITLES[type as keyof typeof TITLES])}, ${say(dayAndWeek(on(occurredOn), today))}`,
  }));

export type EntryAnswer = ApiAnswer<'Entry'>;

export const entriesIn = ({ facts }: FileAnswer): readonly EntryAnswer[] =>
  [
    ...Object.values(facts.things).flatMap((things) => things.flatMap((thing) => [thing, ...thing.later])),
    ...facts.entries,
  ].sort((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1));

const directoryOptions = (
  line: FormLine,
  directory: Directory | undefined,
  say: Known['say'],
): readonly FieldOption[] | undefined => {
  if (directory === undefined) return undefined;
  if (line.directory === 'user')
    return directory.users
      .filter(({ boardId }) => boardId !== null)
      .map(({ userId, title }) => ({ id: userId, label: say(title) }));
  if (line.directory === 'unit')
    return directory.units.map(({ unitId, name }) => ({ id: unitId, label: name }));
  return undefined;
};
