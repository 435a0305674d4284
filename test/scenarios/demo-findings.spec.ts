import { addDays, DEFAULT_CONFIGURATION, effectiveEvents, foldFile, on } from '@rt/domain';
import { makeDemo } from '@rt/demo';
import { DEFAULT_RULESET, findingsOf, RULES, statusOn, type Finding } from '@rt/rules';
import { recordedBy } from '../../libs/demo/src/recorded.fixture';

const BROKEN = ['overdue', 'violation', 'explained', 'fulfilledLate'];

/** A day after ordinary weeks, a day half a year after Christmas, and the first workday after the Christmas holidays. */
const DAYS = ['2026-03-02', '2026-06-23', '2027-01-04'].map(on);

describe.each(DAYS)('the living files of the demo of %s', (day) => {
  const files = makeDemo({ day }).living.map(({ script, breaks, district }) => {
    const file = foldFile(effectiveEvents(recordedBy(script)));
    const found = findingsOf(file, DEFAULT_RULESET, DEFAULT_CONFIGURATION);
    return { breaks, found, file, unitId: district.unitId };
  });
  const isBroken = (finding: Finding) => BROKEN.includes(statusOn(finding, day));

  it('break the rules that the demo says they break, and no others', () => {
    for (const { breaks, found } of files)
      expect([...new Set(found.filter(isBroken).map(({ rule }) => rule))].sort()).toEqual([...breaks].sort());
  });

  it('acknowledge gaps that are found', () => {
    const acknowledged = files.flatMap(({ file, found }) =>
      file
        .events('GapAcknowledged')
        .map(({ data }) => found.find(({ id }) => id === data.obligationId)?.acknowledgedOn),
    );
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged).not.toContain(undefined);
  });

  it.each(RULES.map(({ id }) => id))('break %s at least three times, in at least two units', (rule) => {
    const broken = files.filter(({ found }) =>
      found.some((finding) => finding.rule === rule && isBroken(finding)),
    );
    expect(broken.length).toBeGreaterThanOrEqual(3);
    expect(new Set(broken.map(({ unitId }) => unitId)).size).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['today', 0, 0],
    ['tomorrow', 1, 1],
    ['next week', 7, 13],
  ])('have something due %s', (_, first, last) => {
    const due = files
      .flatMap(({ found }) => found)
      .filter((finding) => statusOn(finding, day) === 'pending')
      .filter(({ dueOn }) => addDays(day, first) <= dueOn && dueOn <= addDays(day, last));
    expect(due.length).toBeGreaterThanOrEqual(3);
  });
});
