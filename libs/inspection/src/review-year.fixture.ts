import {
  exampleId,
  recorded,
  type Act,
  type BoardId,
  type Extent,
  type FileId,
  type LocalDate,
  type Outcome,
  type PersonalFileEvent,
  type Recorded,
  type Sex,
  type UnitId,
} from '@rt/domain';

import { LoadedFile } from '@rt/files';

type Event = Recorded<PersonalFileEvent>;

export interface FileOfTheYear {
  readonly unit?: string;
  readonly sex?: Sex;
  readonly act?: Act;
  readonly outcome?: Outcome;
  readonly decidedOn?: string;
  readonly born?: string;
  readonly personalNumber?: string;
  readonly granted?: Extent | null;
  /** `old`: completed more than a year before the decision. */
  readonly investigation?: 'current' | 'old' | 'none' | 'noWishes';
  readonly order?: 'specified' | 'vague' | 'none' | 'calledOff';
  readonly plan?: 'approved' | 'none' | 'stale';
  readonly lives?: 'alone' | 'withChildren' | 'withBrother' | 'withBoth' | 'withAdultChild';
}

/** The ids of the n-th file and of the things in it. */
export const idsOf = (n: number) => ({
  fileId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as FileId,
  caseId: exampleId('case', n),
  applicationId: exampleId('application', n),
  investigationId: exampleId('investigation', n),
  decisionId: exampleId('decision', n),
  orderId: exampleId('order', n),
  planId: exampleId('plan', n),
  partyId: exampleId('party', n),
});

export const hours = (amount: number, per: Extent['per'] = 'month'): Extent => ({
  amount,
  unit: 'hours',
  per,
  activities: [],
});

/** A file, as the events that were recorded in it. */
export interface RecordedFile {
  readonly fileId: FileId;
  readonly events: readonly Event[];
}

export const loaded = ({ fileId, events }: RecordedFile): LoadedFile => new LoadedFile(fileId, events);

/** An ordinary case of one person in 2021, changed as `said` describes. Every event is recorded on the day on which it happened. */
export const fileOfTheYear = (n: number, said: FileOfTheYear = {}): RecordedFile => {
  const {
    unit = 'farsta',
    sex = 'female',
    act = 'lss',
    outcome = 'approval',
    decidedOn = '2021-05-03',
  } = said;
  const { investigation = 'current', order = 'specified', plan = 'approved', lives = 'alone' } = said;
  const ids = idsOf(n);
  const envelope = { stream: `personalFile-${ids.fileId}`, unitId: unit as UnitId };
  const inCase = { ...envelope, caseId: ids.caseId };
  const law =
    act === 'lss'
      ? { statute: '1993:387', section: '9 § 3' }
      : { statute: '2001:453', section: '4 kap. 1 §' };
  const measure = act === 'lss' ? 'ledsagarservice' : 'ledsagning';
  const identity =
    said.personalNumber === undefined
      ? { kind: 'birthDate' as const, value: said.born ?? '1984-05-17' }
      : { kind: 'personalNumber' as const, value: said.personalNumber };

  const events: Event[] = [
    recorded(
      'PersonalFileOpened',
      '2019-01-07',
      {
        boardId: unit as BoardId,
        person: { name: `Person ${n}`, identity, sex, protectedIdentity: false },
      },
      envelope,
    ),
    recorded('PartyRecorded', '2019-01-07', { partyId: ids.partyId }, envelope),
    recorded('CaseOpened', '2019-01-08', { caseId: ids.caseId, measure }, inCase),
    recorded('ApplicationReceived', '2019-01-09', { applicationId: ids.applicationId, law, measure }, inCase),
  ];
  const { children, cohabits } = HOUSEHOLDS[lives];
  events.push(
    recorded(
      'HouseholdRecorded',
      '2019-02-01',
      {
        cohabits: cohabits ? [ids.partyId] : [],
        minorChildren: children.map((birthYear) => ({ birthYear, partyId: null })),
      },
      envelope,
    ),
  );
  if (investigation !== 'none')
    events.push(
      recorded(
        'InvestigationOpened',
        '2019-02-04',
        { investigationId: ids.investigationId, applicationId: ids.applicationId },
        inCase,
      ),
      recorded(
        'InvestigationCompleted',
        investigation === 'old' ? '2019-03-01' : `${decidedOn.slice(0, 4)}-01-04`,
        { investigationId: ids.investigationId, ...(investigation === 'noWishes' && { wishes: undefined }) },
        inCase,
      ),
    );
  events.push(
    recorded(
      'DecisionMade',
      decidedOn,
      {
        decisionId: ids.decisionId,
        applicationId: ids.applicationId,
        investigationId: investigation === 'none' ? null : ids.investigationId,
        law,
        measure,
        outcome,
        grantedExtent: said.granted === undefined ? hours(20) : said.granted,
        from: decidedOn as LocalDate,
        to: undefined,
      },
      inCase,
    ),
  );
  if (outcome === 'rejection' || order === 'none') return { fileId: ids.fileId, events };
  const task = order === 'vague' ? 'Ledsagning' : 'Ledsaga till simhallen på tisdagar.';
  const content = { orderId: ids.orderId, measure, task, goals: [] };
  events.push(recorded('OrderSent', decidedOn, { ...content, decisionId: ids.decisionId }, inCase));
  if (order === 'calledOff')
    events.push(recorded('OrderCancelled', addedTo(decidedOn), { orderId: ids.orderId }, inCase));
  if (plan !== 'none')
    events.push(
      recorded(
        'PlanReceived',
        addedTo(decidedOn),
        { planId: ids.planId, orderId: ids.orderId, goals: [], activities: [] },
        inCase,
      ),
      recorded('PlanApproved', addedTo(decidedOn), { planId: ids.planId }, inCase),
    );
  if (plan === 'stale') events.push(recorded('OrderRevised', '2021-11-01', content, inCase));
  return { fileId: ids.fileId, events };
};

/** The day ten days later, at most the 28th of the same month. */
const addedTo = (day: string): string =>
  `${day.slice(0, 8)}${String(Math.min(Number(day.slice(8)) + 10, 28)).padStart(2, '0')}`;

const HOUSEHOLDS: Readonly<
  Record<
    NonNullable<FileOfTheYear['lives']>,
    { readonly children: readonly number[]; readonly cohabits: boolean }
  >
> = {
  alone: { children: [], cohabits: false },
  withChildren: { children: [2004], cohabits: false },
  withAdultChild: { children: [2003], cohabits: false },
  withBrother: { children: [], cohabits: true },
  withBoth: { children: [2010], cohabits: true },
};
