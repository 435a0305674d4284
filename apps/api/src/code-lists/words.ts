/** The words for codes that only answers have. The codes of events have theirs where they are declared. */
import { field } from '@rt/domain';

export const SEVERITY_WORDS = field.codeList({
  critical: ['mycket allvarlig', 'critical'],
  high: ['allvarlig', 'high'],
  medium: ['medel', 'medium'],
  low: ['lindrig', 'low'],
}).labels;

export const KIND_WORDS = field.codeList({
  deadline: ['frist', 'deadline'],
  violation: ['brist', 'violation'],
  quality: ['kvalitet', 'quality'],
}).labels;

export const NOTICE_KIND_WORDS = field.codeList({
  deadlineNear: ['frist inom tre dagar', 'deadline within three days'],
  gap: ['förfallen', 'overdue'],
  violation: ['brist', 'violation'],
  answer: ['svar från utförare', 'answer from a provider'],
  reminder: ['påminnelse', 'reminder'],
}).labels;

export const CASE_STATE_WORDS = field.codeList({
  opened: ['öppnat', 'opened'],
  applied: ['ansökt', 'applied'],
  investigating: ['utreds', 'being investigated'],
  investigated: ['utrett', 'investigated'],
  decided: ['beslutat', 'decided'],
  ordered: ['beställt', 'ordered'],
  planned: ['planerat', 'planned'],
  running: ['pågår', 'running'],
  followedUp: ['uppföljt', 'followed up'],
  ended: ['upphört', 'ended'],
  closed: ['avslutat', 'closed'],
}).labels;
