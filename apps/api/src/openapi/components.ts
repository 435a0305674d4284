import { drawFields, reviewApprovalFields, reviewPlanFields, shape as s } from '@rt/domain';
import { inputSchemaOf, openingSchema, schemaOf, unitSchemaOf, type JsonSchema } from '@rt/handling';
import { RECORDABLE, RECORDABLE_IN_UNIT } from './recordable';
import { HANDOVER_FIELDS } from '../units/hand-over';
import { ANSWERS } from './answers';

/** Removes `$schema` from a schema: within the document, the dialect of the document applies. */
const within = ({ $schema: _, ...schema }: JsonSchema): JsonSchema => schema;

const steps: Readonly<Record<string, JsonSchema>> = Object.fromEntries([
  ...RECORDABLE.map((type) => [type, within(schemaOf(type))]),
  ...RECORDABLE_IN_UNIT.map((type) => [type, within(unitSchemaOf(type))]),
]);

/** One of several event types, each by its name. */
const oneOfTypes = (types: readonly string[]): JsonSchema => ({
  oneOf: types.map((type) => s.refTo(type)),
  discriminator: {
    propertyName: 'type',
    mapping: Object.fromEntries(types.map((type) => [type, `#/components/schemas/${type}`])),
  },
});

const INPUTS = {
  OpenFile: within(openingSchema()),
  Handover: within(inputSchemaOf({ sv: 'Akter fördelas', en: 'Files are handed over' }, HANDOVER_FIELDS)),
  ReviewPlan: within(
    inputSchemaOf({ sv: 'Granskning planeras', en: 'A review is planned' }, reviewPlanFields),
  ),
  ReviewApproval: within(
    inputSchemaOf({ sv: 'Granskning godkänns', en: 'A review is approved' }, reviewApprovalFields),
  ),
  Draw: within(inputSchemaOf({ sv: 'Urval dras', en: 'A sample is drawn' }, drawFields)),
  Step: {
    title: 'One handling step',
    'x-title': { sv: 'Ett handläggningssteg', en: 'One handling step' },
    ...oneOfTypes(RECORDABLE),
  },
  Steps: {
    title: 'One handling step, or several that belong together',
    anyOf: [s.refTo('Step'), { ...s.listOf(s.refTo('Step')), minItems: 1, maxItems: 50 }],
  },
  UnitEvent: {
    title: 'One event of a unit’s work',
    'x-title': { sv: 'En händelse i enhetens arbete', en: 'One event of a unit’s work' },
    ...oneOfTypes(RECORDABLE_IN_UNIT),
  },
  UnitEvents: {
    title: 'One event of a unit’s work, or several that belong together',
    anyOf: [s.refTo('UnitEvent'), { ...s.listOf(s.refTo('UnitEvent')), minItems: 1, maxItems: 50 }],
  },
  DigestChoice: {
    title: 'When the mail of the day comes',
    ...s.fields({ hour: s.orNull({ ...s.integer(), minimum: 0, maximum: 23 }) }),
  },
  Search: {
    title: 'What is searched for',
    ...s.fields({ term: { ...s.text(), minLength: 1, maxLength: 100 } }),
  },
  SeenNotices: {
    title: 'Notices that were seen',
    ...s.fields({ noticeIds: { ...s.listOf(s.uuid()), maxItems: 500 } }),
  },
} as const satisfies Record<string, JsonSchema>;

export type ComponentName = keyof typeof INPUTS | keyof typeof ANSWERS;

/** All schemas of the description: the input, each event type by its name, and the answers. */
export const COMPONENTS: Readonly<Record<string, JsonSchema>> = { ...INPUTS, ...steps, ...ANSWERS };
