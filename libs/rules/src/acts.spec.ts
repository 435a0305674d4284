/** What is offered to the reader of a finding, for every rule and status. */
import {
  asHistory,
  DEFAULT_CONFIGURATION,
  EVENT_TYPES,
  fileAt,
  on,
  recorded,
  TITLES,
  type ExampleEvent,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEventType,
} from '@rt/domain';
import {
  actsOn,
  actsOnExpiry,
  DEFAULT_RULESET,
  findingsOf,
  imperativeFor,
  OPEN_STATUSES,
  ruleOf,
  RULES,
  type Inputs,
  type ListedStatus,
  type ReaderOfActs,
  type Rule,
} from './index';
import { imperativeOf } from './imperatives';

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

/** The words for a case worker and for a manager, by rule and status. */
describe('the one imperative of a line', () => {
  const worker: ReaderOfActs = { handles: true, mayRecord: (type) => type !== 'ReminderSet' };
  const manager = only('ReminderSet', 'GapAcknowledged', 'CaseWorkerAssigned');
  const verb = (
    rule: string,
    reader = worker,
    given: { readonly returnedOn?: LocalDate; readonly inputs?: Inputs } = {},
  ): string => {
    const { kind, settledBy } = ruleOf({ rule });
    const status = kind === 'violation' ? 'violation' : 'overdue';
    return imperativeFor(rule, actsOn({ rule, inputs: {}, ...given }, status, reader), settledBy).sv;
  };

  it.each([
    ['plan-due', 'Begär in planen'],
    ['plan-review-due', 'Granska planen'],
    ['plan-mismatch-order', 'Returnera planen'],
    ['plan-content-incomplete', 'Be om komplettering'],
    ['plan-renewal-due', 'Begär in ny plan'],
    ['plan-resubmission-due', 'Begär in den omarbetade planen'],
    ['order-after-approval', 'Skicka beställningen'],
    ['order-unspecific', 'Förtydliga beställningen'],
    ['wishes-missing', 'Komplettera utredningen'],
    ['assessment-missing', 'Komplettera skälen'],
    ['decision-without-current-investigation', 'Kvittera med skäl'],
    ['follow-up-due', 'Skriv uppföljningen'],
    ['contact-relative-without-consent', 'Skriv in grunden'],
    ['contact-professional-without-consent', 'Skriv in grunden'],
    ['contact-after-withdrawal', 'Skriv in grunden'],
    ['relative-employed-without-asking', 'Besvara anhörigfrågan'],
    ['decision-expiring', 'Inled utredning'],
  ])('%s: %s', (rule, words) => {
    expect(verb(rule)).toBe(words);
  });

  it('is in the words of every rule, and differs from what is said where a rule has none', () => {
    for (const { id } of RULES) expect([id, verb(id)]).not.toEqual([id, 'Gör det och skriv in det']);
    for (const { id } of RULES) expect([id, verb(id, nothing)]).not.toEqual([id, 'Gör det och skriv in det']);
  });

  it('is in words of its own for every step that settles a finding of a rule', () => {
    const without = RULES.flatMap(({ id, settledBy }) =>
      settledBy.filter((type) => {
        const said = imperativeOf(id, type);
        return said === undefined || said.sv === TITLES[type].sv || said.en === TITLES[type].en;
      }),
    );
    expect(without).toEqual([]);
  });

  it('is another for a manager, who records nothing in the case worker’s place', () => {
    expect(verb('plan-due', manager)).toBe('Lägg en bevakning åt handläggaren');
    expect(verb('case-without-worker', manager)).toBe('Utse handläggare');
    expect(verb('case-without-worker')).toBe('Läs överlämningen');
  });

  it('asks for the revised plan once the plan was returned', () => {
    const returnedOn = on('2026-03-16');
    expect(verb('plan-mismatch-order', worker, { returnedOn })).toBe('Begär in den omarbetade planen');
    expect(verb('plan-content-incomplete', worker, { returnedOn })).toBe('Begär in den omarbetade planen');
    const acts = actsOn({ rule: 'plan-mismatch-order', inputs: {}, returnedOn }, 'overdue', worker);
    expect(acts.map(({ code }) => code)).not.toContain('returnPlan');
  });

  it('says what to do about what runs out', () => {
    const verbOf = (types: readonly [PersonalFileEventType, ...PersonalFileEventType[]], isOfPlan = false) =>
      imperativeFor(null, actsOnExpiry(types, { isExpired: false, isOfPlan }, worker), types).sv;
    expect(verbOf(['ConsentRenewed', 'ConsentGiven'])).toBe('Förnya medgivandet');
    expect(verbOf(['InvestigationOpened', 'DecisionMade'])).toBe('Inled utredning');
    expect(verbOf(['PlanReceived'], true)).toBe('Begär in ny plan');
  });
});

describe('a plan that was returned already', () => {
  const given = (...more: readonly ExampleEvent[]) =>
    fileAt(
      asHistory([
        recorded('OrderSent', '2026-03-02'),
        recorded('PlanReceived', '2026-03-10', { purpose: undefined }),
        ...more,
      ]),
    );
  const mismatchIn = (file: PersonalFile) =>
    findingsOf(file, DEFAULT_RULESET, DEFAULT_CONFIGURATION).find(
      ({ rule }) => rule === 'plan-mismatch-order',
    );

  it('is told with the finding, until it is approved after all', () => {
    expect(mismatchIn(given())?.returnedOn).toBeUndefined();
    const returned = recorded('PlanReturned', '2026-03-16');
    expect(mismatchIn(given(returned))?.returnedOn).toBe('2026-03-16');
    expect(mismatchIn(given(returned, recorded('PlanApproved', '2026-03-20')))?.returnedOn).toBeUndefined();
  });

  it('is reminded of as the revised plan', () => {
    const file = given(
      recorded('PlanReturned', '2026-03-16'),
      recorded('ProviderReminded', '2026-04-02', { of: 'revisedPlan' }),
    );
    expect(mismatchIn(file)?.remindedOn).toBe('2026-04-02');
  });
});
