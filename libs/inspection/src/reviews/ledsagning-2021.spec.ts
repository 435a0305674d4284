import { fileAt, recorded, type Instant } from '@rt/domain';
import type { LoadedFile } from '@rt/files';
import { gatherEvidence } from '../evidence';
import { indicatorRows, type ReviewEvidence, type IndicatorRow } from '../indicators/indicator-rows';
import { decisionsIn } from '../population';
import {
  fileOfTheYear,
  hours,
  idsOf,
  loaded,
  type FileOfTheYear,
  type RecordedFile,
} from '../review-year.fixture';
import { LEDSAGNING_2021 } from './ledsagning-2021.review';

const { plan, report } = LEDSAGNING_2021;
const populations = [plan.population, ...plan.reviewedWhole];

async function* each(files: readonly RecordedFile[]): AsyncIterable<LoadedFile> {
  yield* files.map(loaded);
}

interface Asked {
  readonly undrawn?: boolean;
  readonly knownAt?: Instant;
}

/** The rows for a year in which every approval was drawn. */
const rowsOf = async (
  files: readonly RecordedFile[],
  asked: Asked = {},
): Promise<Map<string, IndicatorRow>> => {
  const reviewed = files.flatMap(({ fileId, events }) => decisionsIn(fileId, fileAt(events)));
  const approvals = reviewed.filter(({ outcome }) => outcome !== 'rejection');
  const drawn = {
    cases: approvals.map((decision) => ({ ...decision, stratum: '' })),
    reviewedWhole: reviewed.filter(({ outcome }) => outcome !== 'approval'),
  };
  const evidence = await gatherEvidence(
    each(files),
    {
      populations,
      drawn: asked.undrawn ? undefined : drawn,
      measuringDay: plan.measuringDay,
      knownAt: asked.knownAt,
    },
    [],
  );
  return rowsById(evidence);
};

const rowsById = (evidence: ReviewEvidence): Map<string, IndicatorRow> =>
  new Map(indicatorRows(report, evidence).map((row) => [row.id, row]));

/** One file for each description. */
const year = (...said: readonly FileOfTheYear[]): readonly RecordedFile[] =>
  said.map((each, index) => fileOfTheYear(index + 1, each));

const figures = async (id: string, files: readonly RecordedFile[]): Promise<unknown> => {
  const { numerator, denominator, percent } = (await rowsOf(files)).get(id)!;
  return [numerator, denominator, percent];
};

