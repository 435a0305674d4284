import { createHash } from 'node:crypto';
import { recorded, type Instant, type UnitId } from '@rt/domain';
import { openInspection, plan, review, saidAtTheDraw, type Inspection } from './inspection.fixture';
import { fileOfTheYear, idsOf } from './review-year.fixture';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('a draw that nobody can aim', () => {
  let house: Inspection;
  beforeEach(async () => {
    house = await openInspection();
  });
  afterEach(() => house.db.close());

  const stored = async () => (await house.store.readStream(`review-${review}`)).map(({ data }) => data);

  it('is bound to a value that stands nowhere in the plan, and that the draw shows', async () => {
    await house.plans();
    const [planned] = (await stored()) as { commitment: string; seed: null }[];
    expect(planned).toMatchObject({ commitment: expect.stringMatching(/^[0-9a-f]{64}$/), seed: null });
    await house.approves();
    const { data } = await house.draws();
    expect(data.value).toMatch(/^[0-9a-f]{64}$/);
    expect(sha256(data.value!)).toBe(planned!.commitment);
    expect(JSON.stringify(planned)).not.toContain(data.value);
    expect(data).toMatchObject({ ...saidAtTheDraw, seed: null, algorithm: 'sha256-order-2' });
  });

  it('has another value for every review, and no sealed one is left after the draw', async () => {
    const sealed = await house.ports.drawValues.seal('another');
    await house.plansAndApproves();
    const { data } = await house.draws();
    expect(data.value).not.toBe(sealed);
    expect(await house.ports.drawValues.open(review)).toBeUndefined();
    expect(await house.ports.drawValues.open('another')).toBe(sealed);
  });

  it('keeps the value of an id whose plan failed, so that trying again changes nothing', async () => {
    await expect(house.plans({ strata: [] })).rejects.toMatchObject({ code: 'PLAN_INVALID' });
    const append = house.store.append.bind(house.store);
    house.store.append = () => Promise.reject(new Error('the disk is gone'));
    await expect(house.plans()).rejects.toThrow('the disk is gone');
    const sealed = await house.ports.drawValues.open(review);
    house.store.append = append;
    await house.plans({ title: 'En annan rubrik' });
    expect(await house.ports.drawValues.open(review)).toBe(sealed);
  });

  it('refuses a plan that would draw nothing, and its id can still be used', async () => {
    const nobody = { ...plan.population, measures: ['ledsagning-2' as never] };
    await expect(house.plans({ population: nobody })).rejects.toMatchObject({ code: 'DRAWS_NOTHING' });
    expect(await stored()).toEqual([]);
    await house.plansAndApproves();
    expect((await house.draws()).data.cases).toHaveLength(7);
  });

  it('is not drawn before another person has approved it', async () => {
    await house.plans();
    await expect(house.draws()).rejects.toMatchObject({ code: 'NOT_APPROVED' });
    const planner = { userId: 'inspektor-1', unitId: 'inspektionen', origin: 'user' } as const;
    await expect(house.approves(null, planner)).rejects.toMatchObject({ code: 'OWN_PLAN' });
    const approved = await house.approves();
    expect(await house.approves()).toEqual(approved);
    await house.draws();
  });

  it('takes its second value from another user than the one who planned and draws', async () => {
    await house.plansAndApproves();
    for (const spokenBy of ['inspektor-1', 'nobody-1'])
      await expect(
        house.draws(undefined, { spoken: '4 6 1', spokenBy: spokenBy as never }),
      ).rejects.toMatchObject({
        code: 'SECOND_PERSON',
        field: 'spokenBy',
      });
    await expect(house.draws(undefined, { ...saidAtTheDraw, spoken: '  ' })).rejects.toMatchObject({
      code: 'SECOND_PERSON',
      field: 'spoken',
    });
    expect(await stored()).toHaveLength(2);
  });

  it('says in words that the sealed value is gone', async () => {
    await house.plansAndApproves();
    await house.ports.drawValues.forget(review);
    await expect(house.draws()).rejects.toMatchObject({ code: 'VALUE_LOST' });
    // A value made anew is not the one that the plan is bound to.
    await house.ports.drawValues.seal(review);
    await expect(house.draws()).rejects.toMatchObject({ code: 'VALUE_LOST' });
    expect(await stored()).toHaveLength(2);
  });

  it('is found out where the stored value is not the one of the plan', async () => {
    await house.plansAndApproves();
    await house.draws();
    expect((await house.redraws()).same).toBe(true);
    const read = house.store.readStream.bind(house.store);
    house.store.readStream = async (stream, range) =>
      (await read(stream, range)).map((event) =>
        event.type === 'ReviewPlanned'
          ? { ...event, data: { ...(event.data as object), commitment: sha256('another') } }
          : event,
      );
    expect((await house.redraws()).same).toBe(false);
  });
});

