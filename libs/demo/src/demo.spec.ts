import { addDays, dayOf, fileAt, on, personOn, type PersonalFile, type Thing, type UnitId } from '@rt/domain';
import { makeDemo, scriptsOf } from './demo';
import { describeDemo } from './describe-demo';
import { BROKEN_RULES } from './living/plot';
import { recordedBy } from './recorded.fixture';

const day = on('2026-03-02');

describe('the demo of a seed and a day', () => {
  const demo = makeDemo({ day });

  it('is the same for the same seed and day', () => {
    expect(makeDemo({ day })).toEqual(demo);
  });

  it('shifts the living files with the day, and does not change the reviewed year', () => {
    const later = makeDemo({ day: on('2026-03-03') });
    expect(later.year2021).toEqual(demo.year2021);
    expect(later.living.map(({ script }) => script.moments)).not.toEqual(
      demo.living.map(({ script }) => script.moments),
    );
  });

  it('differs with another seed', () => {
    expect(makeDemo({ seed: 'another', day }).year2021[0]).not.toEqual(demo.year2021[0]);
  });

  it('refuses a day whose two years would overlap the reviewed year', () => {
    expect(() => makeDemo({ day: on('2023-05-01') })).toThrow(RangeError);
  });

  it('records each file in order, and nothing on the day of the demo or later', () => {
    for (const { opening, moments } of scriptsOf(demo)) {
      const instants = [opening.recordedAt, ...moments.map(({ recordedAt }) => recordedAt)];
      expect(instants).toEqual([...instants].sort());
      expect(dayOf(instants.at(-1)!) < day).toBe(true);
    }
  });

  it('holds nothing that the domain refuses', () => {
    const scripts = [
      ...demo.living.map(({ script }) => script),
      ...demo.year2021.filter((_, at) => at % 9 === 0),
    ];
    for (const script of scripts)
      expect(recordedBy(script)).toHaveLength(1 + script.moments.flatMap(({ steps }) => steps).length);
  });

  it('does not show in its events which part of the demo a file belongs to or what to look at', () => {
    // An acknowledgement names the rule of the gap, as every one does.
    const said = JSON.stringify(
      scriptsOf(demo).map(({ opening, moments }) => [
        opening,
        moments.map(({ steps }) => steps.filter(({ type }) => type !== 'GapAcknowledged')),
      ]),
    );
    expect(said.match(/\b(year ?2021|living|demo|cohort|sampled?|drawn|broken)\b/gi)).toBeNull();
    for (const rule of BROKEN_RULES) expect(said.includes(rule)).toBe(false);
  });
});

describe('the files of the unit that the demo shows first', () => {
  const { living, absences } = makeDemo({ day });
  const files = living
    .filter(({ district }) => district.unitId === 'farsta')
    .map(({ script }) => fileAt(recordedBy(script)));
  const some = (has: (file: PersonalFile) => boolean): number => files.filter(has).length;

  it('hold what the pages show: protected persons, several cases, consents that end, reminders, acknowledgements', () => {
    expect(some((file) => personOn(file, day)?.protectedIdentity === true)).toBeGreaterThanOrEqual(2);
    for (const cases of [2, 3])
      expect(some((file) => file.things('case').length === cases)).toBeGreaterThan(0);
    const endsSoon = ({ created }: Thing<'consent'>) =>
      created.data.validTo !== undefined &&
      day <= created.data.validTo &&
      created.data.validTo <= addDays(day, 60);
    expect(some((file) => file.things('consent').some(endsSoon))).toBeGreaterThan(0);
    for (const type of [
      'ReminderSet',
      'ProviderReminded',
      'GapAcknowledged',
      'AppealReceived',
      'ExecutionInterrupted',
    ] as const)
      expect([type, some((file) => file.events(type).length > 0) > 0]).toEqual([type, true]);
  });

  it('have a case worker who is away on the day, with a stand-in', () => {
    expect(absences).toMatchObject([
      {
        unitId: 'farsta',
        input: { data: { userId: 'hl-farsta-2', substituteId: 'hl-farsta-3', from: '2026-02-26' } },
      },
    ]);
    expect(dayOf(absences[0]!.recordedAt) < day).toBe(true);
  });
});

describe('the description of the demo', () => {
  const { year2021, living, broken, lookAt } = describeDemo(makeDemo({ day }));

  it('counts its files and the files that break each rule: at least three, in at least two units', () => {
    expect(year2021.files).toBe(522);
    expect(living.files).toBeGreaterThan(100);
    expect(living.whole).toBeGreaterThan(40);
    expect(broken.map(({ rule }) => rule)).toEqual(BROKEN_RULES);
    for (const { files, units } of broken) {
      expect(files).toBeGreaterThanOrEqual(3);
      expect(units.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('points at a late plan, a brother, a sister and a consent that was recorded late', () => {
    expect(lookAt.map(({ what }) => what.en)).toEqual([
      expect.stringContaining('plan'),
      expect.stringContaining('brother'),
      expect.stringContaining('sister'),
      expect.stringContaining('consent was given before'),
    ]);
    expect(lookAt.map(({ unitId }) => unitId)).not.toContain('' as UnitId);
  });
});
