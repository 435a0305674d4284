import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  ACTS,
  SEXES,
  on,
  stratumKey,
  type CaseId,
  type DecisionId,
  type FileId,
  type UnitId,
} from '@rt/domain';
import { draw, type WantedStratum } from './draw';
import { canonicalFrame, type FrameUnit } from './frame';
import { seedOf } from './seed';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const UNITS = ['farsta', 'ostermalm', 'sodermalm'] as UnitId[];

const anyStratum = fc.record({
  unitId: fc.constantFrom(...UNITS),
  sex: fc.constantFrom(...SEXES),
  act: fc.constantFrom(...ACTS),
});
const anyFrame: fc.Arbitrary<FrameUnit[]> = fc.uniqueArray(
  fc.tuple(fc.uuid(), anyStratum).map(([id, stratum]) => ({
    ...stratum,
    decisionId: id as DecisionId,
    fileId: `file-${id}` as FileId,
    caseId: `case-${id}` as CaseId,
    decidedOn: on('2021-05-03'),
  })),
  { selector: (unit) => unit.decisionId, maxLength: 60 },
);
const anyPlan: fc.Arbitrary<WantedStratum[]> = fc.uniqueArray(
  fc.tuple(anyStratum, fc.nat({ max: 6 })).map(([stratum, wanted]) => ({ ...stratum, wanted })),
  { selector: stratumKey, maxLength: 12 },
);
const anySeed = fc.string({ minLength: 1, maxLength: 20 });
const drawnIds = (...args: Parameters<typeof draw>): string[] =>
  draw(...args).cases.map((drawn) => drawn.decisionId);

