import {
  byOccurrence,
  closedOn,
  decisionVersions,
  earliest,
  END_OF_TIME,
  isApproval,
  latest,
  reminderDaysIn,
  type CaseId,
  type ConsentGiven,
  type ConsentRenewed,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
  type UserId,
} from '@rt/domain';
import { orderOverOn } from '@rt/rules';
import { caseClosedFrom } from '../case-closed';
import { rowHoldersFor, type RowHolder } from '../holders/row-holders';
import type { FileModel } from '../read-model';
import { expiriesTable, type ExpiryRow } from './expiries.table';
import type { ExpiryKind } from './expiry-words';

/** A last day that a consent, a decision or a plan states, with the days that renew or end it. */
interface Statement {
  readonly kind: ExpiryKind;
  readonly subject: string;
  readonly said: Recorded<PersonalFileEvent>;
  readonly lastDay: LocalDate;
  readonly renewals: readonly (LocalDate | undefined)[];
  readonly ends: readonly (LocalDate | undefined)[];
  readonly note?: string;
  /** Whom it concerns in place of the case worker who has the file. */
  readonly workerId?: UserId;
}

/** The last days of consents, decisions and plans, and the days of reminders. */
export const expiries: FileModel = {
  name: 'expiries',
  version: '4',
  ignores: [
    'party',
    'representative',
    'contact',
    'application',
    'investigation',
    'follow-up',
    'individual-plan',
    'coordinated-plan',
    'violence-questions',
    'malpractice',
    'gap',
  ],
  tables: [expiriesTable],
  rowsOf: ({ fileId, file }, _inForce, emit, texts) => {
    const holdersFor = rowHoldersFor(file);
    const statements = [...consentsOf(file), ...decisionsOf(file), ...plansOf(file), ...remindersOf(file)];
    for (const statement of statements) {
      const note = statement.note === undefined ? null : (texts?.seal('note', statement.note) ?? null);
      const row = { fileId, note, ...daysOf(statement) };
      for (const holder of holdersFor(statement.workerId)) emit(expiriesTable, { ...row, ...holder });
    }
  },
};

/** Makes the row. A renewal or end dated before the statement counts from the statement's day. */
const daysOf = ({
  kind,
  subject,
  said,
  lastDay,
  renewals,
  ends,
}: Statement): Omit<ExpiryRow, 'fileId' | 'note' | keyof RowHolder> => {
  const statedOn = said.occurredOn;
  const renewedOn = firstFrom(statedOn, renewals);
  const endedOn = firstFrom(statedOn, ends);
  return {
    eventId: said.id,
    kind,
    subject,
    caseId: said.caseId ?? null,
    statedOn,
    lastDay,
    renewedOn: renewedOn ?? null,
    endedOn: endedOn ?? null,
    openUntil: earliest(END_OF_TIME, renewedOn ?? END_OF_TIME, endedOn ?? END_OF_TIME),
  };
};

const firstFrom = (statedOn: LocalDate, days: readonly (LocalDate | undefined)[]): LocalDate | undefined => {
  const known = days.filter((day) => day !== undefined).map((day) => latest(statedOn, day));
  const [first] = known;
  return first && earliest(first, ...known);
};

const consentsOf = (file: PersonalFile): readonly Statement[] => {
  const over = caseClosedFrom(file, undefined);
  return file.things('consent').flatMap((consent) => {
    const versions = statementsOf(consent);
    return versions.flatMap((said, index) =>
      said.data.validTo === undefined
        ? []
        : {
            kind: 'consent' as const,
            subject: consent.id,
            said,
            lastDay: said.data.validTo,
            renewals: [versions[index + 1]?.occurredOn, replacedOn(file, consent, said.data.validTo)],
            ends: [...consent.since('ConsentWithdrawn').filter(isAfter(said)).map(occurredOnOf), over],
          },
    );
  });
};

/**
 * The day from which another consent covers the same counterpart and subjects until a later day. A consent that was ever withdrawn does not count.
 */
