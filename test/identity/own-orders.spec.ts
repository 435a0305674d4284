import {
  asHistory,
  EVENT_TYPES,
  exampleId,
  fileAt,
  recorded,
  SPECS,
  type Command,
  type FileId,
  type PersonalFile,
  type PersonalFileEventType,
  type ThingKind,
} from '@rt/domain';
import { definitionOf, type AccessRequest } from '@rt/handling';
import { mayDo, type AccessEntry, type User } from '@rt/identity';
import type { ReadDatabase } from '@rt/read-models';
import { actorFor, tableAuthorises } from '../../apps/api/src/access/authorise';

/** The things that belong to an order, by the event type that creates them. Their ids carry the order's number. */
const THINGS = {
  OrderSent: 'order',
  PlanReceived: 'plan',
  ExecutionStarted: 'execution',
  DeviationReported: 'deviation',
  PerformerRecorded: 'performer',
  RelativeEmploymentAsked: 'question',
  ProviderDataRequested: 'request',
} as const satisfies Partial<Record<PersonalFileEventType, ThingKind>>;
const KINDS: readonly ThingKind[] = Object.values(THINGS);

const PROVIDERS = ['', 'the-first', 'the-second'] as const;

/** A file with two orders, sent to two providers, and every kind of thing that can belong to an order. */
const file: PersonalFile = fileAt(
  asHistory([
    recorded('PersonalFileOpened', '2026-01-07'),
    recorded('CaseOpened', '2026-01-07'),
    recorded('PartyRecorded', '2026-01-07'),
    ...[1, 2].flatMap((number) =>
      (Object.entries(THINGS) as [PersonalFileEventType, ThingKind][]).map(([type, kind]) =>
        recorded(type, '2026-03-02', {
          [`${kind}Id`]: exampleId(kind, number),
          orderId: exampleId('order', number),
          ...(type === 'OrderSent' && { providerId: PROVIDERS[number], goals: [] }),
        }),
      ),
    ),
  ]),
);

/** The example command of this type. Every thing that it names belongs to the order with this number; without a number the ids are null. */
const stepAbout = (type: PersonalFileEventType, number: number | undefined): Command => {
  const { about, creates, refers } = SPECS[type];
  const named = [about, ...Object.values(refers ?? {})].filter(
    (kind): kind is ThingKind => kind !== undefined && kind !== creates && KINDS.includes(kind),
  );
  const ids = named.map((kind) => [`${kind}Id`, number === undefined ? null : exampleId(kind, number)]);
  const { occurredOn, caseId, data } = recorded(type, '2026-03-09', Object.fromEntries(ids) as never);
  return { type, occurredOn, caseId, data } as Command;
};

/** The permissions of a provider do not depend on read models, so this stand-in is never read. */
const noRows = {} as ReadDatabase;
const logged: AccessEntry[] = [];
const accessLog = { write: async (entry: AccessEntry) => void logged.push(entry) };
const authorise = tableAuthorises({ now: () => '2026-03-10T12:00:00.000Z' }, noRows, accessLog);

const provider: User = {
  userId: 'someone',
  roles: ['provider'],
  unitId: 'their-house',
  providerId: PROVIDERS[1],
};

const mayRecord = (command: Command, user = provider): boolean | Promise<boolean> => {
  const { permission } = definitionOf(command.type);
  const request: AccessRequest = {
    actor: actorFor(user),
    permission,
    fileId: exampleId('case') as string as FileId,
    file,
    command,
  };
  return authorise.allows(request);
};

const PERMITTED = EVENT_TYPES.filter(
  (type) =>
    type !== 'PersonalFileOpened' &&
    mayDo({ role: 'provider', relation: 'addressed', permission: definitionOf(type).permission }).allowed,
);
const OF_NO_ORDER: readonly PersonalFileEventType[] = ['MalpracticeReported'];
const OF_AN_ORDER = PERMITTED.filter((type) => !OF_NO_ORDER.includes(type));

describe('a provider records steps about the orders that were sent to it', () => {
  it('there are event types about an order', () => expect(OF_AN_ORDER.length).toBeGreaterThan(10));

  it.each(OF_AN_ORDER)(
    '%s: about its own order, not about another provider’s in the same file, nor about none',
    async (type) => {
      expect(await mayRecord(stepAbout(type, 1))).toBe(true);
      expect(await mayRecord(stepAbout(type, 2))).toBe(false);
      expect(await mayRecord(stepAbout(type, 3))).toBe(false);
      expect(await mayRecord(stepAbout(type, undefined))).toBe(false);
      expect(await mayRecord(stepAbout(type, 2), { ...provider, providerId: PROVIDERS[2] })).toBe(true);
    },
  );

  it.each(OF_NO_ORDER)('%s: about the person, so one order in the file is enough', async (type) => {
    expect(await mayRecord(stepAbout(type, 1))).toBe(true);
    expect(await mayRecord(stepAbout(type, 1), { ...provider, providerId: 'nobody-asked' })).toBe(false);
  });

  it('a refused step stands in the access log with its permission and reason, a permitted one does not', async () => {
    const [type] = OF_AN_ORDER as [PersonalFileEventType];
    logged.length = 0;
    await mayRecord(stepAbout(type, 1));
    expect(logged).toEqual([]);
    await mayRecord(stepAbout(type, 2));
    expect(logged).toMatchObject([
      {
        userId: 'someone',
        role: 'provider',
        action: 'refused',
        fileId: exampleId('case'),
        scope: `permission=${definitionOf(type).permission} why=NO_RELATION`,
      },
    ]);
  });

  it('a plan of its own for the order of another provider is refused', async () => {
    const plan = stepAbout('PlanReceived', 1);
    const mixed = { ...plan, data: { ...plan.data, orderId: exampleId('order', 2) } } as Command;
    expect(await mayRecord(mixed)).toBe(false);
  });

  it('a case worker who has the file may record steps about all orders', async () => {
    const worker: User = {
      userId: 'anna',
      roles: ['caseWorker'],
      unitId: 'norr',
      boardId: file.opened?.data.boardId,
    };
    for (const type of PERMITTED)
      for (const number of [1, 2, undefined])
        expect(await mayRecord(stepAbout(type, number), worker)).toBe(true);
  });
});
