/** The events of the stream `review-<reviewId>`. */
import { ACTS, OUTCOMES, SEXES } from '../codes';
import * as f from '../declare';
import type { CaseId, DecisionId, FileId, ReviewId } from '../ids';

const population = {
  measures: f.codeWords('Insatser', 'Measures'),
  outcomes: f.codes(OUTCOMES, 'Utfall', 'Outcomes'),
  decidedFrom: f.day('Beslutade från och med', 'Decided from'),
  decidedTo: f.day('Beslutade till och med', 'Decided through'),
  unitIds: f.directoryIds('unit', 'Enheter', 'Units', {
    help: [
      'Enheten som hade akten på beslutets dag',
      'The unit that had the file on the day of the decision',
    ],
  }),
  ageMin: f.optional(
    f.whole(0, 150, 'Lägsta ålder', 'Lowest age', {
      help: ['Hela år på beslutets dag', 'Whole years on the day of the decision'],
    }),
  ),
};
/** The decisions that a review is about. The days limit the day of the decision, and the first and last day are included. */
export type Population = f.Payload<typeof population>;

/** Which decisions of a person can be drawn. */
export const SAMPLING_UNITS = f.codeList({
  everyDecision: ['Varje beslut', 'Every decision'],
  latestPerPerson: ['Varje persons senaste beslut', 'Each person’s latest decision'],
});
export type SamplingUnit = (typeof SAMPLING_UNITS)[number];

const stratum = {
  unitId: f.directoryId('unit', 'Enhet', 'Unit'),
  sex: f.code(SEXES, 'Kön', 'Sex'),
  act: f.code(ACTS, 'Lag', 'Act'),
};
/** One group of the sample, from which a number of decisions is drawn. */
export type Stratum = f.Payload<typeof stratum>;

const casesMax = 10_000;
const wantedStratum = { ...stratum, wanted: f.whole(0, casesMax, 'Antal som önskas', 'Number wanted') };

/** The name of a stratum in `SampleDrawn`. */
export const stratumKey = ({ unitId, sex, act }: Stratum): string => `${unitId}/${sex}/${act}`;

const reviewedCase = {
  fileId: f.plainId<FileId>('Akt', 'File'),
  caseId: f.plainId<CaseId>('Ärende', 'Case'),
  decisionId: f.plainId<DecisionId>('Beslut', 'Decision'),
};
const framed = (sv: string, en: string) => f.whole(0, Number.MAX_SAFE_INTEGER, sv, en);
const drawnStratum = {
  ...wantedStratum,
  available: framed('Antal som fanns', 'Number available'),
  drawn: framed('Antal dragna', 'Number drawn'),
  takeAll: f.flag('Alla togs', 'All taken', {
    help: ['Färre fanns än som önskades', 'Fewer were there than wanted'],
  }),
};
/** The result of the draw in one stratum. */
export type DrawnStratum = f.Payload<typeof drawnStratum>;

const reviewId = () => f.designation<ReviewId>('Beteckning', 'Designation');
const seed = () =>
  f.orNone(
    f.shortText('Slumpfrö', 'Random seed', {
      help: ['Bara i äldre granskningar', 'In older reviews only'],
    }),
  );

const assignment = {
  reference: f.shortText('Diarienummer', 'Reference number'),
  from: f.shortText('Uppdraget kommer från', 'Assigned by', {
    help: ['Nämnd, inspektion eller annan som har beslutat om granskningen', 'The body that decided on it'],
  }),
};
const wholeHelp = [
  'Vid sidan av urvalet: alla avslag under året, till exempel',
  'Beside the sample: all rejections of the year, say',
] as const;

/** What a person says of a review when it is planned. */
export const reviewPlanFields = {
  reviewId: reviewId(),
  title: f.shortText('Rubrik', 'Title'),
  assignment: f.part(assignment, 'Uppdrag', 'Assignment'),
  population: f.part(population, 'Beslut som granskas', 'Decisions to be reviewed'),
  samplingUnit: f.code(SAMPLING_UNITS, 'Vad som dras', 'What is drawn'),
  strata: f.parts(wantedStratum, 'Grupper i urvalet', 'Groups of the sample'),
  reviewedWhole: f.parts(population, 'Granskas i sin helhet', 'Reviewed whole', { help: wholeHelp }),
  measuringDay: f.day('Mätdag', 'Measuring day'),
};
export type ReviewPlanInput = f.Payload<typeof reviewPlanFields>;

/** What a person says when a review is approved. */
export const reviewApprovalFields = {
  filesReviewedWhole: f.orNone(
    f.whole(0, Number.MAX_SAFE_INTEGER, 'Akter som granskas i sin helhet', 'Files that are reviewed whole', {
      help: ['Behövs där bifall granskas i sin helhet', 'Needed where approvals are reviewed whole'],
    }),
  ),
};

