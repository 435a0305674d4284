import { addDays, type LocalDate } from '@rt/domain';
import type { FileWriter } from '../file-writer';
import type { Course, Handled } from './course';
import { handleApplication } from './handle-application';
import { workdayBefore } from './workday';

/** Records the previous decision: handled as the rules require, and ended when the new decision is made. */
export const handleEarlier = (
  file: FileWriter,
  course: Pick<Course, 'measure' | 'act' | 'granted' | 'appliedOn' | 'decidedOn'>,
  renewedOn: LocalDate,
): Handled => {
  const handled = handleApplication(file, {
    ...course,
    outcome: 'approval',
    requested: course.granted,
    grantedTo: addDays(renewedOn, -1),
    order: { followUps: 'firstOnly', plan: { renewed: false } },
  });
  const { ordered } = handled;
  if (!ordered) return handled;
  const last = workdayBefore(addDays(renewedOn, -1));
  if (ordered.executionId)
    file.log('ExecutionEnded', last, { executionId: ordered.executionId, reason: 'Beslutet löper ut' });
  file.log('OrderCancelled', last, {
    orderId: ordered.orderId,
    reason: 'Beslutet löper ut, nytt beslut fattas',
  });
  return handled;
};
