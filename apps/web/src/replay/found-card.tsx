import { isGapStatus, STATUS_WORDS, type ReplayedFinding } from '@rt/rules';
import { useState } from 'react';
import { EntryCard } from '../file/entry-card';
import { FileContext, useFile } from '../file/read-file';
import { useSay } from '../texts/language';
import { RuleAuthority } from '../texts/rule-authority';
import { withNoun } from '../texts/with-noun';
import type { AlignedRow } from './alignment';

type Shown = Parameters<typeof FileContext>[0]['value'];

/** What the rules found on the day, on both sides. Each finding opens what it says and the entries that prove it. */
export const FoundCard = ({
  title,
  rows,
  sides,
}: {
  readonly title: string;
  readonly rows: readonly AlignedRow<ReplayedFinding>[];
  readonly sides: readonly { readonly title: string; readonly shown: Shown }[];
}) => {
  const say = useSay();
  return (
    <section className="card rules-found" aria-labelledby="found-that-day">
      <h2 id="found-that-day">
        {title}{' '}
        <span className="soft small">
          {say(withNoun(rows.length, ['sak prövad', 'saker prövade'], ['matter judged', 'matters judged']))}
        </span>
      </h2>
      {rows.length === 0 && (
        <p className="soft none">
          {say({
            sv: 'Ingenting än. Här står vad varje regel fann den dagen.',
            en: 'Nothing yet. What each rule found on the day stands here.',
          })}
        </p>
      )}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say({ sv: 'Regel', en: 'Rule' })}</th>
              {sides.map((side, index) => (
                <th scope="col" key={side.title} className={index === 0 ? 'left' : 'right'}>
                  {side.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <FoundRow key={row.id} row={row} sides={sides} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const FoundRow = ({
  row: { left, right, differs },
  sides,
}: {
  readonly row: AlignedRow<ReplayedFinding>;
  readonly sides: readonly { readonly title: string; readonly shown: Shown }[];
}) => {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const finding = left ?? right;
  if (finding === undefined) return null;
  const shownSides = [left, right].flatMap((each, index) =>
    // Where both sides say the same, it is said once.
    each === undefined || (index === 1 && left !== undefined && !differs)
      ? []
      : [{ finding: each, side: sides[index] }],
  );
  return (
    <>
      <tr className={differs ? 'differs' : ''}>
        <th scope="row">
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {say(finding.title)}
          </button>{' '}
          <RuleAuthority rule={finding.rule} on={finding.arisesOn} />
        </th>
        <td className="left">
          <Judged finding={left} />
        </td>
        <td className="right">
          <Judged finding={right} />
        </td>
      </tr>
      {isOpen && (
        <tr className="opened">
          <td colSpan={3}>
            {shownSides.map(({ finding: each, side }) => (
              <FileContext key={side?.title} value={side?.shown}>
                <Evidence finding={each} title={differs ? (side?.title ?? '') : ''} />
              </FileContext>
            ))}
          </td>
        </tr>
      )}
    </>
  );
};

const Judged = ({ finding }: { readonly finding: ReplayedFinding | undefined }) => {
  const say = useSay();
  if (finding === undefined)
    return <span className="soft">{say({ sv: 'inget att pröva', en: 'nothing to judge' })}</span>;
  const { status, dueOn } = finding;
  return (
    <>
      <span className={isGapStatus(status) ? 'bad gap' : ''}>{say(STATUS_WORDS[status])}</span>
      {status === 'pending' && (
        <span className="soft small">
          {' '}
          {say({ sv: 'senast', en: 'by' })} {dueOn}
        </span>
      )}
    </>
  );
};

/** What a finding says, and the entries that prove it. @param title of the side that says so; empty: both */
const Evidence = ({ finding, title }: { readonly finding: ReplayedFinding; readonly title: string }) => {
  const say = useSay();
  const { read } = useFile();
  const events = finding.evidence.flatMap((id) => read.byId.get(id) ?? []);
  return (
    <div className="evidence">
      <h3>{title === '' ? say({ sv: 'Det som styrker det', en: 'What proves it' }) : title}</h3>
      <p>{say(finding.text)}</p>
      {events.map((event) => (
        <EntryCard key={event.id} event={event} />
      ))}
    </div>
  );
};
