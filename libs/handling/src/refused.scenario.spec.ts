import { randomUUID } from 'node:crypto';
import type { FileId } from '@rt/domain';
import { openTown, type Town, type Worker } from './town.fixture';
import { eraseStream } from '@rt/event-store/store.fixture';

const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'a' } };

describe('what is refused, and what is said', () => {
  let town: Town;
  let anna: Worker;
  let file: FileId;
  beforeAll(async () => {
    town = await openTown();
    anna = town.worker('anna');
    file = await anna.opensFile();
  });
  afterAll(() => town.close());

  it('a day that has not come', async () => {
    await expect(anna.records(file, { ...note, occurredOn: '2026-03-03' })).rejects.toMatchObject({
      name: 'Refused',
      code: 'IN_THE_FUTURE',
      errors: [
        {
          field: 'occurredOn',
          code: 'IN_THE_FUTURE',
          sv: 'Dag: får inte ligga efter dagens datum; här står det som har hänt.',
          en: 'Day: may not be after today; this is a record of what has happened.',
        },
      ],
    });
  });

  describe('a reminder for a user who does not work at the board', () => {
    const reminderFor = (userId: string) => ({
      type: 'ReminderSet',
      occurredOn: '2026-03-02',
      data: { on: '2026-03-16', text: 'a', userId },
    });
    const refusal = (field: string) => ({
      code: 'NOT_OF_THE_BOARD',
      errors: [
        {
          field,
          code: 'NOT_OF_THE_BOARD',
          sv: expect.stringMatching(/^För vem: det finns ingen sådan användare i aktens nämnd/),
          en: expect.stringMatching(/^For whom: there is no such user at the board of the file/),
        },
      ],
    });

    it.each(['foreign-bo', 'unknown-bo'])('%s', async (userId) => {
      await expect(anna.records(file, reminderFor(userId))).rejects.toMatchObject(refusal('data.userId'));
    });

    it('by way of a correction', async () => {
      const { events } = await anna.records(file, reminderFor('bo'));
      const eventId = events[0]?.eventId;
      const { data } = reminderFor('foreign-bo');
      const corrected = { type: 'EntryCorrected', occurredOn: '2026-03-02' };
      await expect(
        anna.records(file, { ...corrected, data: { eventId, reason: 'a', data } }),
      ).rejects.toMatchObject(refusal('data.data.userId'));
    });
  });

  it('a reference to nothing, in the second of two steps: neither is stored', async () => {
    const before = await town.store.readStream(`personalFile-${file}`);
    const missing = { ...note, type: 'ConsentWithdrawn', data: { consentId: randomUUID() } };
    await expect(anna.records(file, [note, missing])).rejects.toMatchObject({
      code: 'UNKNOWN_ID',
      errors: [
        {
          field: '[1].data.consentId',
          sv: expect.stringMatching(/^Medgivande: det finns inget sådant i akten/),
          en: expect.stringMatching(/^Consent: there is no such thing in the file/),
        },
      ],
    });
    expect(await town.store.readStream(`personalFile-${file}`)).toEqual(before);
  });

  it('a reference to what an earlier step of the same request brought is no such thing', async () => {
    const partyId = randomUUID();
    const party = { partyId, kind: 'relative', name: 'Bo Exempelsson', relation: 'sibling', helps: true };
    const answer = await anna.records(file, [
      { ...note, type: 'PartyRecorded', data: party },
      { ...note, type: 'RelativeSupportInformed', data: { partyId } },
    ]);
    expect(answer.events.map(({ ids }) => ids)).toEqual([{ partyId }, {}]);
    await expect(anna.records(file, { ...note, type: 'PartyRecorded', data: party })).rejects.toMatchObject({
      code: 'ID_TAKEN',
      errors: [{ field: 'data.partyId' }],
    });
  });

  it('a judgement on a rule that does not exist, also in a correction, and about what is not in the file', async () => {
    const partyId = randomUUID();
    const party = { partyId, kind: 'relative', name: 'Bo Exempelsson', relation: 'sibling', helps: true };
    const judged = (ruleId: string, subject: string) => ({
      ...note,
      type: 'JudgementRecorded',
      data: { ruleId, subject, judgement: 'met', reason: 'Samma mål' },
    });
    await anna.records(file, { ...note, type: 'PartyRecorded', data: party });
    await expect(anna.records(file, judged('plan-duly', partyId))).rejects.toMatchObject({
      code: 'UNKNOWN_RULE',
      errors: [{ field: 'data.ruleId' }],
    });
    await expect(anna.records(file, judged('plan-due', randomUUID()))).rejects.toMatchObject({
      code: 'UNKNOWN_ID',
      errors: [{ field: 'data.subject' }],
    });
    const { events } = await anna.records(file, judged('plan-due-15-days', partyId));
    const { data } = judged('plan-duly', partyId);
    await expect(
      anna.records(file, {
        ...note,
        type: 'EntryCorrected',
        data: { eventId: events[0]?.eventId, reason: 'Fel regel', data },
      }),
    ).rejects.toMatchObject({ code: 'UNKNOWN_RULE', errors: [{ field: 'data.data.ruleId' }] });
  });

  it('a file that has not been opened, also by a step that would open it', async () => {
    const nowhere = randomUUID();
    const opening = { ...note, type: 'PersonalFileOpened', data: { boardId: 'norr', person: null } };
    await expect(anna.records(nowhere, note)).rejects.toMatchObject({
      code: 'FILE_NOT_OPEN',
      errors: [{ field: 'fileId' }],
    });
    await expect(anna.records(nowhere, opening)).rejects.toMatchObject({
      errors: [{ field: 'data.person', code: 'object' }],
    });
    await expect(anna.records('../x', note)).rejects.toMatchObject({
      errors: [{ field: 'fileId', code: 'id' }],
    });
  });

  it('who is not allowed to, of a step and of opening', async () => {
    town.forbid(({ actor, permission }) => actor.userId === 'vera' && permission !== 'plan.receive');
    const vera = town.worker('vera');
    await expect(vera.records(file, note)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      errors: [{ field: 'type' }],
    });
    await expect(vera.opensFile()).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    town.forbid(() => false);
  });

  it('an authority is asked with the file as it is known, before and after the ids of the step are filled in', async () => {
    const asked: unknown[] = [];
    town.forbid(({ file: known, permission, fileId, command }) => {
      asked.push([permission, fileId, known?.opened?.data.boardId, command?.type]);
      return false;
    });
    await anna.records(file, note);
    expect(asked).toEqual([
      ['file.record', file, 'norr', undefined],
      ['file.record', file, 'norr', 'NoteWritten'],
    ]);
    town.forbid(() => false);
  });

  it('each step of several is asked for by itself, and one that is not allowed takes all with it', async () => {
    const { length } = await town.store.readStream(`personalFile-${file}`);
    const asked: unknown[] = [];
    town.forbid(({ command }) => {
      if (command) asked.push(command.data);
      return command?.type === 'ViolenceQuestionsAsked';
    });
    const steps = [note, { type: 'ViolenceQuestionsAsked', occurredOn: note.occurredOn, data: {} }];
    await expect(anna.records(file, steps)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
      errors: [{ field: '[1].type' }],
    });
    expect(asked).toEqual([note.data, {}]);
    expect(await town.store.readStream(`personalFile-${file}`)).toHaveLength(length);
    town.forbid(() => false);
  });

  it('more than one append can hold', async () => {
    const long = { ...note, data: { text: 'å'.repeat(20_000) } };
    await expect(anna.records(file, Array(50).fill(long))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('a key that is none', async () => {
    await expect(town.handling.record(anna.actor, file, 'two words', note)).rejects.toMatchObject({
      errors: [{ field: 'idempotencyKey', code: 'idempotencyKey' }],
    });
  });

  it('an erased file', async () => {
    const erased = await anna.opensFile();
    await eraseStream(town.store, `personalFile-${erased}`, 0);
    await expect(anna.records(erased, note)).rejects.toMatchObject({ code: 'FILE_ERASED' });
  });
});

describe('what the municipality adopts', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());

  it('holds for the next step, and is adopted once', async () => {
    const anna = town.worker('anna');
    const file = await anna.opensFile();
    const opens = { ...note, type: 'CaseOpened', data: { caseNumber: '1', measure: 'hundpromenad' } };
    await expect(anna.records(file, opens)).rejects.toMatchObject({ code: 'UNKNOWN_CODE' });
    const measures = [
      {
        code: 'hundpromenad',
        title: { sv: 'Hundpromenad', en: 'Dog walking' },
        statutes: ['2025:400'],
        needsOrder: true,
        expenseAllowance: false,
      },
    ];
    const adopted = {
      type: 'MeasuresAdopted',
      occurredOn: '2026-03-02',
      data: { from: '2026-03-02', measures },
    };
    const first = await town.handling.adopt(anna.actor, 'k', adopted);
    await expect(town.handling.adopt(anna.actor, 'k', adopted)).resolves.toEqual(first);
    await anna.records(file, opens);
    expect(await town.store.readStream('ruleset-exempelstad')).toHaveLength(1);
  });

  it.each([
    ['a unit without its id', { scope: 'unit' }, 'SCOPE_INCOMPLETE', /^Nämnd eller enhet: ange/],
    [
      'a municipality with one',
      { scope: 'municipality', scopeId: 'norr' },
      'SCOPE_INCOMPLETE',
      /^Nämnd eller enhet: ange/,
    ],
    ['a scope that is none', { scope: 'world' }, 'INVALID_INPUT', /^Gäller för: ska vara/],
  ])('not %s', async (_, scope, code, sv) => {
    const setting = {
      type: 'RuleParametersAdopted',
      occurredOn: '2026-03-02',
      data: { ruleId: 'plan-due', from: '2026-04-01', parameters: { planDaysMax: 20 }, ...scope },
    };
    await expect(town.handling.adopt(town.worker('anna').actor, 'k2', setting)).rejects.toMatchObject({
      code,
      errors: [{ sv: expect.stringMatching(sv) }],
    });
  });

  it.each([
    ['a rule that does not exist', 'RuleSuspended', 'plan-duly', 'UNKNOWN_RULE', /^Regel: det finns ingen/],
    [
      'a number of one that does not exist',
      'RuleParametersAdopted',
      'plan-duly',
      'UNKNOWN_RULE',
      /^Regel: det finns ingen/,
    ],
    [
      'a pause of a rule that rests on law',
      'RuleSuspended',
      'decision-without-current-investigation',
      'RULE_RESTS_ON_LAW',
      /^Regel: regeln vilar på lag/,
    ],
  ])('not %s', async (_, type, ruleId, code, sv) => {
    const said = type === 'RuleSuspended' ? { reason: 'Översyn' } : { parameters: { planDaysMax: 20 } };
    const setting = {
      type,
      occurredOn: '2026-03-02',
      data: { scope: 'municipality', ruleId, from: '2026-04-01', ...said },
    };
    const adopting = town.handling.adopt(town.worker('anna').actor, 'k4', [setting]);
    await expect(adopting).rejects.toMatchObject({
      code,
      errors: [{ field: 'data.ruleId', sv: expect.stringMatching(sv) }],
    });
  });

  it('a pause of a rule that does not rest on law, by any id it has had, and the number of one that does', async () => {
    const { actor } = town.worker('anna');
    const place = { scope: 'municipality', from: '2026-04-01' };
    const number = { investigationMonthsMax: 6 };
    const settings = [
      { type: 'RuleSuspended', data: { ...place, ruleId: 'plan-due-15-days', reason: 'Översyn' } },
      {
        type: 'RuleParametersAdopted',
        data: { ...place, ruleId: 'decision-without-current-investigation', parameters: number },
      },
      { type: 'RuleResumed', data: { ...place, ruleId: 'decision-without-current-investigation' } },
    ].map((setting) => ({ ...setting, occurredOn: '2026-03-02' }));
    const { events } = await town.handling.adopt(actor, 'k5', settings);
    expect(events.map(({ type }) => type)).toEqual(settings.map(({ type }) => type));
  });

  it('by a user without the permission, or ahead of the day', async () => {
    const setting = {
      type: 'RuleSuspended',
      occurredOn: '2026-03-03',
      data: { scope: 'municipality', ruleId: 'plan-due', from: '2026-04-01', reason: 'Ny rutin' },
    };
    const { actor } = town.worker('anna');
    await expect(town.handling.adopt(actor, 'k3', setting)).rejects.toMatchObject({
      code: 'IN_THE_FUTURE',
      errors: [{ sv: expect.stringMatching(/^Beslutad: får inte/) }],
    });
    town.forbid(({ permission }) => permission === 'ruleset.adopt');
    await expect(town.handling.adopt(actor, 'k3', setting)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
