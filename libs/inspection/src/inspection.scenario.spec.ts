import { createHash, randomUUID } from 'node:crypto';
import {
  recorded,
  stratumKey,
  type DecisionMade,
  type Instant,
  type Recorded,
  type UnitId,
} from '@rt/domain';
import { ConcurrencyConflict } from '@rt/event-store';
import { canonicalFrame } from './index';
import { openInspection, plan, review, saidAtTheDraw, type Inspection } from './inspection.fixture';
import { fileOfTheYear, idsOf } from './review-year.fixture';
import { eraseStream } from '@rt/event-store/store.fixture';

describe('a review', () => {
  let house: Inspection;
  beforeEach(async () => {
    house = await openInspection();
  });
  afterEach(async () => {
    await house.db.close();
  });

  it('is planned once: the same plan gets the same answer, another one is refused', async () => {
    const first = await house.plans();
    expect(await house.plans()).toEqual(first);
    await expect(house.plans({ title: 'another' })).rejects.toMatchObject({ code: 'ALREADY_PLANNED' });
    expect(await house.store.readStream(`review-${review}`)).toHaveLength(1);
  });

  it('is not planned in a way that cannot be carried out', async () => {
    const [stratum] = plan.strata;
    const impossible: readonly [Partial<typeof plan>, string][] = [
      [{ reviewId: 'Ledsagning 2021' as never }, 'reviewId'],
      [{ assignment: { ...plan.assignment, reference: ' ' } }, 'assignment.reference'],
      [{ strata: plan.strata.map((each) => ({ ...each, wanted: 0 })) }, 'strata'],
      [{ strata: [] }, 'strata'],
      [{ measuringDay: '2021-12-30' as never }, 'measuringDay'],
      [{ strata: [stratum!, stratum!] }, 'strata[1]'],
      [{ strata: [{ ...stratum!, wanted: 0.5 }] }, 'strata[0].wanted'],
      [{ strata: [{ ...stratum!, unitId: 'norrmalm' as UnitId }] }, 'strata[0].unitId'],
      [{ population: { ...plan.population, measures: [] } }, 'population.measures'],
      [
        { reviewedWhole: [{ ...plan.population, decidedTo: '2020-12-31' as never }] },
        'reviewedWhole[0].decidedTo',
      ],
    ];
    for (const [over, field] of impossible)
      await expect(house.plans(over)).rejects.toMatchObject({ code: 'PLAN_INVALID', field });
  });

  it('is drawn from the frame of the house: the latest approvals, stratum by stratum', async () => {
    await house.plansAndApproves();
    const { data } = await house.draws();
    expect(data.frame).toMatchObject({ size: 7, knownAt: '2022-09-01T08:00:00.000Z' });
    expect(data.cases).toHaveLength(7);
    expect(data.reviewedWhole.map(({ decisionId }) => decisionId)).toEqual(
      [3, 5, 7].map((n) => idsOf(n).decisionId),
    );
    const farsta = data.strata.find((stratum) => stratumKey(stratum) === 'farsta/female/sol');
    expect(farsta).toMatchObject({ wanted: 5, available: 3, drawn: 3, takeAll: true });
  });

  it('wants a plan before the draw', async () => {
    await expect(house.draws()).rejects.toMatchObject({ code: 'NOT_PLANNED' });
    await expect(house.redraws()).rejects.toMatchObject({ code: 'NOT_DRAWN' });
  });

  it('is drawn once: the same command gets the same answer, and so does a later one', async () => {
    await house.plansAndApproves();
    const commandId = randomUUID();
    const drawn = await house.draws(commandId);
    await house.keep(fileOfTheYear(9, { unit: 'farsta', sex: 'female', act: 'sol' }).events);
    expect(await house.draws(commandId)).toEqual(drawn);
    expect(await house.draws(randomUUID(), { ...saidAtTheDraw, spoken: '6 6 6' })).toEqual(drawn);
    expect(await house.store.readStream(`review-${review}`)).toHaveLength(3);
  });

  it('is closed by the planner alone while nobody has approved it, and then nothing can be drawn', async () => {
    await expect(house.closes()).rejects.toMatchObject({ code: 'NOT_PLANNED' });
    await house.plans();
    const closed = await house.closes();
    expect(closed).toMatchObject({ type: 'ReviewClosed', revision: 1, data: { reviewId: review } });
    expect(await house.closes()).toEqual(closed);
    await expect(house.draws()).rejects.toMatchObject({ code: 'REVIEW_CLOSED', field: 'reviewId' });
    await expect(house.approves()).rejects.toMatchObject({ code: 'REVIEW_CLOSED' });
  });

  it('takes two to close once it is approved: one proposes, another closes', async () => {
    await house.plansAndApproves();
    await expect(house.closes('approver')).rejects.toMatchObject({ code: 'NOT_PROPOSED' });
    const proposed = await house.closes('inspector');
    expect(proposed.type).toBe('ReviewClosureProposed');
    expect(await house.closes('inspector')).toEqual(proposed);
    const both = { userId: proposed.recordedBy, unitId: 'inspektionen', origin: 'user' } as const;
    await expect(house.closes('approver', both)).rejects.toMatchObject({ code: 'OWN_PLAN' });
    await house.draws();
    expect((await house.closes('approver')).type).toBe('ReviewClosed');
  });

  it('keeps its sample when it is closed', async () => {
    await house.plansAndApproves();
    const drawn = await house.draws();
    await house.closes('inspector');
    await house.closes('approver');
    expect(await house.draws()).toEqual(drawn);
    expect((await house.indicators()).size).toBeGreaterThan(10);
  });

  it('refuses a command id that was used for something else', async () => {
    const commandId = randomUUID();
    await house.plans({}, commandId);
    await expect(house.draws(commandId)).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
    await expect(house.plans({ title: 'another' }, commandId)).rejects.toMatchObject({
      code: 'COMMAND_REUSED',
    });
  });

  describe('when another process writes in it at the same time', () => {
    /** Lets another process append just before each of our first `times` appends. */
    const raced = (times: number): { readonly attempts: () => number } => {
      const append = house.store.append.bind(house.store);
      let attempts = 0;
      house.store.append = (stream, expected, events) =>
        ++attempts > times
          ? append(stream, expected, events)
          : Promise.reject(new ConcurrencyConflict(stream, expected, 9));
      return { attempts: () => attempts };
    };

    it('is decided on again', async () => {
      await house.plansAndApproves();
      const { attempts } = raced(2);
      expect(await house.draws()).toMatchObject({ type: 'SampleDrawn', revision: 2 });
      expect(attempts()).toBe(3);
    });

    it('says so after the third lost race, and nothing is stored', async () => {
      await house.plansAndApproves();
      raced(3);
      await expect(house.draws()).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await house.store.readStream(`review-${review}`)).toHaveLength(2);
    });

    it('takes one of two plans that bear the same command id', async () => {
      const commandId = randomUUID();
      const outcomes = await Promise.allSettled([
        house.plans({}, commandId),
        house.plans({ title: 'another' }, commandId),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'COMMAND_REUSED' },
      });
    });
  });

  it('can be drawn again, from the frame as it was known', async () => {
    await house.plansAndApproves({ strata: plan.strata.map((stratum) => ({ ...stratum, wanted: 2 })) });
    const { data } = await house.draws();
    house.setClock('2023-01-10T08:00:00.000Z');
    const late = fileOfTheYear(9, { unit: 'farsta', sex: 'female', act: 'sol' }).events;
    await house.keep(late.map((event) => ({ ...event, recordedAt: '2023-01-09T08:00:00.000Z' as Instant })));
    const { frame, same } = await house.redraws();
    expect(same).toBe(true);
    expect(createHash('sha256').update(canonicalFrame(frame)).digest('hex')).toBe(data.frame.hash);
    expect(frame).toHaveLength(7);
  });

  it.each([
    ['out of', 'ledsagning', 'boendestod', 7],
    ['into', 'boendestod', 'ledsagning', 8],
  ] as const)(
    'draws again the same where a decision was corrected %s the population on its own day',
    async (_, made, corrected, size) => {
      const { events } = fileOfTheYear(9, { unit: 'farsta', sex: 'female', act: 'sol' });
      const asMade = events.find(({ type }) => type === 'DecisionMade') as Recorded<DecisionMade>;
      const { stream, caseId, unitId, occurredOn, data } = asMade;
      const changed = { ...data, measure: corrected };
      await house.keep([
        ...events.map((event) =>
          event === asMade ? { ...asMade, data: { ...data, measure: made } } : event,
        ),
        recorded('DecisionCorrected', occurredOn, changed, { stream, caseId, unitId }),
      ]);
      await house.plansAndApproves();
      expect((await house.draws()).data.frame.size).toBe(size);
      expect((await house.redraws()).same).toBe(true);
    },
  );

  it('knows the reviewed cases by what was drawn, and measures them', async () => {
    await house.plansAndApproves();
    expect((await house.indicators()).get('L01')?.note).toContain(
      'not computable, because no sample is drawn',
    );
    await house.draws();
    const rows = await house.indicators();
    expect(rows.get('L01')).toMatchObject({ numerator: 7, published: { num: 118 }, agrees: false });
    expect(rows.get('L12')).toMatchObject({ numerator: 1, denominator: 3 });
    expect(rows.get('L19')).toMatchObject({ numerator: 8 });
    expect(rows.get('L24')).toMatchObject({ numerator: 3 });
    await house.keep(fileOfTheYear(9, { unit: 'farsta', sex: 'female', act: 'sol' }).events);
    const later = await house.indicators();
    expect(later.get('L01')).toMatchObject({ numerator: 7, now: { numerator: 7 } });
    expect(later.get('L19')).toMatchObject({ now: { numerator: 9 } });
  });

  it('tells what was known apart: an investigation recorded today, dated before the decision', async () => {
    await house.plansAndApproves();
    await house.draws();
    const before = '2022-09-01T08:00:00.000Z';
    expect((await house.indicators()).get('L10')).toMatchObject({ numerator: 6, denominator: 7 });
    const { fileId, caseId, investigationId } = idsOf(6);
    const recordedAt = '2022-09-02T08:00:00.000Z' as Instant;
    const envelope = { stream: `personalFile-${fileId}`, caseId, recordedAt };
    await house.keep([recorded('InvestigationCompleted', '2021-04-12', { investigationId }, envelope)]);
    expect((await house.indicators()).get('L10')).toMatchObject({
      ...{ numerator: 6, denominator: 7 },
      now: { status: 'computed', numerator: 7, denominator: 7, percent: 100 },
    });
    expect((await house.indicators(before)).get('L10')).toMatchObject({ numerator: 6, denominator: 7 });
  });

  it('counts for an earlier knowledge what has been retracted since', async () => {
    await house.plansAndApproves();
    await house.draws();
    const { fileId } = idsOf(1);
    const stream = `personalFile-${fileId}`;
    const decision = (await house.store.readStream(stream)).find(({ type }) => type === 'DecisionMade')!;
    await house.keep([
      recorded(
        'EntryRetracted',
        '2022-09-02',
        { eventId: decision.id as never },
        { stream, recordedAt: '2022-09-02T08:00:00.000Z' as Instant },
      ),
    ]);
    const atTheDraw = await house.indicators();
    expect(atTheDraw.get('L19')).toMatchObject({ numerator: 8, now: { numerator: 7 } });
    expect(atTheDraw.get('L01')).toMatchObject({ numerator: 7, now: { numerator: 6 } });
    const later = await house.indicators('2022-09-03T12:00:00.000Z');
    expect(later.get('L19')).toMatchObject({ numerator: 7 });
    expect(later.get('L01')?.note).toContain('left out: 1');
  });

  it('measures what is left where a reviewed file has been erased', async () => {
    await house.plansAndApproves();
    await house.draws();
    const stream = `personalFile-${idsOf(6).fileId}`;
    const last = (await house.store.readStream(stream)).at(-1)!.revision;
    await eraseStream(house.store, stream, last);
    const rows = await house.indicators();
    expect(rows.get('L12')).toMatchObject({ numerator: 0, denominator: 2 });
    expect(rows.get('L12')?.note).toContain('left out: 1');
  });
});
