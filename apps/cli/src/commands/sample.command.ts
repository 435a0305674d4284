import type { SampleDrawn } from '@rt/domain';
import {
  canonicalFrame,
  isReviewId,
  ReadOutlook,
  ReadReview,
  RedrawSample,
  type ReviewOutlook,
  type ReviewState,
} from '@rt/inspection';
import type { Directory } from '@rt/identity';
import { working } from '../house';
import { unitName } from '../unit-names';
import { EXIT, WrongUsage } from '../exit';
import type { Output } from '../output';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

/**
 * The command line plans, approves and draws nothing: that takes at least two people, and at the command line there is one.
 */
export const sampleCommand: Registration = (program, run) =>
  void program
    .command('sample')
    .description('the sample of a review as it was drawn; not drawn yet: what a draw would take now')
    .argument('<review>', 'the review, e.g. ledsagning-2021')
    .option('--verify', 'make the frame and the draw again and compare; ends with 1 where they differ')
    .option('--frame', 'print the sampling frame, made again, one decision a line; sha256sum gives its hash')
    .action(run(sample));

const sample: Work<{ readonly verify?: true; readonly frame?: true }> = (context, options, [given]) =>
  working(context, 'read', async ({ queries, logAccess, directory }) => {
    const { output } = context;
    const reviewId = given as string;
    const { planned, drawn }: ReviewState = isReviewId(reviewId)
      ? await queries.execute(new ReadReview(reviewId))
      : {};
    if (planned === undefined) throw new WrongUsage(NO_REVIEW);
    const what = options.frame ? 'frame' : options.verify ? 'redraw' : 'sample';
    await logAccess({ purpose: 'supervision', action: 'list', scope: `${what} review=${reviewId}` });
    if (drawn === undefined) {
      const outlook = await queries.execute(new ReadOutlook(reviewId));
      if (output.json) output.document({ review: reviewId, drawnAt: null, outlook });
      else printOutlook(output, directory, outlook);
      return EXIT.well;
    }
    const progress = (files: number) =>
      output.progress({ sv: 'Lästa personakter', en: 'Personal files read' }, files);
    const again =
      options.verify || options.frame
        ? await queries.execute(new RedrawSample(reviewId, progress))
        : undefined;
    if (output.json)
      output.document({
        review: reviewId,
        drawnAt: drawn.recordedAt,
        commitment: planned.data.commitment,
        ...drawn.data,
        ...(again && { same: again.same }),
        ...(options.frame && { units: again?.frame }),
      });
    else if (options.frame && again) output.line(canonicalFrame(again.frame).trimEnd());
    else printSample(output, directory, drawn.data, again?.same);
    return again?.same === false ? EXIT.found : EXIT.well;
  });

const NO_REVIEW = {
  sv: 'Granskningen finns inte; den planeras över HTTP.',
  en: 'There is no such review; it is planned over HTTP.',
};

const GROUP = [
  { sv: 'Enhet', en: 'Unit' },
  { sv: 'Kön', en: 'Sex' },
  { sv: 'Lag', en: 'Act' },
  { sv: 'Önskat', en: 'Wanted' },
  { sv: 'Fanns', en: 'Available' },
];

const groupCells = (
  output: Output,
  directory: Directory,
  { unitId, sex, act, wanted, available }: ReviewOutlook['strata'][number],
) => [
  unitName(directory, unitId),
  output.say(sex === 'female' ? { sv: 'kvinna', en: 'female' } : { sv: 'man', en: 'male' }),
  act === 'sol' ? 'SoL' : 'LSS',
  wanted,
  available,
];

const printOutlook = (
  output: Output,
  directory: Directory,
  { strata, frameSize, wouldDraw, ...rest }: ReviewOutlook,
): void => {
  output.table(
    [...GROUP, { sv: '', en: '' }],
    strata.map((stratum) => [
      ...groupCells(output, directory, stratum),
      stratum.small ? output.say({ sv: 'färre än fem', en: 'fewer than five' }) : '',
    ]),
  );
  output.line();
  output.line(
    output.say({
      sv: `Inte draget ännu. En dragning nu skulle ta ${wouldDraw} av ${frameSize} beslut; ${rest.outside} beslut står utanför alla grupper, och ${rest.filesReviewedWhole} akter skulle granskas i sin helhet.`,
      en: `Not drawn yet. A draw now would take ${wouldDraw} of ${frameSize} decisions; ${rest.outside} decisions are outside every group, and ${rest.filesReviewedWhole} files would be reviewed whole.`,
    }),
  );
};

const printSample = (
  output: Output,
  directory: Directory,
  data: SampleDrawn['data'],
  same: boolean | undefined,
): void => {
  output.table(
    [...GROUP, { sv: 'Draget', en: 'Drawn' }, { sv: '', en: '' }],
    data.strata.map((stratum) => [
      ...groupCells(output, directory, { ...stratum, small: false }),
      stratum.drawn,
      stratum.takeAll
        ? output.say({ sv: 'färre än önskat: alla tagna', en: 'fewer than wanted: all taken' })
        : '',
    ]),
  );
  output.line();
  const [sv, en] =
    data.value === null
      ? [`fröet «${data.seed}»`, `the seed "${data.seed}"`]
      : [
          `systemets värde «${data.value}» och det som ${data.spokenBy} sade, «${data.spoken}»`,
          `the system's value "${data.value}" and what ${data.spokenBy} said, "${data.spoken}"`,
        ];
  output.line(
    output.say({
      sv: `${counted(data.cases.length, 'case').sv} ${data.cases.length === 1 ? 'draget' : 'dragna'} av ${data.frame.size} med ${sv} (${data.algorithm}); därutöver ${data.reviewedWhole.length} avslag och delavslag. Ramens kontrollsumma: ${data.frame.hash}`,
      en: `${data.cases.length} cases drawn of ${data.frame.size} with ${en} (${data.algorithm}); beside them ${data.reviewedWhole.length} rejections and partial rejections. Hash of the frame: ${data.frame.hash}`,
    }),
  );
  if (data.outside !== null && data.outside.length > 0)
    output.line(
      output.say({
        sv: `Beslut som ingen grupp har plats för: ${data.outside.map(({ decisionId }) => decisionId).join(', ')}`,
        en: `Decisions that no group takes: ${data.outside.map(({ decisionId }) => decisionId).join(', ')}`,
      }),
    );
  if (same !== undefined)
    output.line(
      output.say(
        same
          ? {
              sv: 'Draget på nytt: samma ram, samma urval.',
              en: 'Drawn again: the same frame, the same sample.',
            }
          : {
              sv: 'Draget på nytt: INTE samma ram eller urval.',
              en: 'Drawn again: NOT the same frame or sample.',
            },
      ),
    );
};
