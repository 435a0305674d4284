import { addDays, fileAt, on, recorded, type Population } from '@rt/domain';
import { LEDSAGNING_2021 } from './reviews/ledsagning-2021.review';
import { decisionsIn, frameOf, isIn, type DecisionFacts } from './population';
import { fileOfTheYear, hours, idsOf, type FileOfTheYear, type RecordedFile } from './review-year.fixture';

const { population: approvals, reviewedWhole } = LEDSAGNING_2021.plan;
const decisionsOf = (...files: readonly RecordedFile[]): readonly DecisionFacts[] =>
  files.flatMap(({ fileId, events }) => decisionsIn(fileId, fileAt(events)));
const isIt = (said: FileOfTheYear, population: Population = approvals): boolean =>
  decisionsOf(fileOfTheYear(1, said)).some((decision) => isIn(population, decision));

describe('a population', () => {
  it('holds the approvals of the year, partial rejections among them', () => {
    expect(isIt({ outcome: 'approval' })).toBe(true);
    expect(isIt({ outcome: 'partialRejection' })).toBe(true);
    expect(isIt({ outcome: 'rejection' })).toBe(false);
    const rejections = reviewedWhole[0]!;
    expect(isIt({ outcome: 'approval' }, rejections)).toBe(false);
    expect(isIt({ outcome: 'partialRejection' }, rejections)).toBe(true);
    expect(isIt({ outcome: 'rejection' }, rejections)).toBe(true);
  });

  it('begins on the first day and ends on the last', () => {
    expect(isIt({ decidedOn: '2020-12-31' })).toBe(false);
    expect(isIt({ decidedOn: '2021-01-01' })).toBe(true);
    expect(isIt({ decidedOn: '2021-12-31' })).toBe(true);
    expect(isIt({ decidedOn: '2022-01-01' })).toBe(false);
  });

  it('takes those who are 18 on the day of the decision', () => {
    expect(isIt({ decidedOn: '2021-05-03', born: '2003-05-03' })).toBe(true);
    expect(isIt({ decidedOn: '2021-05-03', born: '2003-05-04' })).toBe(false);
  });

  it('takes the units of the review alone', () => {
    expect(isIt({ unit: 'ostermalm' })).toBe(true);
    expect(isIt({ unit: 'norrmalm' })).toBe(false);
  });

  it('goes by the unit that had the file on the day of the decision', () => {
    const moved = recorded(
      'CaseWorkerAssigned',
      '2021-04-01',
      { from: on('2021-04-01') },
      { unitId: 'norrmalm' as never },
    );
    const { fileId, events } = fileOfTheYear(1, { decidedOn: '2021-05-03' });
    expect(decisionsOf({ fileId, events: [...events, moved] })[0]?.unitId).toBe('norrmalm');
    const later = { ...moved, occurredOn: on('2021-05-04') };
    expect(decisionsOf({ fileId, events: [...events, later] })[0]?.unitId).toBe('farsta');
  });
});

describe('the sampling frame', () => {
  it('holds one decision for every person: the latest', () => {
    const { fileId, events } = fileOfTheYear(1, { decidedOn: '2021-02-01', outcome: 'partialRejection' });
    const again = fileOfTheYear(2, { decidedOn: '2021-09-01' }).events.filter(
      ({ type }) => type === 'DecisionMade',
    );
    const rejected = fileOfTheYear(3, { decidedOn: '2021-10-01', outcome: 'rejection' }).events.filter(
      ({ type }) => type === 'DecisionMade',
    );
    const decisions = decisionsOf({ fileId, events: [...events, ...again, ...rejected] });
    expect(decisions).toHaveLength(3);
    expect(frameOf(decisions, approvals, 'latestPerPerson').map(({ decisionId }) => decisionId)).toEqual([
      idsOf(2).decisionId,
    ]);
    expect(frameOf(decisions, approvals, 'everyDecision')).toHaveLength(2);
  });

  it('knows a person who has a file at two boards by the personal number, and by nothing less', () => {
    const one = { decidedOn: '2021-02-01', personalNumber: '198405172387' };
    const other = { decidedOn: '2021-03-01', unit: 'sodermalm', personalNumber: '198405172387' };
    const twoFiles = decisionsOf(fileOfTheYear(1, one), fileOfTheYear(2, other));
    expect(frameOf(twoFiles, approvals, 'latestPerPerson')).toMatchObject([
      { fileId: idsOf(2).fileId, unitId: 'sodermalm' },
    ]);
    const bornOneDay = decisionsOf(fileOfTheYear(1), fileOfTheYear(2));
    expect(frameOf(bornOneDay, approvals, 'latestPerPerson')).toHaveLength(2);
  });

  it('of two decisions on one day takes the one made later that day', () => {
    const { fileId, events } = fileOfTheYear(1);
    const second = fileOfTheYear(2).events.find(({ type }) => type === 'DecisionMade')!;
    const at = (hour: string) => ({ ...second, occurredTime: hour as never });
    const timed = events.map((event) =>
      event.type === 'DecisionMade' ? { ...event, occurredTime: '10:00' as never } : event,
    );
    const latestOf = (hour: string) =>
      frameOf(decisionsOf({ fileId, events: [...timed, at(hour)] }), approvals, 'latestPerPerson')[0]
        ?.decisionId;
    expect(latestOf('11:00')).toBe(idsOf(2).decisionId);
    expect(latestOf('09:00')).toBe(idsOf(1).decisionId);
  });

  it('leaves out a decision that no stratum could hold', () => {
    const { fileId, events } = fileOfTheYear(1);
    const foreign = events.map((event) =>
      event.type === 'DecisionMade'
        ? { ...event, data: { ...event.data, law: { statute: '2010:110', section: '1 §' } } }
        : event,
    );
    const decisions = decisionsOf({ fileId, events: foreign });
    expect(decisions[0]?.act).toBeUndefined();
    expect(frameOf(decisions, approvals, 'everyDecision')).toEqual([]);
  });

  it('says of every unit where it stands and what its stratum is made of', () => {
    const file = fileOfTheYear(7, { unit: 'skarholmen', sex: 'male', act: 'sol', granted: hours(3, 'week') });
    expect(frameOf(decisionsOf(file), approvals, 'latestPerPerson')).toEqual([
      {
        decisionId: idsOf(7).decisionId,
        fileId: idsOf(7).fileId,
        caseId: idsOf(7).caseId,
        unitId: 'skarholmen',
        sex: 'male',
        act: 'sol',
        decidedOn: addDays(on('2021-05-02'), 1),
      },
    ]);
  });
});
