import { DrawSample, ReviewPlan, RedrawSample, reviewDefinition, REVIEWS } from '@rt/inspection';
import { v5 as uuidV5 } from 'uuid';
import { working } from '../house';
import { EXIT, WrongUsage } from '../exit';
import { counted } from '../counted';
import type { Work } from '../run';
import type { Registration } from './registration';

export const sampleCommand: Registration = (program, run) =>
  void program
    .command('sample')
    .description('plan a review and draw its sample; drawn already: the sample as it is stored')
    .argument('<review>', `the review: ${REVIEWS.map(({ plan }) => plan.reviewId).join(', ')}`)
    .option('--verify', 'make the frame and the draw again and compare; ends with 1 where they differ')
    .action(run(sample));

/**
 * The namespace of the command ids for reviews. An id is computed from the operator, the review and the command, so that a repeated command is
 * recognised.
 */
const COMMAND_NAMESPACE = '6f1c3d1e-0d64-5a53-9f1b-2f6f7e4c9a10';

const sample: Work<{ readonly verify?: true }> = (context, options, [given]) =>
  working(context, 'write', async ({ commands, queries, logAccess }) => {
    const { output, settings } = context;
    const definition = reviewDefinition(given as string);
    if (definition === undefined)
      throw new WrongUsage(
        `There is no review «${given}»; there is ${REVIEWS.map(({ plan }) => plan.reviewId).join(', ')}.`,
      );
    const { plan } = definition;
    const { reviewId } = plan;
    const actor = {
      userId: settings.operator,
      unitId: 'funktionshinderinspektorerna',
      origin: 'operator',
    } as const;
    const commandId = (what: string) => uuidV5(`${settings.operator}/${reviewId}/${what}`, COMMAND_NAMESPACE);
    const progress = (files: number) =>
      output.progress({ sv: 'Lästa personakter', en: 'Personal files read' }, files);
    await logAccess({
      purpose: 'supervision',
      action: 'list',
      scope: `${options.verify ? 'redraw' : 'draw'} review=${reviewId}`,
    });
    await commands.execute(new ReviewPlan(plan, actor, commandId('plan')));
    const { data, recordedAt } = await commands.execute(
      new DrawSample(reviewId, actor, commandId('draw'), progress),
    );
    const same = options.verify
      ? (await queries.execute(new RedrawSample(reviewId, progress))).same
      : undefined;
    if (output.json)
      output.document({
        review: reviewId,
        drawnAt: recordedAt,
        ...data,
        ...(same !== undefined && { same }),
      });
    else {
      output.table(
        [
          { sv: 'Enhet', en: 'Unit' },
          { sv: 'Kön', en: 'Sex' },
          { sv: 'Lag', en: 'Act' },
          { sv: 'Önskat', en: 'Wanted' },
          { sv: 'Fanns', en: 'Available' },
          { sv: 'Draget', en: 'Drawn' },
          { sv: '', en: '' },
        ],
        data.strata.map(({ unitId, sex, act, wanted, available, drawn, takeAll }) => [
          unitId,
          output.say(sex === 'female' ? { sv: 'kvinna', en: 'female' } : { sv: 'man', en: 'male' }),
          act === 'sol' ? 'SoL' : 'LSS',
          wanted,
          available,
          drawn,
          takeAll
            ? output.say({ sv: 'färre än önskat: alla tagna', en: 'fewer than wanted: all taken' })
            : '',
        ]),
      );
      output.line();
      output.line(
        output.say({
          sv: `${counted(data.cases.length, 'case').sv} ${data.cases.length === 1 ? 'draget' : 'dragna'} av ${data.frame.size} med fröet «${data.seed}» (${data.algorithm}); därutöver ${data.reviewedWhole.length} avslag och delavslag. Ramens kontrollsumma: ${data.frame.hash}`,
          en: `${data.cases.length} cases drawn of ${data.frame.size} with the seed "${data.seed}" (${data.algorithm}); beside them ${data.reviewedWhole.length} rejections and partial rejections. Hash of the frame: ${data.frame.hash}`,
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
    }
    return same === false ? EXIT.found : EXIT.well;
  });
