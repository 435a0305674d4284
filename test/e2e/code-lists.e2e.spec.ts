import {
  SPECS,
  STEPS,
  reviewVocabulary,
  rulesetVocabulary,
  erasureVocabulary,
  unitVocabulary,
  type field,
} from '@rt/domain';
import { CASE_STATES } from '@rt/read-models';
import { RULE_KINDS, SEVERITIES, LISTED_STATUSES } from '@rt/rules';
import { openCity, type City } from './city.fixture';

/** Every list of codes that a declared field takes its codes from. */
const listsOf = (holds: field.Holds): readonly field.CodeList[] => {
  switch (holds.is) {
    case 'code':
      return [holds.list];
    case 'list':
      return listsOf(holds.of);
    case 'part':
      return Object.values(holds.fields).flatMap((inner) => listsOf(inner.holds));
    default:
      return [];
  }
};

describe('the code lists over HTTP', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity();
  });
  afterAll(() => city.close());

  it('are all lists that a field of any event takes its codes from, in both languages', async () => {
    const { status, body } = await city.person('hl-farsta-1').reads('/code-lists');
    expect(status).toBe(200);
    const lists = body.lists as Record<string, { code: string; label: { sv: string; en: string } }[]>;
    const given = new Set(Object.values(lists).map((list) => list.map(({ code }) => code).join()));
    const declared = [
      ...Object.values(STEPS),
      reviewVocabulary,
      rulesetVocabulary,
      erasureVocabulary,
      unitVocabulary,
    ]
      .flatMap(({ events }) => Object.values(events) as { fields: field.Fields }[])
      .flatMap(({ fields }) => Object.values(fields).flatMap(({ holds }) => listsOf(holds)));
    expect(new Set(declared).size).toBeGreaterThan(25);
    expect([...new Set(declared)].map((list) => list.join()).filter((codes) => !given.has(codes))).toEqual(
      [],
    );
    for (const [name, list] of Object.entries(lists))
      for (const { code, label } of list)
        expect([name, code, label.sv, label.en]).toEqual([
          name,
          code,
          expect.any(String),
          expect.any(String),
        ]);
    expect(lists['outcomes']).toContainEqual({ code: 'approval', label: { sv: 'Bifall', en: 'Approval' } });
    expect(lists['measures']).toContainEqual(expect.objectContaining({ code: 'ledsagarservice' }));
    expect(Object.keys(SPECS).every((type) => lists['eventTypes']?.some(({ code }) => code === type))).toBe(
      true,
    );
  });

  it('name every code of the answers', async () => {
    const { lists } = (await city.person('hl-farsta-1').reads('/code-lists')).body as {
      lists: Record<string, { code: string }[]>;
    };
    const codes = (name: string) => lists[name]?.map(({ code }) => code);
    expect(codes('statuses')).toEqual(LISTED_STATUSES);
    expect(codes('severities')).toEqual(SEVERITIES);
    expect(codes('ruleKinds')).toEqual(RULE_KINDS);
    expect(codes('caseStates')).toEqual(CASE_STATES);
  });

  it('stand in the description of the API', async () => {
    const { body } = await city.person('hl-farsta-1').reads('/openapi.json');
    expect(body.paths['/api/v1/code-lists'].get.operationId).toBe('listCodeLists');
  });
});
