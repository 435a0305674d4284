import {
  DECLARED,
  OUTCOMES,
  THING_NAMES,
  TITLES,
  type DecisionContent,
  type EventOf,
  type Fields,
  type Holds,
  type InvestigationContent,
  type Language,
  type OrderContent,
  type PartyId,
  type PersonalFileEventType,
  type Text,
  type ThingIds,
} from '@rt/domain';
import { extentWords } from '../texts/extent-words';
import { withNoun } from '../texts/with-noun';
import { partyName, type FileEntry, type Names, type ReadFile } from './read-file';

const joined = (...parts: readonly (Text | string | undefined)[]): Text => {
  const words = (language: Language): string =>
    parts
      .flatMap((part) =>
        part === undefined || part === '' ? [] : typeof part === 'string' ? part : part[language],
      )
      .join(' · ');
  return { sv: words('sv'), en: words('en') };
};

type Gists = {
  readonly [T in PersonalFileEventType]?: (data: EventOf<T>['data']) => Text;
};

const decisionGist = ({ outcome, grantedExtent, to }: DecisionContent): Text =>
  joined(
    OUTCOMES.labels[outcome],
    grantedExtent ? extentWords(grantedExtent) : undefined,
    to && { sv: `till och med ${to}`, en: `through ${to}` },
  );

const orderGist = ({ goals, extent }: OrderContent): Text =>
  joined(extent ? extentWords(extent) : undefined, {
    sv: `${goals.length} mål`,
    en: goals.length === 1 ? '1 goal' : `${goals.length} goals`,
  });

const investigationGist = ({ areas }: InvestigationContent): Text => {
  const answered = areas.filter(({ state }) => state === 'answered').length;
  return withNoun(
    answered,
    ['livsområde besvarat', 'livsområden besvarade'],
    ['life area answered', 'life areas answered'],
  );
};

const GISTS: Gists = {
  ApplicationReceived: ({ requestedExtent, text }) =>
    joined(requestedExtent ? extentWords(requestedExtent) : undefined, text),
  InvestigationCompleted: investigationGist,
  InvestigationRevised: investigationGist,
  DecisionMade: decisionGist,
  DecisionChanged: decisionGist,
  DecisionCorrected: decisionGist,
  OrderSent: orderGist,
  OrderRevised: orderGist,
  PlanReceived: ({ extent, personTookPart }) =>
    joined(extent ? extentWords(extent) : undefined, {
      sv: personTookPart ? 'den enskilde medverkade' : 'den enskilde medverkade inte',
      en: personTookPart ? 'the person took part' : 'the person did not take part',
    }),
  ContactMade: ({ purpose }) => joined(purpose),
};

/** What an entry says in one line, after its title. */
export const gistOf = (event: FileEntry): Text => {
  const gist = GISTS[event.type] as ((data: object) => Text) | undefined;
  // An entry that was made unreadable says nothing.
  if (event.redacted) return joined();
  if (gist) return gist(event.data);
  const data = event.data as { readonly text?: string; readonly reason?: string; readonly what?: string };
  return joined(data.text ?? data.reason ?? data.what);
};

/** One fact of an entry: its label, and what it says. */
export interface EntryFact {
  readonly name: string;
  readonly label: Text;
  readonly said: Text;
}

type Data = Readonly<Record<string, unknown>>;

/** Everything an entry says, field by field, by the labels that its form has. */
export const factsOfEntry = (event: FileEntry, read: ReadFile, names: Names): readonly EntryFact[] =>
  factsIn(DECLARED[event.type].fields, event.data, read, names);

const factsIn = (fields: Fields, data: Data, read: ReadFile, names: Names): readonly EntryFact[] =>
  Object.entries(fields).flatMap(([name, { label, holds, presence }]) => {
    const value = data[name];
    if (presence === 'made' || presence === 'machine' || value === undefined || value === null) return [];
    if (Array.isArray(value) && value.length === 0) return [];
    return [{ name, label, said: valueWords(holds, value, read, names) }];
  });

const both = (text: string): Text => ({ sv: text, en: text });

const valueWords = (holds: Holds, value: unknown, read: ReadFile, names: Names): Text => {
  switch (holds.is) {
    case 'code':
      return holds.list.labels[value as string] ?? both(String(value));
    case 'flag':
      return value === true ? { sv: 'Ja', en: 'Yes' } : { sv: 'Nej', en: 'No' };
    case 'measure':
      return names.measure(value as string);
    case 'lifeArea':
      return names.measure(value as string);
    case 'directoryId':
      return holds.of === 'user' ? names.user(value as string) : both(String(value));
    case 'id':
      return holds.role === 'none' ? both('') : thingWords(holds.kind, value as string, read);
    case 'part':
      return factWords(factsIn(holds.fields, value as Data, read, names));
    case 'list':
      return joinedBy(
        '; ',
        (value as readonly unknown[]).map((one) => valueWords(holds.of, one, read, names)),
      );
    case 'identity':
      return both((value as { readonly value: string }).value);
    case 'amount':
    case 'codeWord':
    case 'day':
    case 'designation':
    case 'instant':
    case 'object':
    case 'quarter':
    case 'ruleId':
    case 'settings':
    case 'statute':
    case 'text':
    case 'time':
    case 'whole':
      return both(typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
};

const thingWords = (kind: keyof ThingIds, id: string, read: ReadFile): Text => {
  if (kind === 'party') {
    const name = partyName(read, id as PartyId);
    if (name !== undefined) return both(name);
  }
  const { sv, en } = THING_NAMES[kind];
  const day = read.file.get(kind, id as ThingIds[typeof kind])?.created.occurredOn;
  return day === undefined ? { sv, en } : { sv: `${sv} ${day}`, en: `${en} ${day}` };
};

const joinedBy = (between: string, texts: readonly Text[]): Text => ({
  sv: texts
    .map(({ sv }) => sv)
    .filter(Boolean)
    .join(between),
  en: texts
    .map(({ en }) => en)
    .filter(Boolean)
    .join(between),
});

const factWords = (facts: readonly EntryFact[]): Text =>
  joinedBy(
    ', ',
    facts.map(({ label, said }) => ({ sv: `${label.sv}: ${said.sv}`, en: `${label.en}: ${said.en}` })),
  );

export const entryTitle = ({ type }: FileEntry): Text => TITLES[type];
