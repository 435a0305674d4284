import type { Language, Text } from '@rt/domain';

const NOUNS = {
  event: { sv: ['händelse', 'händelser'], en: ['event', 'events'] },
  stream: { sv: ['ström', 'strömmar'], en: ['stream', 'streams'] },
  entry: { sv: ['post', 'poster'], en: ['entry', 'entries'] },
  leaf: { sv: ['löv', 'löv'], en: ['leaf', 'leaves'] },
  file: { sv: ['personakt', 'personakter'], en: ['personal file', 'personal files'] },
  case: { sv: ['ärende', 'ärenden'], en: ['case', 'cases'] },
} as const satisfies Record<string, Record<Language, readonly [one: string, several: string]>>;

/** A number with its noun, in the singular or the plural: `1 ström`, `2 strömmar`. */
export const counted = (count: number, noun: keyof typeof NOUNS): Text => {
  const [sv, en] = (['sv', 'en'] as const).map(
    (language) => `${count} ${NOUNS[noun][language][count === 1 ? 0 : 1]}`,
  );
  return { sv: sv as string, en: en as string };
};
