import { PROVIDER_FORMS, type FileId } from '@rt/domain';
import type { Refused } from './refused';
import { openTown, type Town, type Worker } from './town.fixture';

const NO_FILE = '00000000-0000-4000-8000-000000000000';
const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde' } };
const noteWith = (text: unknown) => ({ ...note, data: { text } });
const orderIn = (goals: readonly object[]) => ({
  type: 'OrderSent',
  occurredOn: '2026-03-02',
  data: { goals },
});

describe('the label of the field, in what is said of it', () => {
  let town: Town;
  let anna: Worker;
  let fileId: FileId;
  beforeAll(async () => {
    town = await openTown();
    anna = town.worker('anna');
    fileId = await anna.opensFile();
    await anna.records(fileId, note, 'used');
  });
  afterAll(() => town.close());

  /** The only error of a refused request: its field, its Swedish label and its English label. */
  const saidOf = async (refused: Promise<unknown>): Promise<readonly string[]> => {
    const { errors } = await refused.then(
      () => Promise.reject(new Error('it was accepted')),
      (error: Refused) => error,
    );
    return errors.flatMap(({ field, sv, en }) => [field, sv.split(':')[0] ?? '', en.split(':')[0] ?? '']);
  };

  it('names the choices as they stand beside the field, and keeps the codes for programs', async () => {
    const data = { form: 'nobody', goals: [{ byThePerson: 'maybe', level: 'x' }] };
    const { errors } = await anna.records(fileId, { ...orderIn([]), data }).then(
      () => Promise.reject(new Error('it was accepted')),
      (error: Refused) => error,
    );
    const of = (field: string) => errors.find((error) => error.field === field);
    const { labels } = PROVIDER_FORMS;
    expect(of('data.form')).toMatchObject({
      sv: `Regiform: ska vara ett av valen ${PROVIDER_FORMS.map((code) => labels[code].sv).join(', ')}.`,
      en: `Form of provision: should be one of the choices ${PROVIDER_FORMS.map((code) => labels[code].en).join(', ')}.`,
      allowed: [...PROVIDER_FORMS],
    });
    expect(of('data.goals[0].byThePerson')).toMatchObject({
      sv: expect.stringMatching(/: ska vara Ja eller Nej\.$/),
      en: expect.stringMatching(/: should be Yes or No\.$/),
      allowed: ['true', 'false'],
    });
    const said = errors.flatMap(({ sv, en }) => [sv, en]).join(' ');
    for (const code of [...PROVIDER_FORMS, 'UUID'])
      expect([code, said.includes(`${code},`)]).toEqual([code, false]);
  });

  it.each<readonly [string, (of: Worker, file: FileId) => Promise<unknown>, readonly string[]]>([
    [
      'a day ahead',
      (of, file) => of.records(file, { ...note, occurredOn: '2026-03-03' }),
      ['occurredOn', 'Dag', 'Day'],
    ],
    [
      'an unknown case',
      (of, file) => of.records(file, { ...note, caseId: NO_FILE }),
      ['caseId', 'Ärende', 'Case'],
    ],
    [
      'a time that is none, of the second step',
      (of, file) => of.records(file, [note, { ...note, occurredTime: '25:00' }]),
      ['[1].occurredTime', 'Klockslag', 'Time of day'],
    ],
    ['a file that is not open', (of) => of.records(NO_FILE, note), ['fileId', 'Personakt', 'Personal file']],
    ['an id of no file', (of) => of.records('x', note), ['fileId', 'Personakt', 'Personal file']],
    [
      'a key that was used',
      (of, file) => of.records(file, noteWith('Annat'), 'used'),
      ['idempotencyKey', 'Idempotensnyckel', 'Idempotency key'],
    ],
    [
      'an older revision',
      (of, file) => town.handling.record(of.actor, file, 'older', note, { ifMatch: 0 }),
      ['ifMatch', 'Läst revision', 'Revision read'],
    ],
    [
      'a control character',
      (of, file) => of.records(file, noteWith('\u0000')),
      ['data.text', 'Anteckning', 'Note'],
    ],
    [
      'a control character in a list, of the second step',
      (of, file) => of.records(file, [note, orderIn([{ text: '\u0000' }])]),
      ['[1].data.goals[0].text', 'Mål och delmål 1, Mål', 'Goals and sub-goals 1, Goal'],
    ],
    [
      'a value that JSON cannot hold',
      (of, file) =>
        of.records(
          file,
          noteWith(() => 1),
        ),
      ['data.text', 'Anteckning', 'Note'],
    ],
    [
      'a control character in a name',
      (of) => of.opensFile('\u0000'),
      ['person.name', 'Den enskilde, Namn', 'The person, Name'],
    ],
    [
      'a control character in a setting',
      (of) =>
        town.handling.adopt(of.actor, 'adopts', {
          type: 'RuleSuspended',
          occurredOn: '2026-03-02',
          data: { ruleId: 'plan-due', scope: 'municipality', from: '2026-03-02', reason: '\u0000' },
        }),
      ['data.reason', 'Skäl', 'Reason'],
    ],
  ])('%s', async (_, request, expected) => {
    expect(await saidOf(request(anna, fileId))).toEqual(expected);
  });

  it('is left out where a type is unknown, so that no field is', async () => {
    const unknown = { type: 'Unheard', occurredOn: '2026-03-02', data: { text: '\u0000' } };
    const [field, sv] = await saidOf(anna.records(fileId, unknown));
    expect([field, sv]).toEqual(['data.text', expect.stringMatching(/^Texten innehåller styrtecken/)]);
  });
});
