import { on, type LocalDate } from '../calendar';
import { recorded } from '../examples';
import type { Recorded } from '../event';
import { DEFAULT_LAWFUL_GROUNDS } from '../lawful-grounds';
import { DEFAULT_LIFE_AREAS, DEFAULT_MEASURES } from '../measures';
import type { LawfulGroundsAdopted, LifeAreasAdopted, MeasuresAdopted, RulesetEvent } from './ruleset.events';
import { configurationOf } from './ruleset.facts';

const envelope = recorded('NoteWritten', '2026-01-01');
const measures = (
  occurredOn: string,
  from: string,
  count: number,
  revision = 0,
): Recorded<MeasuresAdopted> => ({
  ...envelope,
  occurredOn: on(occurredOn),
  revision,
  type: 'MeasuresAdopted',
  data: { from: on(from), measures: DEFAULT_MEASURES.slice(0, count) },
});
const lifeAreas = (occurredOn: string, from: string): Recorded<LifeAreasAdopted> => ({
  ...envelope,
  occurredOn: on(occurredOn),
  type: 'LifeAreasAdopted',
  data: { from: on(from), lifeAreas: ['mobility'] },
});

const grounds = (occurredOn: string, from: string): Recorded<LawfulGroundsAdopted> => ({
  ...envelope,
  occurredOn: on(occurredOn),
  type: 'LawfulGroundsAdopted',
  data: { from: on(from), source: 'Stadsjuristen', grounds: DEFAULT_LAWFUL_GROUNDS.slice(0, 1) },
});

describe('the lists a municipality adopted', () => {
  const counts = (events: readonly Recorded<RulesetEvent>[], ...days: readonly string[]) =>
    days.map((day) => configurationOf(events).measuresOn(day as LocalDate).length);

  it('hold from the later of the day of adoption and the day they speak of; before, the defaults', () => {
    expect(counts([measures('2026-01-10', '2026-02-01', 3)], '2026-01-31', '2026-02-01')).toEqual([11, 3]);
    expect(counts([measures('2026-01-10', '2025-01-01', 3)], '2026-01-09', '2026-01-10')).toEqual([11, 3]);
    const areas = configurationOf([lifeAreas('2026-01-10', '2026-02-01')]);
    expect(areas.lifeAreasOn(on('2026-01-31'))).toEqual(DEFAULT_LIFE_AREAS);
    expect(areas.lifeAreasOn(on('2026-02-01'))).toEqual(['mobility']);
    const lawful = configurationOf([grounds('2026-01-10', '2026-02-01')]);
    expect(lawful.lawfulGroundsOn(on('2026-01-31'))).toEqual(DEFAULT_LAWFUL_GROUNDS);
    expect(lawful.lawfulGroundsOn(on('2026-02-01'))).toHaveLength(1);
  });

  it('give way to the next, in whatever order they were adopted', () => {
    const [first, second] = [
      measures('2026-01-10', '2026-02-01', 3, 0),
      measures('2026-01-11', '2026-03-01', 4, 1),
    ];
    expect(counts([first, second], '2026-02-28', '2026-03-01')).toEqual([3, 4]);
    expect(counts([second, first], '2026-02-28', '2026-03-01')).toEqual([3, 4]);
  });

  it('of one day: the one recorded last', () => {
    const [first, second] = [
      measures('2026-01-10', '2026-02-01', 3, 0),
      measures('2026-01-10', '2026-02-01', 4, 1),
    ];
    expect(counts([first, second], '2026-02-01')).toEqual([4]);
    expect(counts([second, first], '2026-02-01')).toEqual([4]);
  });
});
