import type { Text } from '@rt/domain';
import type { LineSection } from './my-day.search';

/** The sections of the page, in order, with what stands beside each heading. The others are folded. */
export const OPEN_SECTIONS = [
  'overdue',
  'violations',
  'expired',
  'reminders',
  'today',
  'thisWeek',
  'expiring',
] as const;

export const SECTION_WORDS: Readonly<Record<LineSection, { readonly title: Text; readonly beside?: Text }>> =
  {
    overdue: { title: { sv: 'Förfallna', en: 'Overdue' }, beside: { sv: 'äldst först', en: 'oldest first' } },
    violations: {
      title: { sv: 'Har redan hänt och behöver förklaras', en: 'Has happened and needs an explanation' },
      beside: {
        sv: 'försvinner inte, men kan få en grund',
        en: 'does not go away, but can be given a ground',
      },
    },
    expired: { title: { sv: 'Har löpt ut', en: 'Has expired' } },
    reminders: { title: { sv: 'Egna bevakningar', en: 'Reminders of your own' } },
    today: { title: { sv: 'I dag', en: 'Today' } },
    thisWeek: { title: { sv: 'Den här veckan', en: 'This week' } },
    later: { title: { sv: 'Senare', en: 'Later' } },
    expiring: { title: { sv: 'Löper ut inom 60 dagar', en: 'Expires within 60 days' } },
    acknowledged: { title: { sv: 'Kvitterade', en: 'Acknowledged' } },
    closedCases: { title: { sv: 'I avslutade ärenden', en: 'In closed cases' } },
  };
