import fc, { type Arbitrary } from 'fast-check';
import { RECORDABLE } from '../../apps/api/src/openapi/recordable';
import type { Chance } from '../../libs/demo/src/chance';
import { arbitraryFromSchema } from '../../libs/handling/src/arbitrary-from-schema.fixture';
import { hostile } from '../../libs/handling/src/hostile.fixture';
import type { Description } from '../e2e/conforms.fixture';
import type { Material } from './hostile-request';
import { hostileWord } from './hostile-values';
import { PLAN } from './two-boards';

type Schema = Readonly<Record<string, unknown>>;

/** How many bodies are generated in advance for each kind of request that reaches a decider of the write side. */
const openings = 300;
const plans = 200;
const ofEachStep = 20;

/** Bodies that fit the description, and bodies that do not. Those of the write side are generated in advance, because generating one takes longer than answering it. */
export const bodiesFrom = (description: Description, seed: string): Material['bodyFor'] => {
  const { schemas } = description.components;
  const made = (name: string, count: number): readonly string[] => {
    const fitting = arbitraryFromSchema(schemas[name] as never);
    const wrong = fitting.chain((given) => hostile(given as never));
    const bodies: Arbitrary<unknown> = fc.oneof(fitting, wrong, wrong);
    return fc.sample(bodies, { numRuns: count, seed: Number(seed) | 0 }).map(asJson);
  };
  const pools: Readonly<Record<string, readonly string[]>> = {
    Steps: RECORDABLE.flatMap((type) => made(type, ofEachStep)),
    OpenFile: made('OpenFile', openings),
    ReviewPlan: made('ReviewPlan', plans),
  };
  return (name, chance) => {
    const pool = STORED[name] && chance.happens(40) ? STORED[name] : pools[name];
    return pool ? chance.pick(pool) : JSON.stringify(looseValue(schemas[name] as Schema, chance));
  };
};

/** Steps that refer to nothing. */
const notes = Array.from({ length: 200 }, (_, i) =>
  JSON.stringify({ type: 'NoteWritten', occurredOn: '2026-03-01', data: { text: `Ringde tillbaka ${i}.` } }),
);

const reviews = Array.from({ length: 50 }, (_, i) =>
  JSON.stringify({ ...PLAN, reviewId: `plan-${i}`, title: `Plan ${i}` }),
);

/** Absences that do not overlap: each of a month of its own. */
const absences = Array.from({ length: 96 }, (_, i) => {
  const [unit, month] = [
    i % 2 === 0 ? 'farsta' : 'ostermalm',
    `${2027 + Math.floor(i / 24)}-${String((Math.floor(i / 2) % 12) + 1).padStart(2, '0')}`,
  ];
  const days = { from: `${month}-03`, to: `${month}-20` };
  return JSON.stringify({
    type: 'WorkerAbsent',
    data: { userId: `hl-${unit}-3`, substituteId: `hl-${unit}-2`, ...days },
  });
});

/** Bodies that are stored whatever the file or the reviews already hold, if the caller has the permission. */
const STORED: Readonly<Record<string, readonly string[]>> = {
  Steps: notes,
  ReviewPlan: reviews,
  UnitEvents: absences,
  // Answered file by file, also where a file is not there.
  Handover: ['farsta', 'ostermalm'].map((unit) =>
    JSON.stringify({
      occurredOn: '2026-02-02',
      from: '2026-02-09',
      files: [{ fileId: '00000000-0000-4000-8000-000000000000', userId: `hl-${unit}-2` }],
    }),
  ),
  ReviewApproval: ['{}'],
  DraftContent: ['NoteWritten', 'PersonalFileOpened'].map((type) =>
    JSON.stringify({ type, values: { data: { text: 'Ringde.' } } }),
  ),
  DigestChoice: ['{"hour":null}', '{"hour":13}'],
  Draw: [JSON.stringify({ spoken: '4 6 1', spokenBy: 'godk-1' })],
};

/** A value of the shape that the schema describes, with arbitrary strings in it. */
const looseValue = (schema: Schema, chance: Chance): unknown => {
  if (chance.happens(5)) return chance.pick([null, [], {}, -1, 1e308, true, hostileWord(chance)]);
  const {
    type,
    properties = {},
    items = {},
  } = schema as {
    type?: string;
    properties?: Readonly<Record<string, Schema>>;
    items?: Schema;
  };
  if (Array.isArray(schema.enum)) return chance.pick(schema.enum);
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(properties)
          .filter(() => chance.happens(95))
          .map(([name, inner]) => [name, looseValue(inner, chance)]),
      );
    case 'array':
      return Array.from({ length: chance.whole(0, 4) }, () => looseValue(items, chance));
    case 'integer':
    case 'number':
      return chance.whole(-1, 1_000);
    case 'boolean':
      return chance.happens(50);
    case undefined:
    default:
      return chance.pick(['hl-farsta-3', 'ec-ostermalm', chance.uuid(), hostileWord(chance)]);
  }
};

/** The value as JSON. A bigint becomes a string, and what JSON cannot represent becomes null. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? 'null';
