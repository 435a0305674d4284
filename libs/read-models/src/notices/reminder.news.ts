import { reminderDaysIn } from '@rt/domain';
import type { NewsSource } from './news';

/** Reminders, each from its day on until it is moved, done or dropped. */
export const reminderNews: NewsSource<'reminder'> = {
  kinds: ['reminder'],
  newsIn: (file) =>
    reminderDaysIn(file).map(({ stated, on, userId, endedOn }) => ({
      key: `reminder ${stated.id}`,
      kind: 'reminder',
      eventType: stated.type,
      eventId: stated.id,
      ...(stated.caseId !== undefined && { caseId: stated.caseId }),
      ...(userId !== undefined && { workerId: userId }),
      dueOn: on,
      from: on,
      ...(endedOn !== undefined && { until: endedOn }),
    })),
};
