/** What is offered to the reader of a finding, for every rule and status. */
import { EVENT_TYPES, type PersonalFileEventType } from '@rt/domain';
import { actsOn, OPEN_STATUSES, RULES, type ReaderOfActs, type Rule, type ListedStatus } from './index';

const everything: ReaderOfActs = { handles: true, mayRecord: () => true };
const nothing: ReaderOfActs = { handles: false, mayRecord: () => false };
const only = (...types: readonly PersonalFileEventType[]): ReaderOfActs => ({
  handles: false,
  mayRecord: (type) => types.includes(type),
});
const codes = (rule: string, status: ListedStatus, reader = everything, inputs = {}) =>
  actsOn({ rule, inputs }, status, reader).map(({ code }) => code);

const openStatusesOf = ({ statuses }: Rule) =>
  OPEN_STATUSES.filter((status) => (statuses as readonly string[]).includes(status));

describe('what can be done about a finding', () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s offers something while it is open',
    (id, rule) => {
      for (const status of openStatusesOf(rule)) {
        const acts = actsOn({ rule: id, inputs: {} }, status, everything);
        expect(acts.length).toBeGreaterThan(0);
        for (const { types } of acts) expect(types.filter((type) => !EVENT_TYPES.includes(type))).toEqual([]);
        expect(new Set(acts.map(({ code }) => code)).size).toBe(acts.length);
      }
      for (const status of ['fulfilled', 'fulfilledLate', 'voided', 'explained', 'acknowledged'] as const)
        expect(codes(id, status)).toEqual([]);
      for (const status of openStatusesOf(rule)) expect(codes(id, status, nothing)).toEqual([]);
    },
  );

  it('asks first whether it was done, where that may be so', () => {
    expect(codes('plan-due', 'overdue')).toEqual([
      'recordWhatWasDone',
      'remindProvider',
      'carryOut',
      'acknowledge',
    ]);
    expect(codes('plan-due', 'pending')).toEqual(['remindProvider', 'carryOut']);
    expect(codes('decision-notice-due', 'overdue')[0]).toBe('recordWhatWasDone');
    expect(codes('contact-relative-without-consent', 'violation')).toEqual([
      'recordWhatWasDone',
      'writeGround',
      'askForConsent',
      'acknowledge',
    ]);
    expect(codes('order-unspecific', 'overdue')).toEqual(['complete', 'acknowledge']);
  });

  it('reviews a plan, returns it, and judges where the system only asks', () => {
    expect(codes('plan-review-due', 'pending')).toEqual(['review']);
    expect(codes('plan-content-incomplete', 'overdue')).toEqual(['returnPlan', 'acknowledge']);
    expect(codes('plan-mismatch-order', 'overdue')).toEqual(['returnPlan', 'complete', 'acknowledge']);
    const reserved = codes('contact-relative-without-consent', 'violation', everything, { reserved: true });
    expect(reserved).toContain('judge');
  });

  it('offers a reader only what he or she may record', () => {
    const manager = only('ReminderSet', 'GapAcknowledged', 'DecisionCorrected');
    expect(codes('plan-due', 'overdue', manager)).toEqual(['askCaseWorker', 'acknowledge']);
    const [complete] = actsOn({ rule: 'assessment-missing', inputs: {} }, 'overdue', manager);
    expect(complete).toMatchObject({ code: 'complete', types: ['DecisionCorrected'] });
  });
});
