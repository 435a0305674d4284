import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  exampleId,
  recorded,
  EVENT_TYPES,
  type Person,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { append, appendReview, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';

const marker = 'Klartext';

/** Marks every text that a person wrote. Codes, ids and days are not marked: they may be stored in the clear. */
const marked = (value: unknown, field: string): unknown => {
  if (Array.isArray(value)) return value.map((one) => marked(one, field));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, name)]));
  return typeof value === 'string' && WRITTEN.has(field) ? `${marker} ${value}` : value;
};

/** The fields that hold texts written by a person, and names. */
const WRITTEN = new Set(
  (
    'name organisation text claim note reason ground purpose reservations about interests resources wishes childImpact relativesPerspective ' +
    'alternativesTried assessment exemption reasons decisiveFacts reductionAnalysis activities task measuredBy what when how responsible cooperation ' +
    'followUpWhen followUpHow wishesCaughtOtherwise remedy leads services measuresByOthers personsView presentSituation furtherNeeds activitiesDone ' +
    'obstacles action caseNumber'
  ).split(' '),
);

/** Event types in which a field with one of these names holds a code or a reference. */
const CODED = new Set([
  'ContactMade',
  'ContactGroundRecorded',
  'DecisionChanged',
  'DecisionServed',
  'CaseClosed',
  'ViolenceQuestionsNotSuitable',
  'FollowUpDocumented',
]);

/** A text in another encoding, without its last characters, which depend on the bytes that follow. */
const inPart = (text: string, as: BufferEncoding): string =>
  Buffer.from(text.slice(0, text.length - (text.length % 3))).toString(as);

/** The columns that hold a number in some row, as the engine sees it, whatever their declarations say. */
const numbersIn = (file: string): string[] => {
  const database = new DatabaseSync(file);
  const all = (sql: string) => database.prepare(sql).all() as { name: string }[];
  const found = all("select name from sqlite_master where type = 'table'").flatMap(({ name: table }) =>
    all(`select name from pragma_table_info('${table}')`).flatMap(({ name }) =>
      all(
        `select 1 from "${table}" where typeof("${name}") in ('integer', 'real', 'blob') or "${name}" glob '[0-9]*' and length("${name}") < 10 limit 1`,
      ).map(() => `${table}.${name}`),
    ),
  );
  database.close();
  return found;
};

describe('the read database', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('holds no text that a person wrote, and no name', async () => {
    const others = EVENT_TYPES.filter((type) => !type.startsWith('Entry')).filter(
      (type) => !ordinaryThread.some((event) => event.type === type),
    );
    const events = [...ordinaryThread, ...others.map((type) => recorded(type, '2026-04-01'))].map((event) =>
      CODED.has(event.type)
        ? event
        : ({ ...event, data: marked(event.data, '') } as Recorded<PersonalFileEvent>),
    );
    await append(bed.store, fileId(1), events);
    await append(bed.store, fileId(1), [
      recorded('ContactMade', '2026-01-20', {
        contactId: exampleId('contact', 9),
        purpose: marker,
        text: marker,
      }),
    ]);
    const person: Person = {
      name: `${marker} Exempelsson`,
      identity: { kind: 'personalNumber', value: '198405179808' },
      sex: 'female',
      protectedIdentity: false,
    };
    await append(bed.store, fileId(1), [recorded('PersonDetailsChanged', '2026-04-02', { person })]);
    await appendReview(bed.store, 'spring', 'ReviewPlanned');
    await appendReview(bed.store, 'spring', 'SampleDrawn', [fileId(1)]);
    await catchUp(bed);
    const { count } = await bed.db.reader
      .selectFrom('findings')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBeGreaterThan(0);
    const files = readdirSync(bed.folder).filter((name) => name.startsWith('read-models.sqlite'));
    expect(files).toContain('read-models.sqlite');
    const written = files.map((name) => readFileSync(join(bed.folder, name)).toString('utf8')).join('');
    expect(written).toContain(exampleId('order'));
    expect(written).not.toContain(marker);
    expect(written).not.toContain('Exempel');
    // The full form, short forms, and the same bytes in other encodings.
    for (const known of ['198405179808', '8405179808', '1984-05', person.name, person.name.toLowerCase()])
      for (const form of [
        known,
        ...['base64', 'base64url', 'hex'].map((as) => inPart(known, as as BufferEncoding)),
      ])
        expect(written).not.toContain(form);
    const [sealed] = await bed.db.reader.selectFrom('filePersons').selectAll().execute();
    const seal = await bed.store.textSeal(`personalFile-${fileId(1)}`);
    expect(seal?.open('name', sealed?.name as string)).toContain(marker);
    expect(written).not.toContain('simhall');
    // What the findings rest on says much about a person, though it is only codes and numbers.
    const [facts] = await bed.db.reader.selectFrom('findingFacts').selectAll().execute();
    const opened = seal?.open('findingFacts', facts?.facts as string);
    for (const fact of ['approvedOn', 'sentOn', 'isFirst']) {
      expect(opened).toContain(fact);
      expect(written).not.toContain(fact);
    }
    // No number stands alone, however small: an amount, an age, a year, a yes or no.
    expect(numbersIn(bed.file).sort()).toEqual([
      'file_holders.ordinal',
      'findings.rule_version',
      'model_states.position',
      'model_states.version',
    ]);
    // The title and the seed of the review.
    expect(written).toContain('spring');
    expect(written).not.toMatch(/Stickprov|hemligt/);
  });
});