describe('the draw', () => {
  it('gives the same answer for the same frame, in whatever order it is handed over', () => {
    fc.assert(
      fc.property(
        anyFrame.chain((frame) =>
          fc.tuple(fc.constant(frame), fc.shuffledSubarray(frame, { minLength: frame.length })),
        ),
        anyPlan,
        anySeed,
        ([frame, shuffled], plan, seed) => {
          expect(draw(shuffled, plan, seed, sha256)).toEqual(draw(frame, plan, seed, sha256));
        },
      ),
    );
  });

  it('takes the wanted number or all, says which, and puts no case in two strata', () => {
    fc.assert(
      fc.property(anyFrame, anyPlan, anySeed, (frame, plan, seed) => {
        const { strata, cases } = draw(frame, plan, seed, sha256);
        expect(new Set(cases.map((drawn) => drawn.decisionId)).size).toBe(cases.length);
        plan.forEach((wish, index) => {
          const inStratum = frame.filter((unit) => stratumKey(unit) === stratumKey(wish));
          expect(strata[index]).toEqual({
            ...wish,
            available: inStratum.length,
            drawn: Math.min(wish.wanted, inStratum.length),
            takeAll: inStratum.length < wish.wanted,
          });
          const taken = cases.filter((drawn) => drawn.stratum === stratumKey(wish));
          expect(taken).toHaveLength(Math.min(wish.wanted, inStratum.length));
          expect(inStratum.map((unit) => unit.decisionId)).toEqual(
            expect.arrayContaining(taken.map((drawn) => drawn.decisionId)),
          );
        });
      }),
    );
  });

  it('does not change when a unit that was not drawn leaves the frame', () => {
    fc.assert(
      fc.property(anyFrame, anyPlan, anySeed, fc.nat(), (frame, plan, seed, pick) => {
        const sample = drawnIds(frame, plan, seed, sha256);
        const others = frame.filter((unit) => !sample.includes(unit.decisionId));
        fc.pre(others.length > 0);
        const gone = others[pick % others.length];
        expect(
          drawnIds(
            frame.filter((unit) => unit !== gone),
            plan,
            seed,
            sha256,
          ),
        ).toEqual(sample);
      }),
    );
  });

  it('only adds when one more is wanted', () => {
    fc.assert(
      fc.property(anyFrame, anyPlan, anySeed, (frame, plan, seed) => {
        const more = plan.map((stratum) => ({ ...stratum, wanted: stratum.wanted + 1 }));
        expect(drawnIds(frame, more, seed, sha256)).toEqual(
          expect.arrayContaining(drawnIds(frame, plan, seed, sha256)),
        );
      }),
    );
  });

  it('depends on the decision’s id alone, and on no id of a file or case that was chosen before', () => {
    fc.assert(
      fc.property(anyFrame, anyPlan, anySeed, fc.uuid(), (frame, plan, seed, other) => {
        const renamed = frame.map((unit, n) => ({
          ...unit,
          fileId: `${other}-${n}` as FileId,
          caseId: `${n}-${other}` as CaseId,
          decidedOn: on('2021-11-30'),
        }));
        expect(drawnIds(renamed, plan, seed, sha256)).toEqual(drawnIds(frame, plan, seed, sha256));
      }),
    );
  });

  it('is the draw of version 1 with a seed of two values, so version 1 is repeated as it was', () => {
    fc.assert(
      fc.property(anyFrame, anyPlan, anySeed, anySeed, (frame, plan, value, spoken) => {
        const bySpoken = drawnIds(frame, plan, seedOf(value, `  ${spoken} `), sha256);
        expect(bySpoken).toEqual(drawnIds(frame, plan, `${value}-${spoken.trim()}`, sha256));
      }),
    );
  });

  it('is moved by either value: whoever knows one of them cannot tell what is drawn', () => {
    const drawnWith = (value: string, spoken: string) =>
      drawnIds(frame, five, seedOf(value, spoken), sha256).join();
    const byValue = new Set(Array.from({ length: 50 }, (_, n) => drawnWith(`value ${n}`, '4 6 1')));
    const bySpoken = new Set(Array.from({ length: 50 }, (_, n) => drawnWith('value', `${n}`)));
    expect([byValue.size, bySpoken.size]).toEqual([50, 50]);
  });

  const frame = Array.from({ length: 40 }, (_, index): FrameUnit => ({
    decisionId: `decision-${index}` as DecisionId,
    fileId: `file-${index}` as FileId,
    caseId: `case-${index}` as CaseId,
    unitId: 'farsta' as UnitId,
    sex: 'female',
    act: 'sol',
    decidedOn: on('2021-05-03'),
  }));
  const five: WantedStratum[] = [{ unitId: 'farsta' as UnitId, sex: 'female', act: 'sol', wanted: 5 }];

  it('follows the seed', () => {
    expect(drawnIds(frame, five, 'one', sha256)).not.toEqual(drawnIds(frame, five, 'two', sha256));
  });

  it('can be repeated by hand from the description', () => {
    const byHand = frame
      .map((unit) => unit.decisionId as string)
      .sort((a, b) => (sha256(`seed|${a}`) < sha256(`seed|${b}`) ? -1 : 1))
      .slice(0, 5);
    expect(drawnIds(frame, five, 'seed', sha256)).toEqual(byHand);
    // Computed in a shell: printf 'seed|decision-…' | sha256sum, sorted, the first five.
    expect(byHand).toEqual(['decision-17', 'decision-35', 'decision-21', 'decision-24', 'decision-30']);
  });

  it('gives every unit the same chance, as near as 2,000 seeds can tell', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed += 1)
      for (const id of drawnIds(frame, five, `seed ${seed}`, sha256)) times.set(id, (times.get(id) ?? 0) + 1);
    const expected = (2000 * 5) / 40;
    const chiSquare = frame
      .map((unit) => ((times.get(unit.decisionId) ?? 0) - expected) ** 2 / expected)
      .reduce((sum, part) => sum + part, 0);
    // With 39 degrees of freedom, chance exceeds 72.1 once in a thousand. The seeds are fixed, so the result never changes.
    expect(chiSquare).toBeLessThan(72.1);
  });

  it('refuses a decision or a stratum that stands twice, and a number that is none', () => {
    expect(() => draw([frame[0]!, frame[0]!], five, 'seed', sha256)).toThrow(RangeError);
    expect(() => draw(frame, [five[0]!, { ...five[0]!, wanted: 2 }], 'seed', sha256)).toThrow(RangeError);
    expect(() => draw(frame, [{ ...five[0]!, wanted: 1.5 }], 'seed', sha256)).toThrow(RangeError);
    expect(() => draw(frame, [{ ...five[0]!, wanted: -1 }], 'seed', sha256)).toThrow(RangeError);
  });

  it('hashes the frame as sha256sum does the file of its lines', () => {
    expect(canonicalFrame(frame.slice(0, 1))).toBe(
      '["decision-0","file-0","case-0","farsta","female","sol","2021-05-03"]\n',
    );
    expect(draw(frame, five, 'seed', sha256).frame).toEqual({
      size: 40,
      hash: sha256(canonicalFrame(frame.toReversed())),
    });
  });
});
