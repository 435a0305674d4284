import { ProtectedMark } from '@rt/ui';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useSay } from '../texts/language';
import type { SampleAnswer, SampleLine } from './replay.queries';

/** The cases of the sample beside the one that is read, with which of them have been opened. */
export const SampleList = ({
  sample,
  current,
}: {
  readonly sample: SampleAnswer;
  readonly current: number;
}) => {
  const say = useSay();
  const { cases, reviewId } = sample;
  const opened = cases.filter(({ state }) => state === 'opened').length;
  return (
    <nav className="card sample-list" aria-label={say({ sv: 'Urvalet', en: 'The sample' })}>
      <h2>{say({ sv: 'Urvalet', en: 'The sample' })}</h2>
      <p className="small">
        <progress
          max={cases.length}
          value={opened}
          aria-label={say({ sv: 'Öppnade ärenden', en: 'Opened cases' })}
        />
        <b>
          {opened} {say({ sv: 'av', en: 'of' })} {cases.length}
        </b>{' '}
        {say({ sv: 'öppnade', en: 'opened' })}
      </p>
      <ol>
        {cases.map((each) => (
          <li key={each.number}>
            <Link
              to="/granskningar/$reviewId/arenden/$number"
              params={{ reviewId, number: String(each.number) }}
              search={{}}
              aria-current={each.number === current ? 'page' : undefined}
            >
              <span className="soft">{each.number}</span>
              <span>
                <b>{nameIn(sample, each)}</b>
                <span className="small soft">
                  {labelIn(sample, each)?.caseNumber ?? ''}
                  {each.state === 'notOpened' && ` · ${say({ sv: 'ej öppnad', en: 'not opened' })}`}
                </span>
              </span>
              {each.state === 'opened' && (
                <span className="good">
                  <Check size={16} aria-hidden="true" />
                  <span className="unseen">{say({ sv: 'öppnad', en: 'opened' })}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** The name of the person, where it may be shown in a list. */
export const nameIn = ({ persons }: SampleAnswer, { fileId, number }: SampleLine): string =>
  persons[fileId]?.name ?? `#${number}`;

export const isProtectedIn = ({ persons }: SampleAnswer, { fileId }: SampleLine): boolean =>
  persons[fileId]?.protectedIdentity ?? false;

export const labelIn = ({ caseLabels }: SampleAnswer, { fileId, caseId }: SampleLine) =>
  caseLabels[fileId]?.[caseId];

/** The mark of a protected person, in words. */
export const Protected = () => {
  const say = useSay();
  return <ProtectedMark>{say({ sv: 'Skyddad', en: 'Protected' })}</ProtectedMark>;
};
