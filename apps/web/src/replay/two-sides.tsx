import { LyingThread } from '@rt/ui';
import { isGapStatus, statesOfCode, type Replay } from '@rt/rules';
import { ArrowLeftRight, Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@rt/ui';
import { entryTitle, gistOf } from '../file/entry-words';
import { RecordedLater } from '../file/entry-card';
import type { FileEntry } from '../file/read-file';
import { useSay } from '../texts/language';
import { threadSentence } from '../texts/thread-words';
import { withNoun } from '../texts/with-noun';
import type { AlignedRow } from './alignment';
import { countWords, gapWords, whyNew, whyOneSided } from './difference-words';

/** What one side of a comparison is called. */
export interface Side {
  readonly title: string;
  readonly about: string;
  readonly replay: Replay;
}

/** Equal rows that are shown without asking. */
const EQUAL_MAX = 8;

/** Two replays beside each other: the difference in words first, then the events in rows, then what came of it. */
export const TwoSides = ({
  rows,
  left,
  right,
  isTwoDays,
  caseId,
}: {
  readonly rows: readonly AlignedRow<FileEntry>[];
  readonly left: Side;
  readonly right: Side;
  readonly isTwoDays: boolean;
  readonly caseId: string;
}) => {
  const say = useSay();
  const [isWhole, setWhole] = useState(false);
  const differing = rows.filter(({ differs }) => differs);
  const equal = rows.length - differing.length;
  // The latest of the rows that are the same on both sides tell where in the file one stands.
  const kept = new Set(
    rows
      .filter(({ differs }) => !differs)
      .slice(-EQUAL_MAX)
      .map(({ id }) => id),
  );
  const shown = isWhole ? rows : rows.filter(({ id, differs }) => differs || kept.has(id));
  const why = isTwoDays ? whyNew : whyOneSided;
  return (
    <section className="card two-sides" aria-labelledby="two-sides">
      <div className={differing.length > 0 ? 'difference' : 'difference same'} role="status">
        <ArrowLeftRight size={18} aria-hidden="true" />
        <p>
          <b id="two-sides">
            {differing.length === 0 && isTwoDays
              ? say({ sv: 'Inget hände mellan dagarna.', en: 'Nothing happened between the days.' })
              : say(countWords(differing.length))}
            {differing.length > 0 && '.'}
          </b>{' '}
          {differing.slice(0, 2).map((row) => `${say(why(row))} `)}
          {differing.length > 2 &&
            say({ sv: `Och ${differing.length - 2} till.`, en: `And ${differing.length - 2} more.` })}
        </p>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{say({ sv: 'Dag', en: 'Day' })}</th>
            {[left, right].map(({ title, about }, index) => (
              <th scope="col" key={title} className={index === 0 ? 'left' : 'right'}>
                {title}
                <span className="small soft">{about}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <EventRow key={row.id} row={row} />
          ))}
          <tr className="outcome">
            <th scope="row">{say({ sv: 'Utfall', en: 'Outcome' })}</th>
            {[left, right].map(({ title, replay }, index) => (
              <td key={title} className={index === 0 ? 'left' : 'right'}>
                <Outcome replay={replay} caseId={caseId} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {equal > EQUAL_MAX && (
        <p className="more">
          <Button
            weight="quiet"
            onPress={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole
              ? say({ sv: 'Visa bara de senaste', en: 'Show only the latest' })
              : say({
                  sv: `Visa även de ${equal - EQUAL_MAX} tidigare som är lika`,
                  en: `Show the ${equal - EQUAL_MAX} earlier ones that are the same too`,
                })}
          </Button>
        </p>
      )}
    </section>
  );
};

const EventRow = ({ row: { left, right, differs } }: { readonly row: AlignedRow<FileEntry> }) => (
  <tr className={differs ? 'differs' : ''}>
    <th scope="row">{(left ?? right)?.occurredOn}</th>
    <td className="left">
      <Told event={left} isLate={differs} />
    </td>
    <td className="right">
      <Told event={right} isLate={false} />
    </td>
  </tr>
);

const Told = ({ event, isLate }: { readonly event: FileEntry | undefined; readonly isLate: boolean }) => {
  const say = useSay();
  if (event === undefined)
    return <b className="not-there">{say({ sv: 'Fanns inte i akten', en: 'Was not in the file' })}</b>;
  const gist = say(gistOf(event));
  return (
    <>
      {say(entryTitle(event))}
      {gist !== '' && <span className="small soft"> · {gist}</span>}
      {isLate && <RecordedLater event={event} />}
    </>
  );
};

/** How many gaps a side has, which they are, and its thread. */
const Outcome = ({ replay, caseId }: { readonly replay: Replay; readonly caseId: string }) => {
  const say = useSay();
  const gaps = replay.findings.filter(({ status }) => isGapStatus(status));
  const thread = replay.threads.find((each) => each.caseId === caseId);
  return (
    <>
      <p className={gaps.length === 0 ? 'good' : 'bad'}>
        {gaps.length === 0 ? (
          <Check size={16} aria-hidden="true" />
        ) : (
          <TriangleAlert size={16} aria-hidden="true" />
        )}{' '}
        <b>{say(gapWords(replay.findings))}</b>
      </p>
      {gaps.slice(0, 3).map(({ id, title }) => (
        <p className="small" key={id}>
          {say(title)}
        </p>
      ))}
      {gaps.length > 3 && (
        <p className="small soft">
          {say(withNoun(gaps.length - 3, ['brist till', 'brister till'], ['more gap', 'more gaps']))}
        </p>
      )}
      {thread && (
        <LyingThread states={statesOfCode(thread.states)} label={say(threadSentence(thread.states))} />
      )}
    </>
  );
};
