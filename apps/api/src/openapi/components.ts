import { drawFields, reviewApprovalFields, reviewPlanFields, shape as s } from '@rt/domain';
import { inputSchemaOf, openingSchema, schemaOf, type JsonSchema } from '@rt/handling';
import { RECORDABLE } from './recordable';
import { ANSWERS } from './answers';

/** Removes `$schema` from a schema: within the document, the dialect of the document applies. */
const within = ({ $schema: _, ...schema }: JsonSchema): JsonSchema => schema;

const steps: Readonly<Record<string, JsonSchema>> = Object.fromEntries(
  RECORDABLE.map((type) => [type, within(schemaOf(type))]),
);

const INPUTS = {
  OpenFile: within(openingSchema()),
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
    oneOf: RECORDABLE.map((type) => s.refTo(type)),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(RECORDABLE.map((type) => [type, `#/components/schemas/${type}`])),
    },
  },
  Steps: {
    title: 'One handling step, or several that belong together',
    anyOf: [s.refTo('Step'), { ...s.listOf(s.refTo('Step')), minItems: 1, maxItems: 50 }],
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
