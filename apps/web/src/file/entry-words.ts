import {
  DECLARED,
  EXTENT_UNITS,
  OUTCOMES,
  PERIODS,
  THING_NAMES,
  TITLES,
  type Extent,
  type Fields,
  type Holds,
  type Language,
  type PartyId,
  type Text,
  type ThingIds,
} from '@rt/domain';
import { partyName, type FileEvent, type Names, type ReadFile } from './read-file';

/** `3 dagar per vecka`. */
export const extentWords = ({ amount, unit, per }: Extent): Text => ({
  sv: `${amount} ${EXTENT_UNITS.labels[unit].sv} ${PERIODS.labels[per].sv}`,
  en: `${amount} ${EXTENT_UNITS.labels[unit].en} ${PERIODS.labels[per].en}`,
});

const joined = (...parts: readonly (Text | string | undefined)[]): Text => {
  const words = (language: Language): string =>
    parts
      .flatMap((part) =>
        part === undefined || part === '' ? [] : typeof part === 'string' ? part : part[language],
      )
      .join(' · ');
  return { sv: words('sv'), en: words('en') };
};

/** What an entry says in one line, after its title. */
export const gistOf = (event: FileEvent): Text => {
  switch (event.type) {
    case 'ApplicationReceived': {
      const { requestedExtent, text } = event.data;
      return joined(requestedExtent ? extentWords(requestedExtent) : undefined, text);
    }
    case 'InvestigationCompleted':
    case 'InvestigationRevised': {
      const answered = event.data.areas.filter(({ state }) => state === 'answered').length;
      return { sv: `${answered} livsområden besvarade`, en: `${answered} life areas answered` };
    }
    case 'DecisionMade':
    case 'DecisionChanged':
    case 'DecisionCorrected': {
      const { outcome, grantedExtent, to } = event.data;
      return joined(
        OUTCOMES.labels[outcome],
        grantedExtent ? extentWords(grantedExtent) : undefined,
        to && { sv: `till och med ${to}`, en: `through ${to}` },
      );
    }
    case 'OrderSent':
    case 'OrderRevised': {
      const { goals, extent } = event.data;
      const count = goals.length;
      return joined(extent ? extentWords(extent) : undefined, {
        sv: `${count} mål`,
        en: count === 1 ? '1 goal' : `${count} goals`,
      });
    }
    case 'PlanReceived':
      return joined(event.data.extent ? extentWords(event.data.extent) : undefined, {
        sv: event.data.personTookPart ? 'den enskilde medverkade' : 'den enskilde medverkade inte',
        en: event.data.personTookPart ? 'the person took part' : 'the person did not take part',
      });
    case 'ContactMade':
      return joined(event.data.purpose);
    default: {
      const data = event.data as { readonly text?: string; readonly reason?: string; readonly what?: string };
      return joined(data.text ?? data.reason ?? data.what);
    }
  }
};

/** One fact of an entry: its label, and what it says. */
export interface EntryFact {
  readonly name: string;
  readonly label: Text;
  readonly said: Text;
}

type Data = Readonly<Record<string, unknown>>;

/** Everything an entry says, field by field, by the labels that its form has. */
export const factsOfEntry = (event: FileEvent, read: ReadFile, names: Names): readonly EntryFact[] =>
  factsIn(DECLARED[event.type].fields, event.data as Data, read, names);

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
    default:
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

export const entryTitle = ({ type }: FileEvent): Text => TITLES[type];
