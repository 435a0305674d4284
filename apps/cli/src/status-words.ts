import type { ListedStatus } from '@rt/rules';
import type { Text } from '@rt/domain';

/** The words for a status that case workers use (docs/glossary.md). */
export const STATUS_TEXTS: Readonly<Record<ListedStatus, Text>> = {
  pending: { sv: 'pågår', en: 'pending' },
  overdue: { sv: 'förfallen', en: 'overdue' },
  fulfilled: { sv: 'åtgärdad', en: 'fulfilled' },
  fulfilledLate: { sv: 'åtgärdad för sent', en: 'fulfilled late' },
  voided: { sv: 'inte längre aktuell', en: 'no longer asked for' },
  violation: { sv: 'brist', en: 'violation' },
  acknowledged: { sv: 'kvitterad', en: 'acknowledged' },
  explained: { sv: 'förklarad', en: 'explained' },
};
