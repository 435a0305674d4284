import type { Text } from '@rt/domain';
import type { ListedStatus } from './status';

/** The words of the field for a status, the same on every screen (docs/glossary.md). */
export const STATUS_WORDS: Readonly<Record<ListedStatus, Text>> = {
  pending: { sv: 'inom tid', en: 'in time' },
  overdue: { sv: 'förfallen', en: 'overdue' },
  fulfilled: { sv: 'åtgärdad', en: 'fulfilled' },
  fulfilledLate: { sv: 'åtgärdad för sent', en: 'fulfilled late' },
  voided: { sv: 'inte längre aktuell', en: 'no longer asked for' },
  violation: { sv: 'brist', en: 'violation' },
  explained: { sv: 'förklarad', en: 'explained' },
  acknowledged: { sv: 'kvitterad', en: 'acknowledged' },
};
