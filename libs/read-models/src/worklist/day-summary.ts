import type { Text } from '@rt/domain';
import type { Section } from './sections';

type Counts = Readonly<Record<Section, number>>;

/** What is to be done today or this week. */
const TO_DO = ['overdue', 'violations', 'expired', 'reminders', 'today', 'thisWeek'] as const;

/** The number of lines that are to be done today or this week. */
export const toDoCount = (counts: Counts): number => TO_DO.reduce((sum, section) => sum + counts[section], 0);

const PARTS: readonly (readonly [section: (typeof TO_DO)[number], one: Text, many: Text])[] = [
  ['overdue', { sv: 'är förfallen', en: 'is overdue' }, { sv: 'är förfallna', en: 'are overdue' }],
  [
    'violations',
    { sv: 'behöver förklaras', en: 'needs an explanation' },
    { sv: 'behöver förklaras', en: 'need an explanation' },
  ],
  ['expired', { sv: 'har löpt ut', en: 'has expired' }, { sv: 'har löpt ut', en: 'have expired' }],
  [
    'reminders',
    { sv: 'är en egen bevakning', en: 'is a reminder of yours' },
    { sv: 'är egna bevakningar', en: 'are reminders of yours' },
  ],
  [
    'today',
    { sv: 'ska vara klar i dag', en: 'is due today' },
    { sv: 'ska vara klara i dag', en: 'are due today' },
  ],
  ['thisWeek', { sv: 'i veckan', en: 'this week' }, { sv: 'i veckan', en: 'this week' }],
];

/** The day in one sentence: `11 saker att göra: 6 är förfallna, 3 behöver förklaras och 1 ska vara klar i dag.` */
export const summaryOf = (counts: Counts): Text => {
  const total = toDoCount(counts);
  if (total === 0)
    return { sv: 'Inget att göra i dag eller i veckan.', en: 'Nothing to do today or this week.' };
  const parts = PARTS.filter(([section]) => counts[section] > 0);
  const listed = (language: 'sv' | 'en'): string =>
    new Intl.ListFormat(language === 'sv' ? 'sv-SE' : 'en-GB').format(
      parts.map(
        ([section, one, many]) => `${counts[section]} ${(counts[section] === 1 ? one : many)[language]}`,
      ),
    );
  return {
    sv: `${total} ${total === 1 ? 'sak' : 'saker'} att göra: ${listed('sv')}.`,
    en: `${total} ${total === 1 ? 'thing' : 'things'} to do: ${listed('en')}.`,
  };
};