describe('the review ledsagning 2021', () => {
  it('computes every published row from L01 to L34, each by one indicator', () => {
    const ids = report.published.map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 34 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`));
    expect(report.indicators.flatMap(({ rows }) => rows).sort()).toEqual(ids);
  });

  it('wishes for five of each sex and act in six districts', () => {
    expect(plan.strata).toHaveLength(24);
    expect(plan.strata.reduce((sum, { wanted }) => sum + wanted, 0)).toBe(120);
  });
});

describe('who was drawn', () => {
  const files = year(
    { unit: 'farsta', sex: 'female', act: 'sol' },
    { unit: 'farsta', sex: 'male', act: 'lss' },
    { unit: 'ostermalm', sex: 'male', act: 'sol' },
  );
  it.each([
    ['L01', 3],
    ['L02', 2],
    ['L03', 0],
    ['L07', 1],
  ])('%s counts %i', async (id, expected) => {
    expect(await figures(id, files)).toEqual([expected, null, null]);
  });
  it('L08 and L09: women, and decisions under SoL', async () => {
    expect(await figures('L08', files)).toEqual([1, 3, 33.33]);
    expect(await figures('L09', files)).toEqual([2, 3, 66.67]);
  });
});

describe('what the decisions rested on', () => {
  const files = year(
    { unit: 'farsta' },
    { unit: 'farsta', investigation: 'noWishes' },
    { unit: 'ostermalm', investigation: 'old' },
    { unit: 'ostermalm', investigation: 'none' },
    { unit: 'skarholmen', investigation: 'old' },
    { unit: 'sodermalm' },
  );
  it.each([
    ['L10', 3, 6, 50],
    ['L11', 3, 6, 50],
    ['L12', 2, 2, 100],
    ['L13', 0, 2, 0],
    ['L15', 1, 2, 50],
    ['L16', 2, 3, 66.67],
  ])('%s is %i of %i', async (id, numerator, denominator, percent) => {
    expect(await figures(id, files)).toEqual([numerator, denominator, percent]);
  });
  it('L16 tells the share of all the sample beside the published one', async () => {
    expect((await rowsOf(files)).get('L16')?.note).toContain('Out of all 6 in the sample: 33.33 %.');
  });
  it('L14 says that there is nothing to count among where a district has no case', async () => {
    const row = (await rowsOf(files)).get('L14')!;
    expect(row).toMatchObject({ numerator: null, denominator: null, percent: null, agrees: null });
    expect(row.note).toMatch(/^not computable, because there is nothing to count among\./);
  });
});

describe('with whom they lived on the measuring day', () => {
  const files = year(
    { lives: 'alone' },
    { lives: 'withChildren' },
    { lives: 'withAdultChild' },
    { lives: 'withBrother' },
    { lives: 'withBoth' },
  );
  it('L17: with children who were minors still', async () => {
    expect(await figures('L17', files)).toEqual([2, 5, 40]);
  });
  it('L18: with relatives and without minor children', async () => {
    expect(await figures('L18', files)).toEqual([1, 5, 20]);
  });
});

describe('the decisions of the year', () => {
  const files = year(
    { unit: 'skarholmen', outcome: 'rejection' },
    { unit: 'farsta', outcome: 'rejection' },
    { unit: 'skarholmen', outcome: 'partialRejection', act: 'sol', granted: hours(3, 'week') },
    { unit: 'farsta', outcome: 'partialRejection', act: 'sol', granted: hours(11) },
    { unit: 'farsta', outcome: 'partialRejection', act: 'lss', granted: hours(180, 'year') },
    { unit: 'farsta', outcome: 'partialRejection', act: 'lss', granted: { ...hours(2), unit: 'times' } },
    { unit: 'farsta', outcome: 'approval', granted: hours(80) },
    { unit: 'ostermalm', outcome: 'approval' },
    { unit: 'farsta', decidedOn: '2020-12-31' },
    { unit: 'norrmalm' },
  );
  it.each([
    ['L19', 8, null, null],
    ['L20', 6, 8, 75],
    ['L21', 2, 8, 25],
    ['L22', 1, 2, 50],
    ['L23', 4, 6, 66.67],
    ['L24', 6, null, null],
    ['L27', 1, 1, 100],
    ['L29', 3, 4, 75],
    ['L30', 0, 1, 0],
    ['L31', 12, null, null],
    ['L32', 15, null, null],
  ])('%s', async (id, numerator, denominator, percent) => {
    expect(await figures(id, files)).toEqual([numerator, denominator, percent]);
  });
  it('L31 and L32 say what the mean is made of', async () => {
    const rows = await rowsOf(files);
    expect(rows.get('L31')?.note).toContain('Sum of hours a month: 24, number of decisions: 2.');
    expect(rows.get('L32')?.note).toContain(
      'Sum of hours a month: 15, number of decisions: 1, decisions without hours (left out): 1.',
    );
  });
  it('L32 is not computable where no decision states hours', async () => {
    const row = (await rowsOf(year({ outcome: 'partialRejection', granted: null }))).get('L32')!;
    expect(row.note).toBe('not computable, because none of the decisions states hours.');
  });
  it('L20 counts decisions and tells the persons', async () => {
    const { fileId, events } = fileOfTheYear(1);
    const renewal = fileOfTheYear(2, { decidedOn: '2021-11-01' }).events.filter(
      ({ type }) => type === 'DecisionMade',
    );
    const rows = await rowsOf([{ fileId, events: [...events, ...renewal] }]);
    expect(rows.get('L20')).toMatchObject({ numerator: 2, denominator: 2 });
    expect(rows.get('L20')?.note).toBe('Number of decisions: 2, number of persons: 1.');
  });
});

describe('what the providers were asked, and what they planned', () => {
  it('L33: of the orders, those whose task says more than the name of the measure', async () => {
    const files = year({}, { order: 'vague' }, { order: 'none' }, { order: 'calledOff' }, { order: 'vague' });
    expect(await figures('L33', files)).toEqual([1, 3, 33.33]);
  });
  it('L33: goes by what the order said last, whether the case is closed or not', async () => {
    const { fileId, events } = fileOfTheYear(1, { order: 'vague' });
    const envelope = { stream: events[0]!.stream, caseId: idsOf(1).caseId };
    const closed = recorded('CaseClosed', '2021-10-01', { caseId: idsOf(1).caseId }, envelope);
    const revised = recorded(
      'OrderRevised',
      '2021-09-01',
      { orderId: idsOf(1).orderId, measure: 'ledsagarservice', task: 'Ledsaga till körövningen.', goals: [] },
      envelope,
    );
    expect(await figures('L33', [{ fileId, events: [...events, closed] }])).toEqual([0, 1, 0]);
    expect(await figures('L33', [{ fileId, events: [...events, revised] }])).toEqual([1, 1, 100]);
    expect(await figures('L33', [{ fileId, events: [...events, revised, closed] }])).toEqual([1, 1, 100]);
  });
  it('L34: no order, no plan in time, or a plan that the order has outgrown', async () => {
    const files = year(
      {},
      { order: 'none' },
      { order: 'calledOff' },
      { plan: 'none' },
      { plan: 'stale' },
      { plan: 'none', decidedOn: '2021-12-20' },
    );
    expect(await figures('L34', files)).toEqual([4, 6, 66.67]);
  });
});

describe('what cannot be computed', () => {
  it('the sample says so while none is drawn, and the year is counted all the same', async () => {
    const rows = await rowsOf(year({ outcome: 'rejection' }, {}), { undrawn: true });
    for (const id of ['L01', 'L10', 'L18', 'L24', 'L33', 'L34'])
      expect(rows.get(id)).toMatchObject({
        numerator: null,
        denominator: null,
        agrees: null,
        note: expect.stringMatching(/^not computable, because no sample is drawn\./),
      });
    expect(rows.get('L19')).toMatchObject({ numerator: 2 });
  });

  it('a drawn decision that was not known then is left out, and the note says how many', async () => {
    const rows = await rowsOf(year({ decidedOn: '2021-03-01' }, { decidedOn: '2021-10-01' }), {
      knownAt: '2021-06-01T00:00:00.000Z' as Instant,
    });
    expect(rows.get('L10')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(rows.get('L10')?.note).toContain('not in the files at that moment, left out: 1.');
  });
});
