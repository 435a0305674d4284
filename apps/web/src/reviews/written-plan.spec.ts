import { planFromForm } from './written-plan';

const written = {
  reviewId: 'ledsagning-2026',
  title: 'Ledsagning',
  reference: 'SOF 2026/1',
  from: 'Socialnämnden',
  measures: ['ledsagning'],
  outcomes: ['approval'],
  decidedFrom: '2026-01-01',
  decidedTo: '2026-06-30',
  unitIds: ['farsta', 'sodermalm'],
  samplingUnit: 'latestPerPerson' as const,
  sexes: ['female', 'male'],
  acts: ['lss'],
  wanted: '5',
  measuringDay: '2026-06-30',
  wholeOutcomes: [] as readonly string[],
};

describe('a plan that was written in the form', () => {
  it('has a group for each unit, sex and act', () => {
    expect(planFromForm(written).strata).toEqual([
      { unitId: 'farsta', sex: 'female', act: 'lss', wanted: 5 },
      { unitId: 'farsta', sex: 'male', act: 'lss', wanted: 5 },
      { unitId: 'sodermalm', sex: 'female', act: 'lss', wanted: 5 },
      { unitId: 'sodermalm', sex: 'male', act: 'lss', wanted: 5 },
    ]);
  });

  it('reviews whole the same population with other outcomes, and nothing where none is chosen', () => {
    expect(planFromForm(written).reviewedWhole).toEqual([]);
    expect(planFromForm({ ...written, wholeOutcomes: ['rejection'] }).reviewedWhole).toEqual([
      { ...planFromForm(written).population, outcomes: ['rejection'] },
    ]);
  });
});
