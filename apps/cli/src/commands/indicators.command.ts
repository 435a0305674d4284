import type { QueryBus } from '@nestjs/cqrs';
import {
  ComputeIndicators,
  CountGaps,
  isReviewId,
  ReadReview,
  reviewDefinition,
  type ComputedIndicators,
  type ReviewGaps,
} from '@rt/inspection';
import { instantFrom } from '../arguments';
import { EXIT } from '../exit';
import { working } from '../house';
import type { Output } from '../output';
import type { Work } from '../run';
import type { Registration } from './registration';

export const indicatorsCommand: Registration = (program, run) =>
  void program
    .command('indicators')
    .description(
      'compute every published row of a review from the files; ends with 1 where a row disagrees, or cannot be computed because a rule is paused',
    )
    .argument('<review>', 'the review, e.g. ledsagning-2021')
    .option(
      '--known-at <instant>',
      'by what was known then: an instant, or a day (its end); otherwise at the draw',
    )
    .action(run(indicators));

const indicators: Work<{ readonly knownAt?: string }> = (context, options, [review]) =>
  working(context, 'read', async ({ queries, logAccess }) => {
    const { output } = context;
    const knownAt = instantFrom('--known-at', options.knownAt);
    await logAccess({
      purpose: 'supervision',
      action: 'measure',
      scope: `review=${reviewDefinition(review as string) ? review : '?'} knownAt=${knownAt ?? 'draw'}`,
    });
    const own = reviewDefinition(review as string) === undefined;
    if (own && (await isDrawn(queries, review as string))) {
      printGaps(output, await queries.execute(new CountGaps(review as string)));
      return EXIT.well;
    }
    const progress = (files: number) =>
      output.progress({ sv: 'Lästa personakter', en: 'Personal files read' }, files);
    const {
      measuringDay,
      knownAt: restsOn,
      rows,
    } = await queries.execute(new ComputeIndicators(review as string, { knownAt, progress }));
    if (output.json) output.document({ review, measuringDay, knownAt: restsOn, rows: rows.map(asDocument) });
    else printIndicators(output, rows);
    return rows.some(({ agrees, pausedRules }) => agrees === false || pausedRules.length > 0)
      ? EXIT.found
      : EXIT.well;
  });

const asDocument = (row: Row) => ({
  id: row.id,
  district: row.district,
  population: row.population,
  status: row.status,
  pausedRules: row.pausedRules,
  numerator: row.numerator,
  denominator: row.denominator,
  percent: row.percent,
  published: row.published,
  agrees: row.agrees,
  now: row.now,
  note: row.note,
});

const isDrawn = async (queries: QueryBus, review: string): Promise<boolean> =>
  isReviewId(review) && (await queries.execute(new ReadReview(review))).drawn !== undefined;

/** The numbers of a review of one's own: for each rule the cases that have its gap. */
const printGaps = (output: Output, gaps: ReviewGaps): void => {
  if (output.json) {
    output.document(gaps);
    return;
  }
  output.table(
    [
      { sv: 'Regel', en: 'Rule' },
      { sv: 'Grupp', en: 'Group' },
      { sv: 'Ärenden', en: 'Cases' },
      { sv: 'Av', en: 'Of' },
      { sv: 'Känt nu', en: 'Known now' },
    ],
    gaps.rows.map(({ rule, stratum, cases, of, now }) => [
      rule,
      stratum ?? output.say({ sv: 'hela urvalet', en: 'the whole sample' }),
      cases,
      of,
      figure(now.cases, now.of),
    ]),
  );
};

type Row = ComputedIndicators['rows'][number];

export const printIndicators = (output: Output, rows: readonly Row[]): void => {
  output.table(
    [
      { sv: 'Rad', en: 'Row' },
      { sv: 'Mått', en: 'Indicator' },
      { sv: 'Stadsdel', en: 'District' },
      { sv: 'Antal', en: 'Count' },
      { sv: 'Av', en: 'Of' },
      { sv: 'Procent', en: 'Percent' },
      { sv: 'Publicerat', en: 'Published' },
      { sv: 'Stämmer', en: 'Agrees' },
    ],
    rows.map(({ id, text, district, numerator, denominator, percent, published, status, agrees }) => [
      id,
      output.say(text.title),
      district === 'ALL' ? output.say({ sv: 'alla', en: 'all' }) : district,
      numerator ?? '–',
      denominator ?? '',
      percent ?? '',
      printed(published),
      output.say(
        status === 'notComputable'
          ? { sv: 'går inte att räkna ut', en: 'not computable' }
          : agrees
            ? { sv: 'ja', en: 'yes' }
            : { sv: 'NEJ', en: 'NO' },
      ),
    ]),
  );
  const changed = rows.filter(
    ({ numerator, denominator, now }) => now.numerator !== numerator || now.denominator !== denominator,
  );
  if (changed.length > 0) output.line();
  for (const { id, numerator, denominator, now } of changed)
    output.line(
      output.say({
        sv: `${id}: känt vid dragningen ${figure(numerator, denominator)}, känt nu ${figure(now.numerator, now.denominator)}`,
        en: `${id}: known at the draw ${figure(numerator, denominator)}, known now ${figure(now.numerator, now.denominator)}`,
      }),
    );
  const noted = rows.flatMap(({ id, text: { note } }) =>
    note === null ? [] : [[id, output.say(note)] as const],
  );
  if (noted.length === 0) return;
  output.line();
  // Rows that are read in the same way share one note.
  output.table(
    [
      { sv: 'Rad', en: 'Row' },
      { sv: 'Så har den lästs', en: 'How it was read' },
    ],
    [...Map.groupBy(noted, ([, note]) => note)].map(([note, same]) => [idsOf(same.map(([id]) => id)), note]),
  );
};

/** `L25–L30` for rows that follow one another in the list of notes. */
const idsOf = (ids: readonly string[]): string =>
  ids.length < 3 ? ids.join(' ') : `${ids[0]}–${ids.at(-1)}`;

const figure = (numerator: number | null, denominator: number | null): string =>
  [numerator ?? '–', denominator].filter((part) => part !== null).join('/');

const printed = ({ num, den, pct }: Row['published']): string => {
  const share = pct === null ? '' : typeof pct === 'number' ? `${pct} %` : String(pct);
  const count = num === null ? '' : [num, den].filter((figure) => figure !== null).join('/');
  return [count, share].filter((part) => part !== '').join(' = ');
};
