import { EVENT_TYPES, type FormLine } from '@rt/domain';
import { openCity, type City, type CityUser } from './city.fixture';

interface StepSchema {
  readonly properties: { readonly data: { readonly properties: Readonly<Record<string, object>> } };
  readonly 'x-form': readonly FormLine[];
}

/** What a page asks before it shows a form. Every answer is checked against the description of the API, too. */
describe('the form of a step over HTTP', () => {
  let city: City;
  let anna: CityUser;

  beforeAll(async () => {
    city = await openCity();
    anna = city.person('hl-farsta-1');
  });
  afterAll(() => city.close());

  const schemaOf = async (type: string): Promise<StepSchema> => {
    const { status, body } = await anna.reads(`/schemas/${type}`);
    expect(status).toBe(200);
    return body;
  };

  it('is there for every event type, as described', async () => {
    for (const type of EVENT_TYPES) {
      const { 'x-form': form } = await schemaOf(type);
      expect(form.map(({ name }) => name)).toContain('occurredOn');
    }
  });

  it('of a sent order has its lines in order, with labels, help, codes and conditions', async () => {
    const { 'x-form': form, properties } = await schemaOf('OrderSent');
    expect(form.map(({ name }) => name)).toEqual(['occurredOn', 'occurredTime', 'caseId', 'data']);
    const lines = form.at(-1)?.lines ?? [];
    expect(lines.map(({ name }) => name)).toEqual(
      Object.keys(properties.data.properties).filter((name) => name !== 'orderId'),
    );
    const line = (name: string) => lines.find((one) => one.name === name);
    expect(line('task')).toEqual({
      name: 'task',
      kind: 'text',
      label: { sv: 'Uppdrag', en: 'Task' },
      help: {
        sv: 'Vad utföraren ska göra, mer än insatsens namn',
        en: 'What the provider is to do, not just the measure’s name',
      },
      required: false,
      max: 4_000,
    });
    expect(line('to')).toMatchObject({ kind: 'day', notBefore: 'from' });
    expect(line('decisionId')).toMatchObject({ choose: 'decision', none: true });
    expect(line('goals')).toMatchObject({ list: true, max: 100, lines: expect.any(Array) });
  });

  it('of a contact says that exactly one ground is given', async () => {
    const { 'x-form': form } = await schemaOf('ContactMade');
    expect(form.at(-1)?.lines).toContainEqual(
      expect.objectContaining({ name: 'ground', oneOf: [['consentId'], ['law', 'reason']] }),
    );
  });

  it('of an opened file is that of what opens it', async () => {
    const { 'x-form': form } = await schemaOf('PersonalFileOpened');
    expect(form.map(({ name }) => name)).toEqual(['person', 'occurredOn', 'reason']);
  });

  it('names a field as an error about it does', async () => {
    const fileId = await anna.opensFile();
    const { body } = await anna.writes(`/files/${fileId}/events`, {
      type: 'NoteWritten',
      occurredOn: '2026-03-02',
      data: { text: '' },
    });
    const { 'x-form': form } = await schemaOf('NoteWritten');
    const data = form.find(({ name }) => name === 'data');
    expect(data?.lines?.map(({ name }) => `data.${name}`)).toContain(
      (body.errors as { readonly field: string }[])[0]?.field,
    );
  });
});
