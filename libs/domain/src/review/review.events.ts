/** What can happen in the stream `review-<reviewId>`. */
import { ACTS, OUTCOMES, SEXES } from '../codes';
import {
  code,
  codeList,
  codes,
  codeWords,
  day,
  designation,
  directoryId,
  directoryIds,
  event,
  flag,
  instant,
  optional,
  part,
  parts,
  plainId,
  shortText,
  vocabulary,
  whole,
  type EventIn,
  type EventsIn,
  type Payload,
} from '../declare';
import type { CaseId, DecisionId, FileId, ReviewId } from '../ids';

const population = {
  measures: codeWords('Insatser', 'Measures'),
  outcomes: codes(OUTCOMES, 'Utfall', 'Outcomes'),
  decidedFrom: day('Beslutade från och med', 'Decided from'),
  decidedTo: day('Beslutade till och med', 'Decided through'),
  unitIds: directoryIds('unit', 'Enheter', 'Units', {
    help: [
      'Enheten som hade akten på beslutets dag',
      'The unit that had the file on the day of the decision',
    ],
  }),
  ageMin: optional(
    whole(0, 150, 'Lägsta ålder', 'Lowest age', {
      help: ['Hela år på beslutets dag', 'Whole years on the day of the decision'],
    }),
  ),
};
/** Which decisions a review is about. Days are the decisions' own, both ends included. */
export type Population = Payload<typeof population>;

/** What is drawn. */
export const SAMPLING_UNITS = codeList({
  everyDecision: ['Varje beslut', 'Every decision'],
  latestPerPerson: ['Varje persons senaste beslut', 'Each person’s latest decision'],
});
export type SamplingUnit = (typeof SAMPLING_UNITS)[number];

const stratum = {
  unitId: directoryId('unit', 'Enhet', 'Unit'),
  sex: code(SEXES, 'Kön', 'Sex'),
  act: code(ACTS, 'Lag', 'Act'),
};
/** One cell of the draw. */
export type Stratum = Payload<typeof stratum>;

const casesMax = 10_000;
const wantedStratum = { ...stratum, wanted: whole(0, casesMax, 'Antal som önskas', 'Number wanted') };

/** A stratum's name in `SampleDrawn`. */
export const stratumKey = ({ unitId, sex, act }: Stratum): string => `${unitId}/${sex}/${act}`;

const reviewedCase = {
  fileId: plainId<FileId>('Akt', 'File'),
  caseId: plainId<CaseId>('Ärende', 'Case'),
  decisionId: plainId<DecisionId>('Beslut', 'Decision'),
};
/** A decision that the review reaches, with the file and the case it stands in. */
export type ReviewedCase = Payload<typeof reviewedCase>;

const framed = (sv: string, en: string) => whole(0, Number.MAX_SAFE_INTEGER, sv, en);
const drawnStratum = {
  ...wantedStratum,
  available: framed('Antal som fanns', 'Number available'),
  drawn: framed('Antal dragna', 'Number drawn'),
  takeAll: flag('Alla togs', 'All taken', {
    help: ['Färre fanns än som önskades', 'Fewer were there than wanted'],
  }),
};
/** How a stratum came out. */
export type DrawnStratum = Payload<typeof drawnStratum>;

const reviewId = () => designation<ReviewId>('Beteckning', 'Designation');
const seed = () => shortText('Frö', 'Seed');

export const reviewVocabulary = vocabulary({
  title: { sv: 'Granskning', en: 'Review' },
  events: {
    // The seed is fixed before anybody has seen the frame.
    ReviewPlanned: event({
      title: { sv: 'Granskning planerad', en: 'Review planned' },
      fields: {
        reviewId: reviewId(),
        title: shortText('Rubrik', 'Title'),
        population: part(population, 'Population', 'Population of decisions'),
        samplingUnit: code(SAMPLING_UNITS, 'Vad som dras', 'What is drawn'),
        strata: parts(wantedStratum, 'Strata', 'Strata of the draw'),
        reviewedWhole: parts(population, 'Granskas i sin helhet', 'Reviewed whole', {
          help: [
            'Vid sidan av urvalet: alla avslag under året, till exempel',
            'Beside the sample: all rejections of the year, say',
          ],
        }),
        seed: seed(),
        measuringDay: day('Mätdag', 'Measuring day'),
      },
    }),
    // Anyone who holds the frame and the seed draws the same sample.
    SampleDrawn: event({
      title: { sv: 'Urval draget', en: 'Sample drawn' },
      fields: {
        reviewId: reviewId(),
        seed: seed(),
        algorithm: shortText('Dragningssätt', 'Way of drawing', {
          help: ['Namn och version', 'Name and version'],
        }),
        frame: part(
          {
            size: framed('Antal', 'Size'),
            hash: shortText('SHA-256', 'SHA-256 in hex'),
            knownAt: instant('Känd till och med', 'Known until'),
          },
          'Urvalsram',
          'Sampling frame',
        ),
        strata: parts(drawnStratum, 'Strata', 'Strata of the draw'),
        cases: parts({ ...reviewedCase, stratum: shortText('Stratum', 'Its stratum') }, 'Urval', 'Sample'),
        reviewedWhole: parts(reviewedCase, 'Granskas i sin helhet', 'Reviewed whole'),
      },
    }),
    // The sample closes to the inspectors; what was measured can be measured again.
    ReviewClosed: event({
      title: { sv: 'Granskning avslutad', en: 'Review closed' },
      fields: { reviewId: reviewId() },
    }),
  },
});

export type ReviewEvent = EventsIn<typeof reviewVocabulary>;
export type ReviewPlanned = EventIn<typeof reviewVocabulary, 'ReviewPlanned'>;
export type ReviewClosed = EventIn<typeof reviewVocabulary, 'ReviewClosed'>;
export type SampleDrawn = EventIn<typeof reviewVocabulary, 'SampleDrawn'>;

export const REVIEW_EVENT_TYPES = Object.keys(reviewVocabulary.events) as readonly ReviewEvent['type'][];