const replacedOn = (
  file: PersonalFile,
  consent: Thing<'consent'>,
  lastDay: LocalDate,
): LocalDate | undefined => {
  const { with: counterpart, subjects } = consent.created.data;
  const days = file
    .things('consent')
    .filter(({ id, created: { data } }) => {
      const isWithSame =
        data.with.partyId === counterpart.partyId && data.with.category === counterpart.category;
      const saysAll = data.subjects.includes('all') || subjects.every((one) => data.subjects.includes(one));
      return id !== consent.id && isWithSame && saysAll;
    })
    .filter((other) => other.since('ConsentWithdrawn').length === 0)
    .flatMap((other) => statementsOf(other).find(({ data }) => (data.validTo ?? END_OF_TIME) > lastDay) ?? [])
    .map(occurredOnOf);
  const [first] = days;
  return first && earliest(first, ...days);
};

const statementsOf = (consent: Thing<'consent'>): readonly Recorded<ConsentGiven | ConsentRenewed>[] => [
  consent.created,
  ...consent.since('ConsentRenewed'),
];

const decisionsOf = (file: PersonalFile): readonly Statement[] =>
  file.things('decision').flatMap((decision) => {
    const versions = decisionVersions(decision);
    return versions.flatMap((said, index) =>
      said.data.to === undefined || !isApproval(said.data.outcome)
        ? []
        : {
            kind: 'decision' as const,
            subject: decision.id,
            said: { ...said, caseId: decision.created.caseId ?? said.caseId },
            lastDay: said.data.to,
            renewals: [versions[index + 1]?.occurredOn, ...renewalsOf(file, decision).map(occurredOnOf)],
            ends: [...endingsOf(decision), closingOf(file, decision.created.caseId)],
          },
    );
  });

/** Later decisions that replace this one, whatever their outcome: they refer to it, or they are in the same case about the same measure. */
const renewalsOf = (file: PersonalFile, decision: Thing<'decision'>) => {
  const { created } = decision;
  const sameCase = file
    .things('decision')
    .map((other) => other.created)
    .filter(({ caseId, data }) => caseId === created.caseId && data.measure === created.data.measure)
    .filter(isAfter(created));
  return [...decision.linked('decision').map((next) => next.created), ...sameCase];
};

const endingsOf = (decision: Thing<'decision'>): readonly LocalDate[] =>
  [decision, ...decision.linked('order')]
    .flatMap((thing): readonly Thing<'execution'>[] => thing.linked('execution'))
    .flatMap((execution) => execution.since('ExecutionEnded').map(occurredOnOf));

const plansOf = (file: PersonalFile): readonly Statement[] =>
  file.things('plan').flatMap((plan) => {
    const { created } = plan;
    if (created.data.validTo === undefined) return [];
    const order = file.get('order', created.data.orderId);
    const later =
      order
        ?.linked('plan')
        .map((other) => other.created)
        .filter(isAfter(created)) ?? [];
    return {
      kind: 'plan' as const,
      subject: plan.id,
      said: created,
      lastDay: created.data.validTo,
      renewals: later.map(occurredOnOf),
      ends: [
        ...plan.since('PlanReturned').map(occurredOnOf),
        order && orderOverOn(file, order),
        closingOf(file, created.caseId),
      ],
    };
  });

const remindersOf = (file: PersonalFile): readonly Statement[] =>
  reminderDaysIn(file).map(({ stated, on, text, userId, endedOn }) => ({
    kind: 'reminder' as const,
    subject: stated.data.reminderId,
    said: stated,
    lastDay: on,
    renewals: [],
    ends: [endedOn],
    note: text,
    ...(userId !== undefined && { workerId: userId }),
  }));

const occurredOnOf = ({ occurredOn }: { readonly occurredOn: LocalDate }): LocalDate => occurredOn;

const isAfter =
  (before: Recorded<PersonalFileEvent>) =>
  (event: Recorded<PersonalFileEvent>): boolean =>
    byOccurrence(before, event) < 0;

/** The day from which the case is closed, or undefined if it is open. */
const closingOf = (file: PersonalFile, caseId: CaseId | undefined): LocalDate | undefined => {
  const theCase = file.get('case', caseId);
  return theCase && closedOn(theCase);
};
