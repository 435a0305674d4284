import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  configurationOf,
  currentReviewVersion,
  currentVersion,
  decide,
  decode,
  decodeErasure,
  decodeReview,
  decodeRuleset,
  decodeUnit,
  DEFAULT_CONFIGURATION,
  erasureVocabulary,
  EVENT_TYPES,
  factsOf,
  fileAt,
  on,
  reviewVocabulary,
  rulesetVocabulary,
  situationOf,
  unitVocabulary,
  type Command,
  type ReviewEvent,
} from '@rt/domain';
import { goldenSamples, samplesOf, type Sample } from './samples';
import { complaints } from './shapes';

const newestOf = (type: string): number => {
  if (type in reviewVocabulary.events) return currentReviewVersion(type as ReviewEvent['type']);
  return EVENT_TYPES.includes(type as never) ? currentVersion(type as never) : 1;
};

const story = () => samplesOf('personalFile').map(({ file: _, ...stored }) => decode(stored));

describe('every shape that was ever stored', () => {
  it('has a sample, for each version of each type', () => {
    const wanted = [
      ...EVENT_TYPES.flatMap((type) =>
        Array.from({ length: currentVersion(type) }, (_, i) => `${type}.v${i + 1}`),
      ),
      ...(Object.keys(reviewVocabulary.events) as ReviewEvent['type'][]).flatMap((type) =>
        Array.from({ length: currentReviewVersion(type) }, (_, i) => `${type}.v${i + 1}`),
      ),
      ...Object.keys({
        ...rulesetVocabulary.events,
        ...erasureVocabulary.events,
        ...unitVocabulary.events,
      }).map((type) => `${type}.v1`),
    ];
    const there = new Set(goldenSamples().map(({ type, schemaVersion }) => `${type}.v${schemaVersion}`));
    expect(wanted.filter((name) => !there.has(name))).toEqual([]);
    expect(there.size).toBe(wanted.length);
  });

  it('is in a file named after type and version', () => {
    const misplaced = goldenSamples().filter(
      ({ file, type, schemaVersion }) =>
        !new RegExp(`^${type}\\.v${schemaVersion}(\\.[a-z])?\\.json$`).test(file),
    );
    expect(misplaced.map(({ file }) => file)).toEqual([]);
  });

  it('is read unchanged, if its version is the newest', () => {
    const decoded = (sample: Sample): object => {
      const read = sample.stream.startsWith('review-')
        ? decodeReview
        : sample.stream.startsWith('ruleset-')
          ? decodeRuleset
          : sample.stream.startsWith('erasures-')
            ? decodeErasure
            : sample.stream.startsWith('unit-')
              ? decodeUnit
              : decode;
      return read(sample).data;
    };
    const newest = goldenSamples().filter(({ type, schemaVersion }) => schemaVersion === newestOf(type));
    expect(newest.map(decoded)).toEqual(newest.map(({ data }) => data));
  });

  it('fits its type once it is read, so a renamed field needs an upcaster', () => {
    const read = [
      ...story(),
      ...samplesOf('review').map((sample) => decodeReview(sample)),
      ...samplesOf('ruleset').map((sample) => decodeRuleset(sample)),
      ...samplesOf('erasures').map((sample) => decodeErasure(sample)),
      ...samplesOf('unit').map((sample) => decodeUnit(sample)),
    ];
    const [order] = read.filter(({ type }) => type === 'OrderSent');
    const { purpose: _, ...renamed } = { ...(order?.data as { purpose: string }), aim: 'Att simma' };
    expect(complaints([...read, { type: 'OrderSent', data: renamed }])).toEqual([
      expect.stringContaining(`'"aim"' does not exist in type`),
    ]);
  });
});

describe('the samples of a personal file, told as one story', () => {
  it('fold into the same facts as on the day they were stored', () => {
    const facts = JSON.parse(readFileSync(join(__dirname, 'file-facts.json'), 'utf8')) as object;
    expect(JSON.parse(JSON.stringify(factsOf(fileAt(story()))))).toEqual(facts);
  });

  it('are all accepted by the deciders, one after another', () => {
    const refused = story().flatMap(({ type, occurredOn, occurredTime, caseId, data }, i, events) => {
      const situation = situationOf(events.slice(0, i), on('2026-12-31'), DEFAULT_CONFIGURATION);
      const command = { type, occurredOn, occurredTime, caseId, data } as Command;
      const verdict = decide(command, situation);
      return verdict.accepted ? [] : [`${type}: ${verdict.refusal.code} ${verdict.refusal.field}`];
    });
    expect(refused).toEqual([]);
  });
});

it('the samples of a ruleset give the lists they adopted', () => {
  const configuration = configurationOf(samplesOf('ruleset').map((sample) => decodeRuleset(sample)));
  expect(configuration.measuresOn(on('2026-02-01')).map(({ code }) => code)).toEqual([
    'ledsagning',
    'ledsagarservice',
    'kontaktperson',
  ]);
  expect(configuration.measuresOn(on('2026-01-31'))).toHaveLength(11);
  expect(configuration.lifeAreasOn(on('2026-02-01'))).toHaveLength(4);
});
