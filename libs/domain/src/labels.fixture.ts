/** Finds faults in the titles, labels and help texts of declarations, such as missing texts, swapped languages and duplicates. */
import type { CodeList, EventDeclaration, Field, Fields, Holds, Text } from './declare';

/** The greatest length of a help text. A line of a form is narrow, and users do not read longer help. */
const helpMax = 120;

/** How far a text may resemble the other language. A single word can look like it; texts that are swapped exceed this number. */
const doubtful = 5;

/** A text, its place in the declaration, and the name of that place in the code. */
interface Placed {
  readonly at: string;
  readonly text: Text;
  readonly is: 'title' | 'day' | 'label' | 'help' | 'code';
  readonly name: string;
}

/** The faults of the declarations, one line each, with the path of the field. */
export const labelFaults = (events: Readonly<Record<string, EventDeclaration>>): readonly string[] => [
  ...textsOf(events).flatMap(faultsOfText),
  ...Object.entries(events).flatMap(([type, { fields }]) => faultsOfForm(type, fields)),
];

/**
 * The texts whose languages look swapped: the Swedish half shares more sequences of three letters with the English halves of all
 * other texts, and the English half with the Swedish ones.
 */
export const swapped = (events: Readonly<Record<string, EventDeclaration>>): readonly Text[] => {
  const texts = [...new Map(textsOf(events).map(({ text }) => [JSON.stringify(text), text])).values()];
  const [swedish, english] = [tally(texts.map(({ sv }) => sv)), tally(texts.map(({ en }) => en))];
  return texts.filter(({ sv, en }) => {
    const [ownSwedish, ownEnglish] = [tally([sv]), tally([en])];
    const soundsSwedish = (text: string): number =>
      likeness(text, swedish, ownSwedish) - likeness(text, english, ownEnglish);
    return soundsSwedish(en) - soundsSwedish(sv) > doubtful;
  });
};

const textsOf = (events: Readonly<Record<string, EventDeclaration>>): readonly Placed[] =>
  Object.entries(events).flatMap(([type, { title, day, fields }]) => [
    { at: type, text: title, is: 'title' as const, name: type },
    ...(day ? [{ at: `${type}.occurredOn`, text: day, is: 'day' as const, name: 'occurredOn' }] : []),
    ...textsOfFields(fields, type),
  ]);

const textsOfFields = (fields: Fields, at: string): readonly Placed[] =>
  Object.entries(fields).flatMap(([name, { label, help, holds }]) => [
    { at: `${at}.${name}`, text: label, is: 'label' as const, name },
    ...(help ? [{ at: `${at}.${name}`, text: help, is: 'help' as const, name }] : []),
    ...textsWithin(holds, `${at}.${name}`),
  ]);

const textsWithin = (holds: Holds, at: string): readonly Placed[] =>
  holds.is === 'part'
    ? textsOfFields(holds.fields, at)
    : holds.is === 'list'
      ? textsWithin(holds.of, at)
      : holds.is === 'code'
        ? holds.list.flatMap((code) => {
            const text = holds.list.labels[code];
            return text ? [{ at: `${at}=${code}`, text, is: 'code' as const, name: code }] : [];
          })
        : [];

/** The first fault of a text, if it has any. */
const faultsOfText = ({ at, text, is, name }: Placed): readonly string[] => {
  const { sv, en } = text;
  const faults = [
    [sv.trim() === '' || en.trim() === '', 'is empty'],
    [sv !== sv.trim() || en !== en.trim(), 'has blanks around it'],
    [/[:.]$/.test(sv) || /[:.]$/.test(en), 'ends in a colon or a full stop'],
    [is !== 'code' && !(/^[\p{Lu}\p{N}]/u.test(sv) && /^[\p{Lu}\p{N}]/u.test(en)), 'has no capital letter'],
    [sv === en, 'says the same in both languages'],
    [/[åäö]/i.test(en), 'has Swedish letters in its English'],
    [is === 'label' && lower(sv) === lower(humanised(name)), 'is the field’s name'],
    [
      (is === 'help' || is === 'day') && Math.max(sv.length, en.length) > helpMax,
      `is over ${helpMax} characters`,
    ],
  ] as const;
  const first = faults.find(([found]) => found);
  return first ? [`${at}: ${is} ${first[1]}`] : [];
};

/** The faults that show only when the fields of a form are compared: labels that occur twice, help that repeats a label. */
const faultsOfForm = (at: string, fields: Fields): readonly string[] => {
  const shown = Object.entries(fields).filter(
    ([, { presence }]) => presence !== 'made' && presence !== 'machine',
  );
  return [
    ...twice(shown.map(([name, { label }]) => [`${at}.${name}`, label])).map(
      (place) => `${place}: label stands twice`,
    ),
    ...Object.entries(fields).flatMap(([name, field]) => [
      ...(repeats(field) ? [`${at}.${name}: help repeats the label`] : []),
      ...faultsWithin(field.holds, `${at}.${name}`),
    ]),
  ];
};

const faultsWithin = (holds: Holds, at: string): readonly string[] =>
  holds.is === 'part'
    ? faultsOfForm(at, holds.fields)
    : holds.is === 'list'
      ? faultsWithin(holds.of, at)
      : holds.is === 'code'
        ? faultsOfCodes(holds.list, at)
        : [];

const faultsOfCodes = (list: CodeList, at: string): readonly string[] => [
  ...list.filter((code) => !list.labels[code]).map((code) => `${at}=${code}: code has no label`),
  ...twice(
    list.flatMap((code) => {
      const label = list.labels[code];
      return label ? [[`${at}=${code}`, label] as const] : [];
    }),
  ).map((place) => `${place}: code label stands twice`),
];

const repeats = ({ label, help }: Field): boolean =>
  help !== undefined && (lower(help.sv) === lower(label.sv) || lower(help.en) === lower(label.en));

/** The places whose text occurs at an earlier place, in either language. */
const twice = (placed: readonly (readonly [at: string, text: Text])[]): readonly string[] =>
  placed.flatMap(([at, text], i) =>
    placed.slice(0, i).some(([, { sv, en }]) => lower(sv) === lower(text.sv) || lower(en) === lower(text.en))
      ? [at]
      : [],
  );

const lower = (text: string): string => text.toLowerCase();

/** `expressesNoWishes` → `Expresses no wishes`. */
const humanised = (name: string): string =>
  name.replace(/Ids?$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** How often each sequence of three letters occurs. */
type Tally = ReadonlyMap<string, number>;

const triplesOf = (text: string): readonly string[] => {
  const padded = `  ${lower(text)}  `;
  return Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3));
};

const tally = (texts: readonly string[]): Tally => {
  const counts = new Map<string, number>();
  for (const triple of texts.flatMap(triplesOf)) counts.set(triple, (counts.get(triple) ?? 0) + 1);
  return counts;
};

/** How much a text resembles the counted texts, without counting the text itself. */
const likeness = (text: string, counted: Tally, own: Tally): number =>
  triplesOf(text).reduce(
    (sum, triple) => sum + Math.log((counted.get(triple) ?? 0) - (own.get(triple) ?? 0) + 0.5),
    0,
  );
