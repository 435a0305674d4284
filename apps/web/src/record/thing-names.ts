import { on, TITLES, type LocalDate, type Text, type ThingKind } from '@rt/domain';
import type { ApiAnswer } from '../api/client';
import { dayAndWeek } from '../days/day-words';

export type FileAnswer = ApiAnswer<'File'>;
type ThingAnswer = ApiAnswer<'Thing'>;
type Labels = ReadonlyMap<string, Text>;

/** What a thing is called where it is to be chosen: by what a person would say of it, and its day. */
export const nameOfThing = (kind: ThingKind, thing: ThingAnswer, labels: Labels, today: LocalDate): Text => {
  const data = thing.data as Readonly<Record<string, unknown>>;
  const { sv: daySv, en: dayEn } = dayAndWeek(on(thing.occurredOn), today);
  const word = (code: unknown): Text => labels.get(String(code)) ?? { sv: String(code), en: String(code) };
  const of = (...parts: readonly (Text | string | undefined)[]): Text => {
    const said = parts.filter((part) => part !== undefined && part !== '');
    const text = (language: keyof Text): string =>
      said.map((part) => (typeof part === 'string' ? part : part?.[language])).join(', ');
    return { sv: text('sv'), en: text('en') };
  };
  const textOf = (name: string): string | undefined => {
    const value = data[name];
    return typeof value === 'string' ? value : undefined;
  };
  if (kind === 'party')
    return of(
      textOf('name'),
      data['relation'] === 'none' ? word(data['kind']) : word(data['relation'] ?? data['kind']),
    );
  if (kind === 'case')
    return of(textOf('caseNumber'), data['measure'] === undefined ? undefined : word(data['measure']));
  const title = TITLES[thing.type as keyof typeof TITLES];
  const about = ['measure', 'outcome', 'providerId', 'what', 'text']
    .map((name) => textOf(name))
    .find((text) => text !== undefined);
  return of(title, about === undefined ? undefined : shortened(word(about)), { sv: daySv, en: dayEn });
};

const shortened = ({ sv, en }: Text): Text => {
  const short = (text: string): string => (text.length > 50 ? `${text.slice(0, 48)}…` : text);
  return { sv: short(sv), en: short(en) };
};