describe('what a review opens', () => {
  let house: Inspection;
  beforeEach(async () => {
    house = await openInspection();
  });
  afterEach(() => house.db.close());

  const approvals = [{ ...plan.population, outcomes: ['approval' as const] }];

  it('is told before the draw: small groups, decisions outside every group, and the files reviewed whole', async () => {
    await house.plans({ strata: plan.strata.filter(({ unitId }) => unitId === 'farsta') });
    const outlook = await house.outlook();
    expect(outlook).toMatchObject({ frameSize: 7, wouldDraw: 4, outside: 3, filesReviewedWhole: 3 });
    expect(outlook.confirmNumber).toBe(false);
    expect(outlook.strata.map(({ available, small }) => [available, small])).toEqual([
      [3, true],
      [0, true],
      [0, true],
      [1, true],
    ]);
  });

  it('is confirmed with its number where approvals are reviewed whole', async () => {
    await house.plans({ reviewedWhole: approvals });
    expect(await house.outlook()).toMatchObject({ confirmNumber: true, filesReviewedWhole: 5 });
    for (const wrong of [null, 4, 595])
      await expect(house.approves(wrong)).rejects.toMatchObject({ code: 'CONFIRM_NUMBER' });
    await house.approves(5);
    await house.keep(fileOfTheYear(9, { unit: 'farsta', sex: 'female', act: 'sol' }).events);
    await expect(house.draws()).rejects.toMatchObject({ code: 'REACH_GREW' });
    await house.approves(6);
    expect((await house.draws()).data.reviewedWhole).toHaveLength(6);
  });

  it('lists the decisions that no group takes, as where the number of the statute is mistyped', async () => {
    const { fileId, events } = fileOfTheYear(9, { unit: 'farsta', sex: 'female', act: 'lss' });
    await house.keep(
      events.map((event) =>
        event.type === 'DecisionMade'
          ? { ...event, data: { ...event.data, law: { statute: '1993:378', section: '9 § 3' } } }
          : event,
      ),
    );
    await house.plansAndApproves({
      strata: plan.strata.filter(({ unitId }) => unitId !== ('ostermalm' as UnitId)),
    });
    const { data } = await house.draws();
    const { caseId, decisionId } = idsOf(9);
    expect(data.outside).toHaveLength(4);
    expect(data.outside).toContainEqual({ fileId, caseId, decisionId });
    expect((await house.redraws()).same).toBe(true);
  });
});

describe('the numbers of a review', () => {
  it('say for each rule how many of the drawn cases have the gap, at the draw and now', async () => {
    const house = await openInspection();
    await expect(house.gaps()).rejects.toMatchObject({ code: 'NOT_DRAWN' });
    await house.plansAndApproves();
    await house.draws();
    const rule = 'decision-without-current-investigation';
    const { fileId, caseId, investigationId } = idsOf(6);
    await house.keep([
      recorded(
        'EntryRetracted',
        '2022-09-02',
        {
          eventId: (await house.store.readStream(`personalFile-${idsOf(1).fileId}`)).find(
            ({ type }) => type === 'InvestigationCompleted',
          )!.id as never,
        },
        { stream: `personalFile-${idsOf(1).fileId}`, recordedAt: '2022-09-02T08:00:00.000Z' as Instant },
      ),
    ]);
    await house.keep([
      recorded(
        'InvestigationCompleted',
        '2021-04-01',
        { investigationId },
        { stream: `personalFile-${fileId}`, caseId, recordedAt: '2022-09-02T08:00:00.000Z' as Instant },
      ),
    ]);
    const { rows, knownAt } = await house.gaps();
    expect(knownAt).toBe('2022-09-01T08:00:00.000Z');
    const found = rows.filter((row) => row.rule === rule);
    expect(found.find(({ stratum }) => stratum === null)).toMatchObject({
      ...{ rule, stratum: null, cases: 1, of: 7 },
      now: { cases: 1, of: 7 },
    });
    expect(found.find(({ stratum }) => stratum === 'ostermalm/female/lss')).toMatchObject({
      ...{ cases: 1, of: 2 },
      now: { cases: 0, of: 2 },
    });
    expect(found.find(({ stratum }) => stratum === 'farsta/female/sol')).toMatchObject({
      ...{ cases: 0, of: 3 },
      now: { cases: 1, of: 3 },
    });
    await house.db.close();
  });
});