/** What is said when a sample is drawn: the value, and the person who said it aloud. */
export const drawFields = {
  spoken: f.shortText('Värde som sagts högt', 'Value said aloud', {
    help: ['Tärningsslag eller en lottorad, sagd efter planen', 'Dice or a lottery row, said after the plan'],
  }),
  spokenBy: f.directoryId('user', 'Sagt av', 'Said by'),
};

const { assignment: assigned, ...planned } = reviewPlanFields;

export const reviewVocabulary = f.vocabulary({
  title: { sv: 'Granskning', en: 'Review' },
  events: {
    // Version 1 had a seed that the planner chose. Version 2 has the hash of a value that the system keeps sealed until the draw.
    ReviewPlanned: f.event({
      title: { sv: 'Granskning planerad', en: 'Review planned' },
      upcasters: [(data) => ({ ...data, assignment: null, commitment: null })],
      fields: {
        ...planned,
        assignment: f.orNone(assigned),
        seed: seed(),
        commitment: f.orNone(
          f.shortText('Bindning', 'Commitment', {
            help: [
              'SHA-256 av systemets förseglade värde',
              'SHA-256 of the value that the system keeps sealed',
            ],
          }),
        ),
      },
    }),
    // Another person than the planner. Without it, no sample is drawn and no file opens.
    ReviewApproved: f.event({
      title: { sv: 'Granskning godkänd', en: 'Review approved' },
      fields: { reviewId: reviewId(), ...reviewApprovalFields },
    }),
    // The same frame and seed always give the same sample, so the draw can be verified.
    SampleDrawn: f.event({
      title: { sv: 'Urval draget', en: 'Sample drawn' },
      upcasters: [(data) => ({ ...data, value: null, spoken: null, spokenBy: null, outside: null })],
      fields: {
        reviewId: reviewId(),
        seed: seed(),
        value: f.orNone(
          f.shortText('Systemets värde', 'The system’s value', {
            help: ['Det som bindningen i planen är gjord av', 'What the commitment in the plan was made of'],
          }),
        ),
        spoken: f.orNone(drawFields.spoken),
        spokenBy: f.orNone(drawFields.spokenBy),
        algorithm: f.shortText('Dragningssätt', 'Way of drawing', {
          help: ['Namn och version', 'Name and version'],
        }),
        frame: f.part(
          {
            size: framed('Antal att dra bland', 'Number to draw among'),
            hash: f.shortText('Kontrollsumma', 'Checksum', { help: ['SHA-256', 'SHA-256 in hex'] }),
            knownAt: f.instant('Känd till och med', 'Known until', {
              help: ['För det som ramen bygger på', 'Of what the frame rests on'],
            }),
          },
          'Urvalsram',
          'Sampling frame',
        ),
        strata: f.parts(drawnStratum, 'Grupper i urvalet', 'Groups of the sample'),
        cases: f.parts(
          { ...reviewedCase, stratum: f.shortText('Grupp i urvalet', 'Group of the sample') },
          'Urval',
          'Sample',
        ),
        reviewedWhole: f.parts(reviewedCase, 'Granskas i sin helhet', 'Reviewed whole'),
        outside: f.orNone(
          f.parts(reviewedCase, 'Utanför alla grupper', 'Outside every group', {
            help: ['Beslut som ingen grupp har plats för', 'Decisions that no group takes'],
          }),
        ),
      },
    }),
    // One of the two sides asks; the review is closed when the other side has asked too.
    ReviewClosureProposed: f.event({
      title: { sv: 'Avslut av granskning föreslaget', en: 'Closing of a review proposed' },
      fields: { reviewId: reviewId() },
    }),
    // The inspectors lose access to the files of the sample. The indicators can still be computed again.
    ReviewClosed: f.event({
      title: { sv: 'Granskning avslutad', en: 'Review closed' },
      fields: { reviewId: reviewId() },
    }),
  },
});

export type ReviewEvent = f.EventsIn<typeof reviewVocabulary>;
export type ReviewPlanned = f.EventIn<typeof reviewVocabulary, 'ReviewPlanned'>;
export type ReviewApproved = f.EventIn<typeof reviewVocabulary, 'ReviewApproved'>;
export type ReviewClosureProposed = f.EventIn<typeof reviewVocabulary, 'ReviewClosureProposed'>;
export type ReviewClosed = f.EventIn<typeof reviewVocabulary, 'ReviewClosed'>;
export type SampleDrawn = f.EventIn<typeof reviewVocabulary, 'SampleDrawn'>;
